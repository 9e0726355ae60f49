// Palette and context pad with what the engine and an administrator need, and what every new element gets by itself.
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { is } from 'bpmn-js/lib/util/ModelUtil';

/** What can be put into a diagram. */
export const KINDS = [
  { key: 'userTask', label: '職員のタスク', icon: 'bpmn-icon-user-task', shape: { type: 'bpmn:UserTask' } },
  { key: 'serviceTask', label: 'プログラムの処理', icon: 'bpmn-icon-service-task', shape: { type: 'bpmn:ServiceTask' } },
  { key: 'businessRuleTask', label: '判定表', icon: 'bpmn-icon-business-rule', shape: { type: 'bpmn:BusinessRuleTask' } },
  { key: 'callActivity', label: '別の手続を呼ぶ', icon: 'bpmn-icon-call-activity', shape: { type: 'bpmn:CallActivity' } },
  { key: 'exclusiveGateway', label: '分かれ道（どれか一つ）', icon: 'bpmn-icon-gateway-xor', shape: { type: 'bpmn:ExclusiveGateway' } },
  { key: 'inclusiveGateway', label: '分かれ道（当てはまるものすべて）', icon: 'bpmn-icon-gateway-or', shape: { type: 'bpmn:InclusiveGateway' } },
  { key: 'parallelGateway', label: '同時に進める・待ち合わせる', icon: 'bpmn-icon-gateway-parallel', shape: { type: 'bpmn:ParallelGateway' } },
  { key: 'timer', label: '日を待つ', icon: 'bpmn-icon-intermediate-event-catch-timer', shape: { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' } },
  { key: 'endEvent', label: '終わり', icon: 'bpmn-icon-end-event-none', shape: { type: 'bpmn:EndEvent' } },
];

class Palette {
  static $inject = ['palette', 'create', 'elementFactory', 'spaceTool', 'lassoTool', 'handTool', 'globalConnect'];

  constructor(palette, create, elementFactory, spaceTool, lassoTool, handTool, globalConnect) {
    Object.assign(this, { create, elementFactory, spaceTool, lassoTool, handTool, globalConnect });
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const tool = (className, title, click) => ({ group: 'tools', className, title, action: { click } });
    const entries = {
      hand: tool('bpmn-icon-hand-tool', '図を動かす', (event) => this.handTool.activateHand(event)),
      lasso: tool('bpmn-icon-lasso-tool', 'まとめて選ぶ', (event) => this.lassoTool.activateSelection(event)),
      space: tool('bpmn-icon-space-tool', 'すきまを空ける・つめる', (event) => this.spaceTool.activateSelection(event)),
      connect: tool('bpmn-icon-connection-multi', '線でつなぐ', (event) => this.globalConnect.start(event)),
      separator: { group: 'tools', separator: true },
    };
    KINDS.forEach(({ key, label, icon, shape }) => {
      const begin = (event) => this.create.start(event, this.elementFactory.createShape({ ...shape }));
      entries[`create.${key}`] = { group: 'create', className: icon, title: `${label}を置く`, action: { dragstart: begin, click: begin } };
    });
    return entries;
  }
}

class ContextPad {
  static $inject = ['contextPad', 'autoPlace', 'create', 'connect', 'elementFactory', 'modeling', 'rules'];

  constructor(contextPad, autoPlace, create, connect, elementFactory, modeling, rules) {
    Object.assign(this, { autoPlace, create, connect, elementFactory, modeling, rules });
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element) {
    const entries = {};
    const { businessObject } = element;
    const goesOn = is(businessObject, 'bpmn:FlowNode') && !is(businessObject, 'bpmn:EndEvent') && !element.labelTarget && !businessObject.triggeredByEvent;
    const isThrownLink = is(businessObject, 'bpmn:IntermediateThrowEvent') && businessObject.eventDefinitions?.some((one) => is(one, 'bpmn:LinkEventDefinition'));
    if (goesOn && !isThrownLink) {
      KINDS.filter(({ key }) => ['userTask', 'serviceTask', 'exclusiveGateway', 'timer', 'endEvent'].includes(key)).forEach(({ key, label, icon, shape }) => {
        entries[`append.${key}`] = {
          group: 'model',
          className: icon,
          title: `次に「${label}」を置く`,
          action: {
            click: () => this.autoPlace.append(element, this.elementFactory.createShape({ ...shape })),
            dragstart: (event) => this.create.start(event, this.elementFactory.createShape({ ...shape }), { source: element }),
          },
        };
      });
      const connect = (event) => this.connect.start(event, element);
      entries.connect = { group: 'connect', className: 'bpmn-icon-connection-multi', title: '線でつなぐ', action: { click: connect, dragstart: connect } };
    }
    return this.withDelete(entries, [element]);
  }

  getMultiElementContextPadEntries(elements) {
    return this.withDelete({}, elements);
  }

  withDelete(entries, elements) {
    const allowed = this.rules.allowed('elements.delete', { elements });
    if (allowed === true || (Array.isArray(allowed) && allowed.length === elements.length)) {
      entries.delete = { group: 'edit', className: 'bpmn-icon-trash', title: 'なくす', action: { click: () => this.modeling.removeElements(elements.slice()) } };
    }
    return entries;
  }
}

/** What the program needs of an element and nobody should have to know. */
class Defaults extends CommandInterceptor {
  static $inject = ['eventBus', 'bpmnFactory'];

  constructor(eventBus, bpmnFactory) {
    super(eventBus);
    this.postExecuted('shape.create', ({ context }) => this.fill(context.shape.businessObject, bpmnFactory));
  }

  fill(of, bpmnFactory) {
    const unless = (name, value) => of.get(name) ?? of.set(name, value);
    if (is(of, 'bpmn:UserTask')) {
      unless('camunda:dueDate', '${deadlines.due(execution)}');
      unless('camunda:formRefBinding', 'latest');
    } else if (is(of, 'bpmn:BusinessRuleTask')) {
      unless('camunda:decisionRefBinding', 'latest');
      unless('camunda:mapDecisionResult', 'singleEntry');
    } else if (is(of, 'bpmn:CallActivity')) {
      unless('camunda:calledElementBinding', 'latest');
      if (!of.extensionElements) {
        const facts = ['caseNumber', 'procedureSet', 'actDate'].map((name) => ({ source: name, target: name }));
        const values = [{ businessKey: '#{execution.processBusinessKey}' }, ...facts].map((one) => bpmnFactory.create('camunda:In', one));
        of.extensionElements = bpmnFactory.create('bpmn:ExtensionElements', { values });
        values.forEach((one) => {
          one.$parent = of.extensionElements;
        });
        of.extensionElements.$parent = of;
      }
    }
  }
}

export const bpmnTools = {
  __init__: ['defaults'],
  paletteProvider: ['type', Palette],
  contextPadProvider: ['type', ContextPad],
  defaults: ['type', Defaults],
};
