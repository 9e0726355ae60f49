import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrow, complaints, findings } from '../testing.mjs';

test('valid: Japanese names, English ids', async () => {
  const content = `
    <bpmn:userTask id="decideTriage" name="振り分けを決める" />
    <bpmn:exclusiveGateway id="triageSplit" />
    ${arrow('decideTriage', 'triageSplit', { name: '30日後' })}`;
  assert.deepEqual(await complaints('label-japanese', content), []);
  // a message is called by programs: its name is an English word of the vocabulary
  assert.deepEqual(await findings('label-japanese', '<bpmn:message id="contactResumedMessage" name="contactResumed" />'), []);
});

test('invalid: another language in a name', async () => {
  assert.deepEqual(await complaints('label-japanese', '<bpmn:userTask id="decideTriage" name="Triage" />'), ['decideTriage']);
  const content = `<bpmn:task id="a" /><bpmn:task id="b" />${arrow('a', 'b', { name: 'yes' })}`;
  assert.deepEqual(await complaints('label-japanese', content), ['a_b']);
  const pool = '<bpmn:collaboration id="pools"><bpmn:participant id="person" name="Person" /></bpmn:collaboration>';
  assert.deepEqual(
    (await findings('label-japanese', pool)).map(({ id }) => id),
    ['person'],
  );
});

test('invalid: an id that is no English word in lower camel case', async () => {
  for (const id of ['Activity_0x1', 'DecideTriage', 'decide-triage']) {
    assert.deepEqual(await complaints('label-japanese', `<bpmn:task id="${id}" />`), [id]);
  }
  const generated = '<bpmn:task id="a" /><bpmn:task id="b" /><bpmn:sequenceFlow id="Flow_0x1" sourceRef="a" targetRef="b" />';
  assert.deepEqual(await complaints('label-japanese', generated), ['Flow_0x1']);
});
