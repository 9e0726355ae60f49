// The editor of a decision table.
import { h } from './parts/procedure/dom.js';
import { tableEditor } from './parts/procedure/decision-tables.js';
import { Findings } from './parts/procedure/findings.js';
import { Place } from './parts/procedure/place.js';
import { Sides } from './parts/procedure/sides.js';

const place = new Place();
const table = h('div', { class: 'editor-canvas', 'aria-label': '判定表', role: 'group' });
const sides = new Sides(['指摘']);
document.getElementById('workplace').append(table, sides.box);
const editor = tableEditor(table);
const findings = new Findings(place, sides.panes[0], { show: ({ element }) => goTo(element), mark });

await place.open({
  show: bring,
  restore: bring,
  content: async () => (await editor.saveXML({ format: true })).xml,
  work: async () => (await editor.saveXML({ format: true })).xml,
  fileOf: (work) => work,
  extras: () => ({}),
  saved: () => findings.load(),
});
const active = editor.getActiveViewer();
active.on('commandStack.changed', () => place.changed());
const commands = active.get('commandStack');
const button = (label, onclick) => h('button', { type: 'button', class: 'button button--secondary', onclick }, label);
document.getElementById('acts').prepend(button('元に戻す', () => commands.canUndo() && commands.undo()), button('やり直す', () => commands.canRedo() && commands.redo()));
findings.load().then(() => goTo(place.element));

async function bring(xml) {
  await editor.importXML(xml);
}

/** The row, or the cell, of this id. */
function goTo(id) {
  const cell = id && (table.querySelector(`[data-row-id="${CSS.escape(id)}"]`) ?? table.querySelector(`[data-element-id="${CSS.escape(id)}"]`));
  cell?.scrollIntoView({ block: 'center', inline: 'center' });
  cell?.closest('tr')?.classList.add('is-found');
}

function mark(found) {
  table.querySelectorAll('.has-error, .has-warning').forEach((cell) => cell.classList.remove('has-error', 'has-warning'));
  found.forEach(({ element, severity }) => {
    const cell = element && (table.querySelector(`[data-row-id="${CSS.escape(element)}"]`) ?? table.querySelector(`[data-element-id="${CSS.escape(element)}"]`));
    cell?.classList.add(severity === 'ERROR' ? 'has-error' : 'has-warning');
  });
}
