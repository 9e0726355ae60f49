import { attribute, is, isBlank, kind, shapeOf, withUntypedInside } from '../model.js';

const CLASS_ATTRIBUTES = ['class', 'variableMappingClass', 'formHandlerClass'];

/** A diagram names building blocks; it contains no program. */
export default function () {
  return {
    check(node, reporter) {
      for (const element of withUntypedInside(node)) {
        if (is(element, 'bpmn:ScriptTask') || kind(element) === 'script') {
          report(element, '図の中にスクリプトは書けません。用意された部品か式を使ってください。');
        }
        if (is(element, 'bpmn:FormalExpression') && !(isBlank(element.language) && isBlank(attribute(element, 'resource')))) {
          report(element, '式にスクリプト言語は使えません。${…} の式で書いてください。');
        }
        CLASS_ATTRIBUTES.filter((name) => attribute(element, name)).forEach((name) =>
          report(element, `Javaのクラス（camunda:${name}）は指定できません。用意された部品を使ってください。`),
        );
      }

      function report(element, message) {
        reporter.report(shapeOf(element).id, message);
      }
    },
  };
}
