import { attribute, is, isBlank } from '../model.js';

/** Every process that runs says how long its history is kept. */
export default function () {
  return {
    check(node, reporter) {
      if (is(node, 'bpmn:Process') && node.isExecutable && isBlank(attribute(node, 'historyTimeToLive'))) {
        reporter.report(node.id, '履歴の保存期間がありません。例: P3650D', ['camunda:historyTimeToLive']);
      }
    },
  };
}
