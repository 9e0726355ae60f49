import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

// turning the wheel goes on scrolling the page
export const viewer = (container) => new NavigatedViewer({ container, zoomScroll: { enabled: false } });
