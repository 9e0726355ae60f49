import assert from 'node:assert/strict';
import { test } from 'node:test';
import { variableList } from '../variable-list.js';

const YAML = `# one line, several lines
variables:
  - {name: caseNumber, type: String, pattern: 'R\\d{1,2}-\\d{5}', process: all}  # key
  - {name: consent, type: String, values: [full, partial, none], process: all}

  - name: triageResult
    type: String
    values: [informationOnly, referOther]
  - name: services
    type: Json
    values:
      - housingSupport
      - informal
    server: true
`;

test('reads names and closed lists', () => {
  assert.deepEqual(variableList(YAML), [
    { name: 'caseNumber', values: [] },
    { name: 'consent', values: ['full', 'partial', 'none'] },
    { name: 'triageResult', values: ['informationOnly', 'referOther'] },
    { name: 'services', values: ['housingSupport', 'informal'] },
  ]);
});

test('refuses what it cannot read', () => {
  assert.throws(() => variableList('variables: []'), /no variable found/);
  assert.throws(() => variableList('variables:\n  - type: String\n    name: consent\n'), /does not begin with its name/);
});
