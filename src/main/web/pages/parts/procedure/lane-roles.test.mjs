import assert from 'node:assert/strict';
import test from 'node:test';
import { laneRoles } from './lane-roles.js';

const ROLES = [['consultation', '相談支援員'], ['chief', '主任相談支援員'], ['officer', '区 担当'], ['subsection', '係長'], ['section', '課長']].map(([value, label]) => ({ value, label }));

test('a lane is of the roles that its name names, the longer name first', () => {
  assert.deepEqual(laneRoles('相談支援員', ROLES), ['consultation']);
  assert.deepEqual(laneRoles('主任相談支援員', ROLES), ['chief']);
  assert.deepEqual(laneRoles('区（担当・係長・課長）', ROLES), ['officer', 'subsection', 'section']);
  assert.deepEqual(laneRoles('課長（専決者）', ROLES), ['section']);
  assert.deepEqual(laneRoles('全期間', ROLES), []);
  assert.deepEqual(laneRoles(undefined, ROLES), []);
});
