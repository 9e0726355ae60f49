import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, parse } from './condition.js';

const folder = join(import.meta.dirname, '../../../../../../processes');
const conditions = readdirSync(folder)
  .filter((name) => name.endsWith('.bpmn'))
  .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/<bpmn:conditionExpression[^>]*>([^<]*)</g)])
  .map(([, text]) => text.replaceAll('&amp;', '&').replaceAll('&gt;', '>').replaceAll('&lt;', '<'));

test('every condition of the diagrams that ship can be built', () => {
  assert.ok(conditions.length > 50);
  assert.deepEqual(conditions.filter((text) => parse(text) === null), []);
});

test('what is built is read again as it was', () => {
  for (const text of conditions) {
    assert.deepEqual(parse(format(parse(text))), parse(text));
  }
});

test('no and a missing answer are one', () => {
  assert.equal(format(parse('${!urgent}')), '${urgent != true}');
  assert.equal(format(parse('${urgent == false}')), '${urgent != true}');
});

test('anything else is left alone', () => {
  for (const text of ['', '${a && b || c}', '${bean.ask(execution)}', '#{a + b}', "${a == 'x' ? b : c}", '${!a == true}', '${a > true}', "${a > 'x'}"]) {
    assert.equal(parse(text), null, text);
  }
});
