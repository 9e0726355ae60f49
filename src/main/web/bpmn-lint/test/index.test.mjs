import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { configuration, rules } from '../index.js';

const folder = resolve(import.meta.dirname, '..');

test('every rule is on, has a page of explanation and a test', () => {
  const names = readdirSync(resolve(folder, 'rules')).map((file) => file.replace(/\.js$/, ''));
  assert.deepEqual(Object.keys(rules), names);
  for (const name of names) {
    assert.ok(configuration([]).rules[`tsunagu/${name}`], name);
    assert.ok(existsSync(resolve(folder, `docs/${name}.md`)), `docs/${name}.md`);
    assert.ok(existsSync(resolve(folder, `test/${name}.test.mjs`)), `test/${name}.test.mjs`);
  }
});

test('the rules run in a browser, too', () => {
  const files = [
    'index.js',
    'model.js',
    'expression.js',
    'variable-list.js',
    ...readdirSync(resolve(folder, 'rules')).map((name) => `rules/${name}`),
  ];
  for (const file of files) {
    const imports = [...readFileSync(resolve(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map((match) => match[1]);
    assert.deepEqual(
      imports.filter((name) => !name.startsWith('.')),
      [],
      file,
    );
  }
});
