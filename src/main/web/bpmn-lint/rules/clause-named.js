import { is } from '../model.js';

const REQUIREMENT = /(?<![\w-])(?:MK|NG|OS|ST|KU)-(?:p?\d|\p{Script=Han})/u;

/** Every step names the requirement it stands for. */
export default function () {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Task', 'bpmn:CallActivity')) {
        return;
      }
      const documentation = (node.documentation ?? []).map((part) => part.text).join('\n');
      if (!REQUIREMENT.test(documentation)) {
        reporter.report(node.id, '説明に、根拠となる要件の番号（例: MK-9-3-ア）を書いてください。');
      }
    },
  };
}
