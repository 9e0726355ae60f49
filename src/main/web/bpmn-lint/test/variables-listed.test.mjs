import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrow, complaints, findings, inProcess } from '../testing.mjs';

const options = { variables: [{ name: 'applied' }, { name: 'rejectionCount' }, { name: 'consent', values: ['full', 'partial', 'none'] }] };
const condition = (text) => `<bpmn:task id="a" /><bpmn:task id="b" />${arrow('a', 'b', { condition: text })}`;
const call = (mapping) =>
  `<bpmn:callActivity id="a" calledElement="x"><bpmn:extensionElements>${mapping}</bpmn:extensionElements></bpmn:callActivity>`;

test('valid: conditions on listed variables and values', async () => {
  for (const text of [
    '${true}',
    '${applied &amp;&amp; consent != true}',
    '${consent == "full" || \'none\' eq consent and not applied}',
    '${rejectionCount &gt;= 2}',
    "${deadlines.passed(execution, 'anything') and execution.getVariable('applied')}",
  ]) {
    assert.deepEqual(await complaints('variables-listed', condition(text), options), [], text);
  }
});

test('valid: listed variables handed over, set and answered', async () => {
  for (const content of [
    call('<camunda:in businessKey="#{execution.processBusinessKey}" /><camunda:in source="consent" target="consent" />'),
    call('<camunda:in sourceExpression="${!applied}" target="applied" /><camunda:out source="consent" target="consent" />'),
    '<bpmn:businessRuleTask id="a" camunda:resultVariable="consent" />',
    call(`<camunda:executionListener expression="\${execution.setVariable('applied', true)}" event="start" />`),
  ]) {
    assert.deepEqual(await complaints('variables-listed', content, options), [], content);
  }
});

test('invalid: a condition on an unknown variable or value', async () => {
  for (const text of ['${aplied}', "${execution.getVariable('aplied')}", "${consent == 'ful'}", "${'x' != applied}", 'applied']) {
    assert.deepEqual(await complaints('variables-listed', condition(text), options), ['a_b'], text);
  }
  const [finding] = await findings('variables-listed', inProcess(condition("${consent == 'ful'}")), options);
  assert.equal(finding.message, '「consent」に「ful」という値はありません。使える値: full、partial、none');
});

test('invalid: an unknown variable handed over, set or answered', async () => {
  for (const content of [
    call('<camunda:in source="name" target="consent" />'),
    call('<camunda:in source="consent" target="name" />'),
    call('<camunda:in sourceExpression="${name}" target="consent" />'),
    call('<camunda:out source="name" target="consent" />'),
    '<bpmn:businessRuleTask id="a" camunda:resultVariable="name" />',
    call(`<camunda:executionListener expression="\${execution.setVariable('name', true)}" event="start" />`),
  ]) {
    assert.deepEqual(await complaints('variables-listed', content, options), ['a'], content);
  }
});

test('invalid: everything, where the list is missing', async () => {
  assert.deepEqual(await complaints('variables-listed', condition('${applied}')), ['a_b']);
});
