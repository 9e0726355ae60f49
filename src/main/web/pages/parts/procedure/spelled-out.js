/**
 * The engine's part of BPMN, without the defaults of its bindings: what has a default is not written, and the files that ship
 * say the binding of each form, table and process.
 */
export function spelledOut(schema) {
  const types = schema.types.map((type) => (type.properties ? { ...type, properties: type.properties.map(withoutDefault) } : type));
  return { ...schema, types };
}

function withoutDefault(property) {
  if (!property.name.endsWith('Binding')) {
    return property;
  }
  const { default: dropped, ...rest } = property;
  return rest;
}
