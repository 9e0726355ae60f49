// Puts a step into a flow, and makes room for it: whoever works with the keyboard, or does not draw, needs no mouse for it.
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';

const GAP = 50;

export function insertInto(modeler, flow, shape) {
  const [elementFactory, modeling, selection] = ['elementFactory', 'modeling', 'selection'].map((name) => modeler.get(name));
  const created = elementFactory.createShape({ ...shape });
  let segment = longest(flow.waypoints);
  const gap = Math.max(GAP, (flow.label?.width ?? 0) + 20);
  const missing = created.width + 2 * gap - segment.length;
  if (segment.horizontal && missing > 0) {
    makeRoom(modeler, (segment.from.x + segment.to.x) / 2, missing);
    segment = longest(flow.waypoints);
  }
  const middle = { x: Math.round((segment.from.x + segment.to.x) / 2), y: Math.round((segment.from.y + segment.to.y) / 2) };
  const placed = modeling.createShape(created, middle, flow);
  moveLabel(modeling, flow, placed);
  selection.select(placed);
  return placed;
}

/** The answer of a gateway stays beside the gateway. */
function moveLabel(modeling, flow, placed) {
  const { label } = flow;
  const [from] = flow.waypoints;
  const covered = label && label.x < placed.x + placed.width && label.x + label.width > placed.x && label.y < placed.y + placed.height && label.y + label.height > placed.y;
  if (covered) {
    modeling.moveShape(label, { x: Math.round((from.x + placed.x - label.width) / 2 - label.x), y: Math.round(from.y - label.height - 4 - label.y) });
  }
}

function makeRoom(modeler, x, width) {
  const spaceTool = modeler.get('spaceTool');
  const delta = { x: Math.ceil(width / 10) * 10, y: 0 };
  const all = selfAndAllChildren(modeler.get('canvas').getRootElement(), true);
  const { movingShapes, resizingShapes } = spaceTool.calculateAdjustments(all, 'x', delta.x, x);
  spaceTool.makeSpace(movingShapes, resizingShapes, delta, 'e', x);
}

function longest(waypoints) {
  return waypoints
    .slice(1)
    .map((to, index) => {
      const from = waypoints[index];
      return { from, to, horizontal: Math.abs(to.y - from.y) < 2, length: Math.hypot(to.x - from.x, to.y - from.y) };
    })
    .reduce((best, one) => (one.length > best.length ? one : best));
}
