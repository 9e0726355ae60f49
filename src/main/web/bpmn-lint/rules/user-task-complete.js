import { attribute, is, isBlank } from '../model.js';

const NEEDED = {
  formRef: '入力フォームがありません。職員が入力する入力フォームを選んでください。',
  candidateGroups: '担当グループがありません。このままでは、全員の一覧に表示されます。',
  dueDate: '期限がありません。例: ${deadlines.due(execution)}',
};

/** A user task has a form, a group that may see it, and a date. */
export default function () {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:UserTask')) {
        return;
      }
      Object.entries(NEEDED)
        .filter(([name]) => isBlank(attribute(node, name)))
        .forEach(([name, message]) => reporter.report(node.id, message, [`camunda:${name}`]));
    },
  };
}
