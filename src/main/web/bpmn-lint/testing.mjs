// For the tests of the rules: a diagram as small as the question, checked with one rule.
import BpmnModdle from 'bpmn-moddle';
import bpmnlint from 'bpmnlint';
import { resolver, rules } from './index.js';

const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** What the rule says about a process with this content: the ids it names, in order. */
export async function complaints(rule, content, options) {
  return (await findings(rule, inProcess(content), options)).map(({ id }) => id);
}

/** Same, with the messages, for anything that may stand in a file. */
export async function findings(rule, content, options) {
  const { rootElement, warnings } = await read(content);
  if (warnings.length > 0) {
    throw new Error(warnings[0].message);
  }
  const config = { rules: { [`tsunagu/${rule}`]: ['error', options] } };
  const results = await new bpmnlint.Linter({ config, resolver: resolver() }).lint(rootElement);
  const reports = Object.values(results).flat();
  if (reports.some(({ category }) => category !== 'error') || !(rule in rules)) {
    throw new Error(`the rule ${rule} failed`);
  }
  return reports;
}

export function read(content, moddleExtensions) {
  return new BpmnModdle(moddleExtensions).fromXML(`<bpmn:definitions ${NAMESPACES}>${content}</bpmn:definitions>`);
}

export function inProcess(content) {
  return `<bpmn:process id="process" isExecutable="true">${content}</bpmn:process>`;
}

/** An arrow `a_b` from a to b. */
export function arrow(from, to, { name = '', condition } = {}) {
  const expression = condition ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>` : '';
  return `<bpmn:sequenceFlow id="${from}_${to}" name="${name}" sourceRef="${from}" targetRef="${to}">${expression}</bpmn:sequenceFlow>`;
}
