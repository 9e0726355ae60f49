import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, kind } from '../model.js';
import { inProcess, read } from '../testing.mjs';

// the few types of the editor's descriptor that this file asks for
const TYPED = {
  name: 'Camunda',
  uri: 'http://camunda.org/schema/1.0/bpmn',
  prefix: 'camunda',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Assignable',
      extends: ['bpmn:UserTask'],
      properties: [{ name: 'candidateGroups', isAttr: true, type: 'String' }],
    },
    { name: 'ExecutionListener', superClass: ['Element'], properties: [{ name: 'expression', isAttr: true, type: 'String' }] },
  ],
};

test('reads the same with and without knowing the types', async () => {
  for (const extensions of [{}, { camunda: TYPED }]) {
    const listener = '<camunda:executionListener expression="x" />';
    const task = `<bpmn:userTask id="a" camunda:candidateGroups="g"><bpmn:extensionElements>${listener}</bpmn:extensionElements></bpmn:userTask>`;
    const { rootElement, warnings } = await read(inProcess(task), extensions);
    const [element] = rootElement.rootElements[0].flowElements;
    assert.deepEqual(warnings, []);
    assert.equal(attribute(element, 'candidateGroups'), 'g');
    assert.equal(attribute(element, 'formRef'), undefined);
    assert.equal(kind(element.extensionElements.values[0]), 'executionListener');
    assert.equal(attribute(element.extensionElements.values[0], 'expression'), 'x');
  }
});
