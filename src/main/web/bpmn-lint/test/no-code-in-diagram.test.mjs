import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from '../testing.mjs';

const withExtension = (content) => `<bpmn:task id="a"><bpmn:extensionElements>${content}</bpmn:extensionElements></bpmn:task>`;
const withCondition = (attributes, body) => `
  <bpmn:task id="a" /><bpmn:task id="b" />
  <bpmn:sequenceFlow id="a_b" sourceRef="a" targetRef="b">
    <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" ${attributes}>${body}</bpmn:conditionExpression>
  </bpmn:sequenceFlow>`;

test('valid: building blocks and expressions', async () => {
  const block = '<bpmn:serviceTask id="a" camunda:delegateExpression="${startReferral}" />';
  assert.deepEqual(await complaints('no-code-in-diagram', block), []);
  const listener = '<camunda:executionListener delegateExpression="${mainProcessEnd}" event="end" />';
  assert.deepEqual(await complaints('no-code-in-diagram', withExtension(listener)), []);
  assert.deepEqual(await complaints('no-code-in-diagram', withCondition('', '${applied}')), []);
});

test('invalid: scripts', async () => {
  const script = '<camunda:script scriptFormat="groovy">1</camunda:script>';
  for (const content of [
    '<bpmn:scriptTask id="a" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask>',
    withExtension(`<camunda:executionListener event="start">${script}</camunda:executionListener>`),
    withExtension(`<camunda:taskListener event="create">${script}</camunda:taskListener>`),
    withExtension(`<camunda:inputOutput><camunda:inputParameter name="applied">${script}</camunda:inputParameter></camunda:inputOutput>`),
  ]) {
    assert.deepEqual(await complaints('no-code-in-diagram', content), ['a'], content);
  }
  assert.deepEqual(await complaints('no-code-in-diagram', withCondition('language="groovy"', 'applied')), ['a_b']);
  assert.deepEqual(await complaints('no-code-in-diagram', withCondition('camunda:resource="rule.groovy"', '')), ['a_b']);
});

test('invalid: classes', async () => {
  for (const content of [
    '<bpmn:serviceTask id="a" camunda:class="jp.example.Delegate" />',
    '<bpmn:callActivity id="a" calledElement="x" camunda:variableMappingClass="jp.example.Mapping" />',
    '<bpmn:serviceTask id="a" xmlns:activiti="http://activiti.org/bpmn" activiti:class="jp.example.Delegate" />',
    withExtension('<camunda:executionListener class="jp.example.Listener" event="end" />'),
  ]) {
    assert.deepEqual(await complaints('no-code-in-diagram', content), ['a'], content);
  }
});
