// Checks every diagram in processes/ with bpmnlint's rules and our own (bpmn-lint/). Run by the build, after the npm packages are there.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const processes = resolve(here, '../../../processes');

if (!['bpmnlint', 'bpmn-moddle'].every((name) => existsSync(join(here, 'node_modules', name)))) {
  console.error('図の検査に必要な部品（node_modules）がありません。先に Maven のビルド（./mvnw package）を実行してください。');
  process.exit(1);
}

// loaded only now: a missing package would otherwise stop the program before the message above
const { default: BpmnModdle } = await import('bpmn-moddle');
const { default: bpmnlint } = await import('bpmnlint');
const { default: NodeResolver } = await import('bpmnlint/lib/resolver/node-resolver.js');
const { configuration, resolver } = await import('./bpmn-lint/index.js');
const { variableList } = await import('./bpmn-lint/variable-list.js');

const config = configuration(variableList(readFileSync(join(processes, 'variables.yaml'), 'utf8')));
const files = readdirSync(processes).filter((name) => name.endsWith('.bpmn'));
const findings = (await Promise.all(files.map(lint))).flat();
const errors = findings.filter((finding) => !['warn', 'info'].includes(finding.category));

findings.forEach(({ file, id, rule, category, message }) =>
  console.error(`processes/${file}: ${id ?? '-'} ${rule} ${category === 'warn' ? '（注意）' : ''}${message.replace(/\s+/g, ' ')}`),
);
console.log(`図の検査: ${files.length} 枚、誤り ${errors.length} 件`);
process.exitCode = errors.length > 0 || files.length === 0 ? 1 : 0;

async function lint(file) {
  const { rootElement, warnings } = await read(file);
  if (warnings.length > 0) {
    // what could not be read completely cannot be judged either
    return warnings.map(({ message }) => ({ file, rule: 'xml', category: 'error', message }));
  }
  // a linter for each file: some rules of bpmnlint remember what they saw
  const results = await new bpmnlint.Linter({ config, resolver: resolver(new NodeResolver()) }).lint(rootElement);
  return Object.entries(results).flatMap(([rule, reports]) => reports.map((report) => ({ ...report, file, rule })));
}

function read(file) {
  return new BpmnModdle().fromXML(readFileSync(join(processes, file), 'utf8')).catch((error) => ({ warnings: [error] }));
}
