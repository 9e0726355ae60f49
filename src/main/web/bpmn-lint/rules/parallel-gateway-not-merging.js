import { entriesOf, exitsOf, is, linkName, linksIn } from '../model.js';

/** A parallel gateway waits for every arrow into it: it never serves to bring alternatives together. */
export default function () {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:ParallelGateway') || entriesOf(node).length < 2) {
        return;
      }
      if (exitsOf(node).length > 1) {
        reporter.report(node.id, '並行の分岐に矢印が二つ以上入っています。すべてが届くまで止まります。前に合流の分岐を置いてください。');
      }
      node.$parent.flowElements
        .filter((element) => is(element, 'bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway'))
        .filter((choice) => splitsTheEntries(choice, node))
        .forEach((choice) =>
          reporter.report(
            node.id,
            `「${choice.name ?? choice.id}」で分かれた道は片方しか届かず、ここで止まります。排他の分岐で合流してください。`,
          ),
        );
    },
  };
}

/** True if two exits of the choice each bring an entry that the other does not. */
function splitsTheEntries(choice, gateway) {
  const reached = exitsOf(choice).map((exit) => entriesReached(exit, gateway));
  return reached.some((one) => reached.some((other) => lacksSome(one, other) && lacksSome(other, one)));
}

function lacksSome(one, other) {
  return [...other].some((entry) => !one.has(entry));
}

function entriesReached(arrow, gateway, seen = new Set()) {
  if (seen.has(arrow)) {
    return new Set();
  }
  seen.add(arrow);
  if (arrow.targetRef === gateway) {
    return new Set([arrow]);
  }
  const next = [arrow.targetRef, ...continuations(arrow.targetRef)].flatMap(exitsOf);
  return new Set(next.flatMap((exit) => [...entriesReached(exit, gateway, seen)]));
}

/** Where the way goes on without an arrow: behind a link, or out of an event on the edge of a step. */
function continuations(node) {
  const landings = is(node, 'bpmn:ThrowEvent')
    ? linksIn(node.$parent, 'bpmn:CatchEvent').filter((event) => linkName(event) === linkName(node))
    : [];
  const edges = node.$parent.flowElements.filter((element) => is(element, 'bpmn:BoundaryEvent') && element.attachedToRef === node);
  return [...landings, ...edges];
}
