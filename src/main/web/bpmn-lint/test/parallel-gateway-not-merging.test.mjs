import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrow, complaints, findings, inProcess } from '../testing.mjs';

const complaintsAbout = (content) => complaints('parallel-gateway-not-merging', content);
const arrows = (...pairs) => pairs.map(([from, to]) => arrow(from, to)).join('');
const TASKS = '<bpmn:task id="a" /><bpmn:task id="b" />';
const CHOICE = '<bpmn:exclusiveGateway id="choice" name="2回目か" />';
const SPLIT_AND_JOIN = '<bpmn:parallelGateway id="split" /><bpmn:parallelGateway id="join" />';
const INSIDE = [
  ['split', 'a'],
  ['split', 'b'],
  ['a', 'join'],
  ['b', 'join'],
];

test('valid: alternatives merge before the split', async () => {
  const content = `${TASKS}${CHOICE}${SPLIT_AND_JOIN}<bpmn:task id="c" /><bpmn:exclusiveGateway id="merge" />`;
  assert.deepEqual(
    await complaintsAbout(content + arrows(['choice', 'c'], ['c', 'merge'], ['choice', 'merge'], ['merge', 'split'], ...INSIDE)),
    [],
  );
});

test('valid: a choice inside one of the parallel ways, with a way back', async () => {
  const content = `${TASKS}${CHOICE}${SPLIT_AND_JOIN}`;
  const inside = [
    ['split', 'a'],
    ['split', 'b'],
    ['a', 'choice'],
    ['choice', 'a'],
    ['choice', 'join'],
    ['b', 'join'],
  ];
  assert.deepEqual(await complaintsAbout(content + arrows(...inside)), []);
});

test('invalid: a parallel gateway that merges and splits', async () => {
  const content = `${TASKS}<bpmn:task id="c" /><bpmn:task id="d" />${SPLIT_AND_JOIN}`;
  assert.deepEqual(await complaintsAbout(content + arrows(['c', 'split'], ['d', 'split'], ...INSIDE)), ['split']);
});

test('invalid: a join of alternatives waits for ever', async () => {
  const content = `${TASKS}${CHOICE}<bpmn:parallelGateway id="join" />`;
  const alternatives = content + arrows(['choice', 'a'], ['choice', 'b'], ['a', 'join'], ['b', 'join']);
  const [finding] = await findings('parallel-gateway-not-merging', inProcess(alternatives));
  assert.equal(finding.id, 'join');
  assert.match(finding.message, /「2回目か」/);
});

test('invalid: same behind a link and an event on the edge of a step', async () => {
  const link = (kind, id) => `<bpmn:${kind} id="${id}" name="先へ"><bpmn:linkEventDefinition name="先へ" /></bpmn:${kind}>`;
  const content = `
    ${TASKS}${CHOICE}<bpmn:parallelGateway id="join" />
    ${link('intermediateThrowEvent', 'jump')}${link('intermediateCatchEvent', 'landing')}
    <bpmn:boundaryEvent id="edge" attachedToRef="b" />`;
  assert.deepEqual(
    await complaintsAbout(content + arrows(['choice', 'a'], ['a', 'jump'], ['landing', 'join'], ['choice', 'b'], ['edge', 'join'])),
    ['join'],
  );
});
