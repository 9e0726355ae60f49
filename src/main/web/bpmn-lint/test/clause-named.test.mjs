import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from '../testing.mjs';

const step = (kind, documentation) => `<bpmn:${kind} id="step"><bpmn:documentation>${documentation}</bpmn:documentation></bpmn:${kind}>`;

test('valid: a step names its requirement', async () => {
  for (const id of ['MK-9-3-ア', 'MK-10-3a', 'MK-9-5-ア-保護', 'NG-5-2', 'MK-準備-3', 'KU-p2']) {
    assert.deepEqual(await complaints('clause-named', step('userTask', `振り分ける（要領 第9条第3号）。${id}`)), [], id);
  }
  assert.deepEqual(await complaints('clause-named', '<bpmn:startEvent id="start" />'), []);
});

test('invalid: a step names no requirement', async () => {
  for (const kind of ['userTask', 'serviceTask', 'businessRuleTask', 'callActivity']) {
    assert.deepEqual(await complaints('clause-named', step(kind, '振り分ける（要領 第9条第3号）。')), ['step'], kind);
  }
  assert.deepEqual(await complaints('clause-named', '<bpmn:userTask id="step" />'), ['step']);
  assert.deepEqual(await complaints('clause-named', step('userTask', '振り分ける。MK-')), ['step']);
});
