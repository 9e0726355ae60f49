// Marks on a diagram: colour, line pattern and sign, so that no need is to tell colours.
import { made } from './heat.js';

const LOOKS = {
  added: { stroke: '#00703c', fill: '#d5efdf', dashes: '', sign: '＋' },
  removed: { stroke: '#b00000', fill: '#fbdcdc', dashes: '10 5', sign: '－' },
  changed: { stroke: '#a35200', fill: '#ffe7b8', dashes: '2 4', sign: '≠' },
  chosen: { stroke: '#0017c1', fill: '#d9e6ff', dashes: '', sign: '✓' },
};

const CONTAINERS = ['bpmn:Lane', 'bpmn:Participant', 'bpmn:SubProcess'];

export function mark(graphics, element, kind) {
  const { stroke, fill, dashes, sign } = LOOKS[kind];
  graphics.classList.add(`cmp-${kind}`);
  const visual = graphics.querySelector('.djs-visual');
  if (element.waypoints) {
    const middle = Math.floor((element.waypoints.length - 1) / 2);
    const [from, to] = [element.waypoints[middle], element.waypoints[middle + 1]];
    visual.append(badge((from.x + to.x) / 2, (from.y + to.y) / 2, stroke, sign));
    return;
  }
  const { width, height, type } = element;
  const filled = CONTAINERS.includes(type) ? 'none' : fill;
  visual.firstElementChild.after(made('rect', {
    class: 'cmp-ground', x: -5, y: -5, width: width + 10, height: height + 10, rx: type.endsWith('Event') ? width / 2 + 5 : 12,
    fill: filled, 'fill-opacity': 0.55, stroke, 'stroke-width': 4, 'stroke-dasharray': dashes,
  }));
  visual.append(badge(width, 0, stroke, sign));
}

function badge(x, y, stroke, sign) {
  return made('g', { class: 'cmp-sign', 'data-x': x, 'data-y': y },
    made('circle', { r: 13, fill: stroke, stroke: '#fff', 'stroke-width': 2 }),
    made('text', { y: 6, fill: '#fff', 'font-size': 17, 'font-weight': 700, 'text-anchor': 'middle', 'font-family': 'sans-serif' }, sign));
}

/** Signs stay readable however small the picture is. */
export function scaleSigns(container, zoom) {
  const scale = Math.min(4, Math.max(1, 0.8 / zoom));
  container.querySelectorAll('.cmp-sign').forEach((sign) =>
    sign.setAttribute('transform', `translate(${sign.dataset.x},${sign.dataset.y}) scale(${scale})`));
}
