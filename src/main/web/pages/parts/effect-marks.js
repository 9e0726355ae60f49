// Marks of the pictures about the running cases: how many stand where, what has gone, and what can be chosen for it.
import { badge, made } from './heat.js';
import { mark } from './compare-marks.js';

/** Takes everything away that was put on the elements of a picture. */
export function clear(viewer) {
  viewer.get('elementRegistry').forEach((element, graphics) => {
    graphics.classList.remove('cmp-removed', 'cmp-chosen', 'effect-pick', 'effect-off');
    graphics.querySelectorAll('.heat-badge, .cmp-sign, .cmp-ground, .effect-why').forEach((old) => old.remove());
  });
}

/** Writes how many cases stand at each step; step → number. */
export function numbers(viewer, counts) {
  counts.forEach((count, step) => {
    const graphics = viewer.get('elementRegistry').getGraphics(step);
    graphics?.querySelector('.djs-visual').append(badge(0, 0, String(count)));
  });
}

export function signs(viewer, steps, kind) {
  const registry = viewer.get('elementRegistry');
  steps.filter((step) => registry.get(step)).forEach((step) => mark(registry.getGraphics(step), registry.get(step), kind));
}

/** Greys what cannot be chosen, and says why to whoever points at it; step → reason. */
export function choices(viewer, hindrances, none) {
  viewer.get('elementRegistry').forEach((element, graphics) => {
    if (!isStep(element)) {
      return;
    }
    const why = reason(element, hindrances) ?? none;
    graphics.classList.add(why ? 'effect-off' : 'effect-pick');
    if (why) {
      graphics.append(made('title', { class: 'effect-why' }, `選べません: ${why}。`));
    }
  });
}

/** What somebody may take for a step: not a lane, a frame, a line or a note. */
export function isStep({ waypoints, type, id, businessObject }) {
  return !waypoints && businessObject?.$instanceOf?.('bpmn:FlowNode') && type !== 'bpmn:SubProcess' && Boolean(id);
}

/** A name that stands outside of its element is the element's. */
export const stepOf = (element) => element.labelTarget?.id ?? element.id;

export const reason = (element, hindrances) => hindrances[stepOf(element)];
