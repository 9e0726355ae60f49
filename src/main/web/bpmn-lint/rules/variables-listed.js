import { attribute, is, kind, shapeOf } from '../model.js';
import { comparisonsIn, isExpression, variablesByName, variablesIn } from '../expression.js';

const NAMING_ATTRIBUTES = ['resultVariable', 'elementVariable', 'collection'];
const MAPPING_ATTRIBUTES = ['source', 'sourceExpression', 'target'];

/**
 * The diagram decides only on what the list of variables knows.
 * @param variables `[{ name, values }]` of processes/variables.yaml
 */
export default function ({ variables = [] } = {}) {
  const valuesOf = new Map(variables.map(({ name, values }) => [name, values ?? []]));

  return {
    check(node, reporter) {
      conditionsOf(node).forEach(checkCondition);
      namesIn(node).forEach(checkName);

      function checkCondition(condition) {
        if (!isExpression(condition)) {
          report(`条件「${condition}」を \${…} の形で書いてください。`);
          return;
        }
        variablesIn(condition).forEach(checkName);
        comparisonsIn(condition)
          .filter(({ variable, constant }) => valuesOf.has(variable) && !valuesOf.get(variable).includes(constant))
          .forEach(({ variable, constant }) => report(`「${variable}」に「${constant}」という値はありません。${choices(variable)}`));
      }

      function checkName(name) {
        if (!valuesOf.has(name)) {
          report(`変数「${name}」が variables.yaml にありません。`);
        }
      }

      function report(message) {
        reporter.report(shapeOf(node).id, message);
      }
    },
  };

  function choices(variable) {
    const values = valuesOf.get(variable);
    return values.length > 0 ? `使える値: ${values.join('、')}` : '決まった値の一覧を持たない変数です。';
  }
}

function conditionsOf(node) {
  const conditions = is(node, 'bpmn:MultiInstanceLoopCharacteristics') ? [node.completionCondition] : [];
  if (is(node, 'bpmn:SequenceFlow')) {
    conditions.push(node.conditionExpression);
  }
  if (is(node, 'bpmn:ConditionalEventDefinition')) {
    conditions.push(node.condition);
  }
  return conditions.filter(Boolean).map((condition) => condition.body ?? '');
}

function namesIn(node) {
  const isMapping = ['in', 'out'].includes(kind(node));
  const values = (isMapping ? MAPPING_ATTRIBUTES : NAMING_ATTRIBUTES).map((name) => attribute(node, name)).filter(Boolean);
  const byName = ['executionListener', 'taskListener'].includes(kind(node)) ? variablesByName(attribute(node, 'expression') ?? '') : [];
  return new Set([...values.flatMap((value) => (isExpression(value) ? variablesIn(value) : [value])), ...byName]);
}
