import { is } from '../model.js';

const OWN_INSTANCES = /\b(?:welfareOfficeReferral|emergencySupport|referral)\b/;

/** What must outlive the main process is started beside it, never called by it. */
export default function () {
  return {
    check(node, reporter) {
      const [called] = (is(node, 'bpmn:CallActivity') && OWN_INSTANCES.exec(node.calledElement ?? '')) || [];
      if (called) {
        reporter.report(node.id, `「${called}」は独立した手続です。呼び出さず、始める部品を使ってください。`, ['calledElement']);
      }
    },
  };
}
