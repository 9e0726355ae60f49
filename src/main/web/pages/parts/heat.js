// Heat on a diagram: colour, pattern and number, all of it inside the picture, so that what is saved or printed shows the same.
const SVG = 'http://www.w3.org/2000/svg';

/** From little to much. Each level is darker than the one before and has a pattern of its own: no need to tell colours. */
export const LEVELS = [
  { fill: '#fff7d6', lines: [] },
  { fill: '#ffdf8f', lines: ['M-2,2 l4,-4 M0,12 l12,-12 M10,14 l4,-4'] },
  { fill: '#f9a85c', lines: ['M-2,2 l4,-4 M0,6 l6,-6 M0,12 l12,-12 M6,12 l6,-6 M10,14 l4,-4'] },
  { fill: '#e8743b', lines: ['M0,12 l12,-12 M-2,2 l4,-4 M10,14 l4,-4', 'M0,0 l12,12 M-2,10 l4,4 M10,-2 l4,4'] },
];

export function made(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
}

/** The patterns, to be put into a picture's definitions. */
export function patterns() {
  return LEVELS.map(({ fill, lines }, level) =>
    made('pattern', { id: `heat-${level + 1}`, width: 12, height: 12, patternUnits: 'userSpaceOnUse' },
      made('rect', { width: 12, height: 12, fill }),
      ...lines.map((d) => made('path', { d, stroke: '#8a3200', 'stroke-width': 1, fill: 'none', 'stroke-opacity': 0.55 }))));
}

/** Level of a number, 1 to 4; the highest there is always has the darkest. */
export const level = (value, highest) => (value > 0 ? Math.ceil((LEVELS.length * value) / highest) : 0);

/** Which numbers each level stands for, as far as whole numbers fall into it. */
export function ranges(highest) {
  return LEVELS.map((of, i) => ({
    level: i + 1,
    from: Math.floor((highest * i) / LEVELS.length) + 1,
    to: Math.floor((highest * (i + 1)) / LEVELS.length),
  })).filter(({ from, to }) => from <= to);
}

/** A legend's little picture of a level. */
export function swatch(of) {
  const { fill, lines } = LEVELS[of - 1];
  return made('svg', { viewBox: '0 0 24 12', 'aria-hidden': 'true', focusable: 'false' },
    made('rect', { width: 24, height: 12, fill }),
    ...[0, 12].flatMap((x) => lines.map((d) =>
      made('path', { d, transform: `translate(${x},0)`, stroke: '#8a3200', fill: 'none', 'stroke-opacity': 0.55 }))));
}

/** Paints one element of a diagram; what was painted before is gone. */
export function paint(graphics, element, of, text) {
  const visual = graphics.querySelector('.djs-visual');
  visual.querySelectorAll('.heat-paint, .heat-badge').forEach((old) => old.remove());
  if (of === 0) {
    return;
  }
  const { width, height } = element;
  const round = element.type.endsWith('Event') ? width / 2 : 10;
  const thick = of === LEVELS.length ? 4 : 2;
  visual.firstElementChild.after(made('rect', {
    class: 'heat-paint', width, height, rx: round, fill: `url(#heat-${of})`, stroke: '#5c1f00', 'stroke-width': thick,
  }));
  // the name stays readable on whatever pattern; names of events stand outside of them
  if (round !== width / 2) {
    visual.querySelector('.heat-paint').after(made('rect', {
      class: 'heat-paint', x: 6, y: height * 0.26, width: width - 12, height: height * 0.48, rx: 4, fill: '#fff', 'fill-opacity': 0.88,
    }));
  }
  visual.append(badge(width, 0, text));
}

/** A number at an element, the place measured from its upper left corner. */
export function badge(x, y, text) {
  const wide = 14 + [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? 16 : 9), 0);
  return made('g', { class: 'heat-badge', 'data-x': x, 'data-y': y },
    made('rect', { x: -wide / 2, y: -13, width: wide, height: 26, rx: 13, fill: '#1a1a1a', stroke: '#fff', 'stroke-width': 2 }),
    made('text', { y: 6, fill: '#fff', 'font-size': 16, 'font-weight': 700, 'text-anchor': 'middle', 'font-family': 'sans-serif' }, text));
}

/** Numbers stay readable however small the picture is. */
export function scaleBadges(container, zoom) {
  const scale = Math.min(4.5, Math.max(1, 0.8 / zoom));
  container.querySelectorAll('.heat-badge').forEach((badge) =>
    badge.setAttribute('transform', `translate(${badge.dataset.x},${badge.dataset.y}) scale(${scale})`));
}
