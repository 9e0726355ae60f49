// What the panel reads of the chosen element and changes of it; every change can be undone.
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { KINDS } from './bpmn-tools.js';
import { laneRoles } from './lane-roles.js';
import { isMadeUp, proposedId } from './proposed-id.js';

/** After the element has come to its place. */
const LAST = 100;
const STEP = /'([A-Za-z0-9]+)'/;

export class BpmnModel {
  constructor(modeler, lists) {
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('bpmnFactory');
    this.registry = modeler.get('elementRegistry');
    this.replacing = modeler.get('bpmnReplace');
    this.selection = modeler.get('selection');
    this.lists = lists;
    modeler.on('commandStack.shape.create.postExecuted', LAST, ({ context }) => this.proposeRole(context.shape));
    /** Step → its row of the table of targets, where it was changed here; saved with the diagram. */
    this.targets = {};
    /** Forms to be made when the diagram is saved. */
    this.forms = [];
  }

  /** The innermost lane an element lies in, as it is drawn. */
  lane(element) {
    const x = element.x + element.width / 2;
    const y = element.y + element.height / 2;
    const lies = (lane) => lane.x <= x && x <= lane.x + lane.width && lane.y <= y && y <= lane.y + lane.height;
    return this.registry.filter((one) => is(one, 'bpmn:Lane') && !one.labelTarget && lies(one)).sort((one, other) => one.width * one.height - other.width * other.height)[0];
  }

  /** Whose lane the element lies in: its name, and the roles that it names. */
  laneRoles(element) {
    const name = getBusinessObject(this.lane(element) ?? {})?.name ?? '';
    return { name, roles: laneRoles(name, this.lists.roles) };
  }

  /** A new step is the work of whoever's lane it lies in, unless several may be meant. */
  proposeRole(element) {
    if (is(element, 'bpmn:UserTask') && !getBusinessObject(element).get('camunda:candidateGroups')) {
      const { roles } = this.laneRoles(element);
      if (roles.length === 1) {
        this.set(element, { 'camunda:candidateGroups': roles[0] });
      }
    }
  }

  set(element, properties) {
    this.modeling.updateProperties(element, properties);
  }

  /** A new step gets an id that says something as soon as it has a name. */
  rename(element, name) {
    this.modeling.updateLabel(element, name);
    if (isMadeUp(element.id) && !is(element, 'bpmn:SequenceFlow')) {
      this.identify(element, this.proposed(element));
    }
  }

  proposed(element) {
    const kind = KINDS.find(({ shape }) => shape.type === element.type)?.key ?? 'step';
    return proposedId(getBusinessObject(element).name, kind, (id) => this.isTaken(id, element));
  }

  isTaken(id, element) {
    const there = this.registry.get(id);
    return (there && there !== element && there.labelTarget !== element) || this.lists.taken.includes(id);
  }

  /** What was said of the old id holds of the new one. */
  identify(element, id) {
    const old = element.id;
    this.modeling.updateProperties(element, { id });
    const timer = this.timer(element);
    if (timer?.expression.includes(`'${old}'`)) {
      this.setTimer(element, timer.expression.replace(`'${old}'`, `'${id}'`));
    }
    if (this.targets[old]) {
      this.targets[id] = this.targets[old];
      delete this.targets[old];
    }
    const form = this.forms.find(({ key }) => key === old);
    if (form) {
      form.key = id;
      this.modeling.updateProperties(element, { 'camunda:formRef': id });
    }
  }

  /** Nothing is saved under an id that the drawing library made up. */
  tidyIds() {
    const all = this.registry.filter((element) => !element.labelTarget && isMadeUp(element.id));
    all.filter((element) => is(element, 'bpmn:FlowNode')).forEach((element) => this.identify(element, this.proposed(element)));
    all.filter((element) => is(element, 'bpmn:SequenceFlow')).forEach((flow) => {
      const id = `${flow.source.id}_${flow.target.id}`;
      if (!this.registry.get(id)) {
        this.modeling.updateProperties(flow, { id });
      }
    });
  }

  documentation(element) {
    return getBusinessObject(element).documentation?.[0]?.text ?? '';
  }

  document(element, text) {
    const documentation = text.trim() === '' ? [] : [this.factory.create('bpmn:Documentation', { text: text.trim() })];
    this.set(element, { documentation });
  }

  condition(flow) {
    return getBusinessObject(flow).conditionExpression?.body ?? '';
  }

  setCondition(flow, body) {
    this.set(flow, { conditionExpression: body ? this.factory.create('bpmn:FormalExpression', { body }) : undefined });
  }

  isDefault(flow) {
    return getBusinessObject(flow.source).default === getBusinessObject(flow);
  }

  /** What is taken when no condition holds has none of its own. */
  setDefault(source, flow) {
    if (flow) {
      this.setCondition(flow, '');
    }
    this.set(source, { default: flow ? getBusinessObject(flow) : undefined });
  }

  timer(element) {
    const definition = getBusinessObject(element).eventDefinitions?.find((one) => is(one, 'bpmn:TimerEventDefinition'));
    return definition && { definition, expression: definition.timeDate?.body ?? definition.timeDuration?.body ?? definition.timeCycle?.body ?? '' };
  }

  setTimer(element, body) {
    const { definition } = this.timer(element);
    const timeDate = this.factory.create('bpmn:FormalExpression', { body });
    this.modeling.updateModdleProperties(element, definition, { timeDate, timeDuration: undefined, timeCycle: undefined });
  }

  /** The row that a step or timer goes by. */
  rowOf(element) {
    return this.timer(element) ? STEP.exec(this.timer(element).expression)?.[1] : element.id;
  }

  target(step) {
    return this.targets[step] ?? this.lists.targets[step];
  }

  setTarget(step, row) {
    this.targets[step] = row;
  }

  makeForm(element, title) {
    if (isMadeUp(element.id)) {
      this.identify(element, this.proposed(element));
    }
    if (!this.forms.some(({ key }) => key === element.id)) {
      this.forms.push({ key: element.id, title });
    }
    this.set(element, { 'camunda:formRef': element.id });
  }

  replace(element, kind) {
    const { shape } = KINDS.find(({ key }) => key === kind);
    const replaced = this.replacing.replaceElement(element, { ...shape });
    this.selection.select(replaced);
  }

  /** Only what is still in the diagram is saved with it. */
  extras() {
    const known = new Set(this.registry.getAll().map((element) => this.rowOf(element)).filter(Boolean));
    const targets = Object.fromEntries(Object.entries(this.targets).filter(([step]) => known.has(step)));
    const used = new Set(this.registry.getAll().map((element) => getBusinessObject(element).get?.('camunda:formRef')).filter(Boolean));
    return { targets, forms: this.forms.filter(({ key }) => used.has(key)) };
  }

  /** They are in the draft now; what was changed since is not. */
  saved({ targets, forms }) {
    Object.assign(this.lists.targets, targets);
    forms.forEach(({ key, title }) => this.lists.forms.push({ value: key, label: title }));
    this.targets = Object.fromEntries(Object.entries(this.targets).filter(([step, row]) => targets[step] !== row));
    this.forms = this.forms.filter(({ key }) => !forms.some((made) => made.key === key));
  }
}
