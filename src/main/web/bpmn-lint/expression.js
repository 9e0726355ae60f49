// Reads the engine's expressions as far as the rules need it: which variables are named, and which constants they are compared with.

const TOKENS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\p{L}_][\p{L}\p{N}_]*|[=!<>]=|&&|\|\||\S/gu;
const WORDS = ['true', 'false', 'null', 'and', 'or', 'not', 'eq', 'ne', 'lt', 'gt', 'le', 'ge', 'div', 'mod', 'empty', 'instanceof'];
const EQUALITIES = ['==', '!=', 'eq', 'ne'];
// given by the engine, not kept as process variables
const GIVEN = ['execution', 'task', 'loopCounter', 'nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances'];
const BY_NAME = /\b(?:get|set|has|remove)Variable(?:Local)?\(\s*['"]([^'"]+)['"]/g;

export function isExpression(text) {
  return /^\s*[$#]\{[^]*\}\s*$/.test(text ?? '');
}

/** Names of the variables in `${…}`. `deadlines.due(execution)` calls a bean: no variable. */
export function variablesIn(text) {
  const tokens = tokensOf(text);
  const named = tokens.filter((token, at) => isVariable(tokens, at));
  return [...new Set([...named, ...variablesByName(text)])];
}

/** Names given to the engine as text: `execution.setVariable('applied', true)`. */
export function variablesByName(text) {
  return [...text.matchAll(BY_NAME)].map((match) => match[1]);
}

/** `{ variable, constant }` for every comparison of a variable with a quoted text, in either order. */
export function comparisonsIn(text) {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) => {
    if (!EQUALITIES.includes(token)) {
      return [];
    }
    const sides = [at - 1, at + 1];
    const variable = sides.find((side) => isVariable(tokens, side));
    const constant = sides.find((side) => isText(tokens[side]));
    return variable === undefined || constant === undefined
      ? []
      : [{ variable: tokens[variable], constant: tokens[constant].slice(1, -1) }];
  });
}

function tokensOf(text) {
  return text.replace(/^\s*[$#]\{|\}\s*$/g, '').match(TOKENS) ?? [];
}

function isVariable(tokens, at) {
  const token = tokens[at];
  return (
    /^[\p{L}_]/u.test(token ?? '') && !WORDS.includes(token) && !GIVEN.includes(token) && tokens[at - 1] !== '.' && !isCall(tokens, at)
  );
}

function isCall(tokens, at) {
  return tokens[at + 1] === '(' || (tokens[at + 1] === '.' && tokens[at + 3] === '(');
}

function isText(token) {
  return /^['"]/.test(token ?? '');
}
