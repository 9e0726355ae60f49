import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import BpmnModdle from 'bpmn-moddle';
import { spelledOut } from './spelled-out.js';

const folder = join(import.meta.dirname, '../../../../../../processes');
const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');

/** Tags and attributes, whatever their order in a line and however an apostrophe is written. */
const words = (xml) => xml.replaceAll('&#39;', "'").split(/[\s>]+/).sort().join('\n');

test('a diagram that is opened and saved says what it said', async () => {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.bpmn'))) {
    const xml = readFileSync(join(folder, name), 'utf8');
    const moddle = new BpmnModdle({ camunda: spelledOut(camunda) });
    const { rootElement, warnings } = await moddle.fromXML(xml);
    assert.deepEqual(warnings, []);
    assert.equal(words((await moddle.toXML(rootElement, { format: true })).xml), words(xml), name);
  }
});
