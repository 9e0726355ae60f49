import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

// turning the wheel goes on scrolling the page
export const viewer = (container) => new NavigatedViewer({ container, zoomScroll: { enabled: false } });
