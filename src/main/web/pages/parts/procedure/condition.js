// Conditions of flows, as the editor builds them: variables of the closed list, joined by one word. What was written
// otherwise is shown as it is and can be replaced, never changed halfway.

const PART = /^(!)?([a-zA-Z][A-Za-z0-9]*)(?:\s*(==|!=|>=|<=|>|<)\s*(?:'([A-Za-z0-9_]*)'|(true|false)|(\d+)))?$/;

export const ALWAYS = { always: true, join: 'and', parts: [] };

/** {join, parts: [{variable, operator, value}]}, or null if it is not of this kind. */
export function parse(expression) {
  const inner = /^\s*[$#]\{([^{}]*)\}\s*$/.exec(expression ?? '')?.[1].trim();
  if (inner === undefined || inner === '') {
    return null;
  }
  if (inner === 'true') {
    return ALWAYS;
  }
  const ands = inner.includes('&&');
  if (ands && inner.includes('||')) {
    return null;
  }
  const parts = inner.split(ands ? '&&' : '||').map((text) => part(text.trim()));
  return parts.includes(null) ? null : { always: false, join: ands ? 'and' : 'or', parts };
}

export function format({ always, join, parts }) {
  if (always) {
    return '${true}';
  }
  return `\${${parts.map(text).join(join === 'and' ? ' && ' : ' || ')}}`;
}

function part(source) {
  const found = PART.exec(source);
  if (!found) {
    return null;
  }
  const [, not, variable, operator, quoted, truth, number] = found;
  if (operator === undefined) {
    return { variable, operator: not ? '!=' : '==', value: 'true', kind: 'BOOLEAN' };
  }
  if (not) {
    return null;
  }
  if (truth) {
    // not true is also what nobody has answered yet
    const same = (operator === '==') === (truth === 'true');
    return ['==', '!='].includes(operator) ? { variable, operator: same ? '==' : '!=', value: 'true', kind: 'BOOLEAN' } : null;
  }
  if (number !== undefined) {
    return { variable, operator, value: number, kind: 'INTEGER' };
  }
  return ['==', '!='].includes(operator) ? { variable, operator, value: quoted, kind: 'STRING' } : null;
}

function text({ variable, operator, value, kind }) {
  return `${variable} ${operator} ${kind === 'STRING' ? `'${value}'` : value}`;
}
