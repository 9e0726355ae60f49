import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from '../testing.mjs';

const link = (kind, id, name, label = name) =>
  `<bpmn:${kind} id="${id}" name="${label}"><bpmn:linkEventDefinition name="${name}" /></bpmn:${kind}>`;
const jump = (id, name, label) => link('intermediateThrowEvent', id, name, label);
const landing = (id, name, label) => link('intermediateCatchEvent', id, name, label);

test('valid: several jumps to one landing', async () => {
  assert.deepEqual(await complaints('links-paired', jump('a', '終結へ') + jump('b', '終結へ') + landing('c', '終結へ')), []);
});

test('invalid: a jump without landing, a landing without jump', async () => {
  assert.deepEqual(await complaints('links-paired', jump('a', '終結へ')), ['a']);
  assert.deepEqual(await complaints('links-paired', landing('c', '終結へ')), ['c']);
  assert.deepEqual(await complaints('links-paired', jump('a', '終結へ') + landing('c', '中断へ')), ['a', 'c']);
});

test('invalid: two landings', async () => {
  assert.deepEqual(await complaints('links-paired', jump('a', '終結へ') + landing('c', '終結へ') + landing('d', '終結へ')), ['c', 'd']);
});

test('invalid: the jump lands in another scope', async () => {
  const inside = `<bpmn:subProcess id="part">${jump('a', '終結へ')}</bpmn:subProcess>`;
  assert.deepEqual(await complaints('links-paired', inside + landing('c', '終結へ')), ['c', 'a']);
});

test('invalid: the label says something else than the link', async () => {
  assert.deepEqual(await complaints('links-paired', jump('a', '終結へ', '中断へ') + landing('c', '終結へ')), ['a']);
});
