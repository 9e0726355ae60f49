import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrow, complaints } from '../testing.mjs';

const TASKS = '<bpmn:task id="a" /><bpmn:task id="b" />';
const YES = { name: 'はい', condition: '${applied}' };
const NO = { name: 'いいえ', condition: '${!applied}' };

test('valid: question, answers, and a way in every case', async () => {
  const withDefault = `${TASKS}<bpmn:exclusiveGateway id="split" name="申込みがあるか" default="split_b" />`;
  assert.deepEqual(await complaints('exits-named', withDefault + arrow('split', 'a', YES) + arrow('split', 'b', { name: 'いいえ' })), []);
  const allConditions = `${TASKS}<bpmn:exclusiveGateway id="split" name="申込みがあるか" />`;
  assert.deepEqual(await complaints('exits-named', allConditions + arrow('split', 'a', YES) + arrow('split', 'b', NO)), []);
});

test('valid: a gateway that only merges needs no name', async () => {
  assert.deepEqual(await complaints('exits-named', `${TASKS}<bpmn:exclusiveGateway id="merge" />${arrow('merge', 'a')}`), []);
});

test('invalid: no question, no answer', async () => {
  for (const kind of ['exclusiveGateway', 'inclusiveGateway']) {
    const unnamed = `${TASKS}<bpmn:${kind} id="split" />${arrow('split', 'a', YES)}${arrow('split', 'b', { condition: '${!applied}' })}`;
    assert.deepEqual(await complaints('exits-named', unnamed), ['split', 'split_b'], kind);
  }
});

test('invalid: an exclusive exit with neither condition nor default', async () => {
  const gateway = `${TASKS}<bpmn:exclusiveGateway id="split" name="申込みがあるか" />`;
  assert.deepEqual(await complaints('exits-named', gateway + arrow('split', 'a', YES) + arrow('split', 'b', { name: 'いいえ' })), [
    'split_b',
  ]);
});
