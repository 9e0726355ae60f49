import { is, isBlank, isShape } from '../model.js';

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ID = /^[a-z][A-Za-z0-9]*$/;
const ARROW_ID = /^[a-z][A-Za-z0-9]*(_[a-z][A-Za-z0-9]*)?$/;

/** People read Japanese names; programs read English ids. */
export default function () {
  return {
    check(node, reporter) {
      if (!isShape(node)) {
        return;
      }
      if (!isBlank(node.name) && !JAPANESE.test(node.name)) {
        reporter.report(node.id, `名前「${node.name}」を日本語にしてください。`, ['name']);
      }
      if (is(node, 'bpmn:SequenceFlow')) {
        if (!ARROW_ID.test(node.id)) {
          const example = `${node.sourceRef?.id}_${node.targetRef?.id}`;
          reporter.report(node.id, `矢印のidを英語の「元_先」の形にしてください。例: ${example}`, ['id']);
        }
      } else if (!ID.test(node.id)) {
        reporter.report(node.id, `id「${node.id}」を、小文字で始まる英語の続け書きにしてください。例: decideTriage`, ['id']);
      }
    },
  };
}
