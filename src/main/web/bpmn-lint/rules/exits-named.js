import { exitsOf, is, isBlank } from '../model.js';

/** A gateway asks a question and every exit answers it. */
export default function () {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway')) {
        return;
      }
      const exits = exitsOf(node);
      if (exits.length < 2) {
        return;
      }
      if (isBlank(node.name)) {
        reporter.report(node.id, '分岐に、何を尋ねているかの名前を付けてください。', ['name']);
      }
      exits
        .filter((exit) => isBlank(exit.name))
        .forEach((exit) => reporter.report(exit.id, '分岐から出る矢印に、答えの名前を付けてください。', ['name']));
      if (is(node, 'bpmn:ExclusiveGateway')) {
        exits
          .filter((exit) => exit !== node.default && isBlank(exit.conditionExpression?.body))
          .forEach((exit) =>
            reporter.report(exit.id, '条件がありません。条件を書くか、既定の矢印にしてください。', ['conditionExpression']),
          );
      }
    },
  };
}
