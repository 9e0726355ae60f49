import { is, isBlank, linkName, linksIn } from '../model.js';

/** Every jump lands on exactly one place, and every landing place is jumped to. */
export default function () {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:FlowElementsContainer')) {
        return;
      }
      const throwing = linksIn(node, 'bpmn:ThrowEvent');
      const catching = linksIn(node, 'bpmn:CatchEvent');
      [...throwing, ...catching].forEach(checkName);
      throwing
        .filter((event) => !catching.some(sameName(event)))
        .forEach((event) => reporter.report(event.id, `リンク「${linkName(event)}」の飛び先がありません。`));
      catching
        .filter((event) => !throwing.some(sameName(event)))
        .forEach((event) => reporter.report(event.id, `リンク「${linkName(event)}」へ飛ぶ元がありません。`));
      catching
        .filter((event) => catching.filter(sameName(event)).length > 1)
        .forEach((event) => reporter.report(event.id, `リンク「${linkName(event)}」の飛び先が二つ以上あります。一つにしてください。`));

      function checkName(event) {
        // people read the label, the engine follows the link's name
        if (isBlank(linkName(event)) || linkName(event) !== event.name) {
          reporter.report(event.id, `表示名「${event.name ?? ''}」とリンク名「${linkName(event)}」を同じにしてください。`, ['name']);
        }
      }
    },
  };
}

function sameName(event) {
  return (other) => linkName(other) === linkName(event);
}
