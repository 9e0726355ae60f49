// Reads names and closed lists out of processes/variables.yaml. Not a YAML reader: it knows the two ways in which that file writes an
// entry, on one line or on several, and says so where it meets a third.

export function variableList(yaml) {
  const [, ...entries] = withoutComments(yaml).split(/^ {2}- /m);
  if (entries.length === 0) {
    throw new Error('no variable found: every entry begins with two blanks and a dash');
  }
  return entries.map((entry) => ({ name: nameOf(entry), values: valuesOf(entry) }));
}

function withoutComments(yaml) {
  return yaml.replace(/^\s*#.*$/gm, '').replace(/\s#.*$/gm, '');
}

function nameOf(entry) {
  const name = /^\{?\s*name:\s*([A-Za-z]\w*)/.exec(entry)?.[1];
  if (!name) {
    throw new Error(`an entry does not begin with its name: ${entry.split('\n')[0]}`);
  }
  return name;
}

function valuesOf(entry) {
  const list = /\bvalues:\s*(?:\[([^\]]*)\]|((?:\n\s+-\s.*)+))/.exec(entry);
  return list ? ((list[1] ?? list[2]).match(/\w[\w-]*/g) ?? []) : [];
}
