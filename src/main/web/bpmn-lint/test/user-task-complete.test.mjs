import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints, findings, inProcess } from '../testing.mjs';

const FORM = 'camunda:formRef="screen"';
const GROUP = 'camunda:candidateGroups="consultation-supporter"';
const DUE = 'camunda:dueDate="${deadlines.due(execution)}"';

test('valid: form, group and date are there', async () => {
  assert.deepEqual(await complaints('user-task-complete', `<bpmn:userTask id="screen" ${FORM} ${GROUP} ${DUE} />`), []);
  assert.deepEqual(await complaints('user-task-complete', '<bpmn:serviceTask id="startReferral" />'), []);
});

test('invalid: one of them is missing or empty', async () => {
  for (const rest of [`${GROUP} ${DUE}`, `${FORM} ${DUE}`, `${FORM} ${GROUP}`, `${FORM} ${GROUP} camunda:dueDate=" "`]) {
    assert.deepEqual(await complaints('user-task-complete', `<bpmn:userTask id="screen" ${rest} />`), ['screen'], rest);
  }
  const [finding] = await findings('user-task-complete', inProcess(`<bpmn:userTask id="screen" ${FORM} ${DUE} />`));
  assert.match(finding.message, /全員の一覧に表示/);
});
