import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId, isMadeUp, proposedId } from './proposed-id.js';

const free = () => false;

test('the words of the name, in its order', () => {
  assert.equal(proposedId('家計アセスメント', 'step', free), 'householdAssessment');
  assert.equal(proposedId('福祉事務所に確認する', 'step', free), 'welfareOfficeConfirm');
});

test('a name without known words is numbered', () => {
  const taken = new Set(['step', 'step2']);
  assert.equal(proposedId('あれこれ', 'step', (id) => taken.has(id)), 'step3');
});

test('every proposal is an id as staff write them', () => {
  for (const name of ['家計', '区の課長が見直す', '', '𠮷野家を訪問']) {
    assert.ok(isId(proposedId(name, 'step', free)), name);
  }
});

test('an id of the drawing library is known', () => {
  assert.ok(isMadeUp('Activity_0ab12cd'));
  assert.ok(!isMadeUp('assess'));
});
