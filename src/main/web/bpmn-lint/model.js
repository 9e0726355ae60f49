// What the rules need to know of a diagram. Reads camunda: attributes and extensions whether or not the reader of the file knows
// their types: the build reads with plain bpmn-moddle, the editor in the browser with Camunda's descriptor.

const SHAPES = ['bpmn:FlowElement', 'bpmn:Process', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:MessageFlow'];

export function is(node, ...types) {
  return types.some((type) => node.$instanceOf(type));
}

/** True for what has a name of its own on the picture. */
export function isShape(node) {
  return is(node, ...SHAPES);
}

/** The element on the picture that a finding is shown at: expressions and event definitions have none of their own. */
export function shapeOf(node) {
  return isShape(node) || !node.$parent ? node : shapeOf(node.$parent);
}

export function isBlank(text) {
  return !text?.trim();
}

/** The value of an engine attribute. The prefix does not count: the engine still understands the old one of Activiti, too. */
export function attribute(node, name) {
  const untyped = Object.entries(node.$attrs ?? {}).find(([key]) => localName(key) === name);
  return node.get(`camunda:${name}`) ?? node[name] ?? untyped?.[1];
}

/** The element itself and what lies inside it, where the reader of the file did not know the type and left the inside to us. */
export function withUntypedInside(node) {
  return [node, ...(node.$children ?? []).flatMap(withUntypedInside)];
}

/** The name without prefix, in the spelling of the file: `camunda:ExecutionListener` of the editor is `executionListener` there. */
export function kind(node) {
  const name = localName(node.$type);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

// Taken from the arrows themselves, as the engine does; the lists `incoming` and `outgoing` may be missing in a file.
export function entriesOf(node) {
  return arrowsBeside(node).filter((arrow) => arrow.targetRef === node);
}

export function exitsOf(node) {
  return arrowsBeside(node).filter((arrow) => arrow.sourceRef === node);
}

export function linkName(event) {
  return linkDefinition(event)?.name ?? '';
}

/** The link events among the elements of one process or sub-process. */
export function linksIn(container, type) {
  return (container.flowElements ?? []).filter((element) => is(element, type) && linkDefinition(element));
}

function linkDefinition(event) {
  return event.eventDefinitions?.find((definition) => is(definition, 'bpmn:LinkEventDefinition'));
}

function arrowsBeside(node) {
  return node.$parent.flowElements.filter((element) => is(element, 'bpmn:SequenceFlow'));
}

function localName(name) {
  return name.split(':').pop();
}
