import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from '../testing.mjs';

test('valid: the time is there, or the process does not run', async () => {
  const kept = '<bpmn:process id="referral" isExecutable="true" camunda:historyTimeToLive="P3650D" />';
  assert.deepEqual(await findings('history-time-to-live', kept), []);
  assert.deepEqual(await findings('history-time-to-live', '<bpmn:process id="sketch" />'), []);
});

test('invalid: a process that runs without it', async () => {
  for (const rest of ['', 'camunda:historyTimeToLive=""']) {
    const [finding] = await findings('history-time-to-live', `<bpmn:process id="referral" isExecutable="true" ${rest} />`);
    assert.equal(finding.id, 'referral');
  }
});
