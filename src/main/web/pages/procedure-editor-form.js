// The editor of a form, and beside it the form as staff will see it.
import { FormEditor } from '@bpmn-io/form-js-editor';
import { DateField } from '../form-host/date-field.js';
import { h } from './parts/procedure/dom.js';
import { Findings } from './parts/procedure/findings.js';
import { Place } from './parts/procedure/place.js';
import { Sides } from './parts/procedure/sides.js';
import { staffForm } from './parts/procedure/staff-form.js';

/** What the form host does not show to staff, or a form of ours must not hold. */
const NOT_OFFERED = ['button', 'image', 'iframe', 'html', 'filepicker', 'documentPreview', 'expression'];

class Offered {
  static $inject = ['formFields'];

  constructor(formFields) {
    formFields.register('datetime', DateField);
    NOT_OFFERED.forEach((type) => delete formFields._formFields[type]);
  }
}

const place = new Place();
const drawing = h('div', { class: 'editor-canvas', 'aria-label': '入力フォーム', role: 'group' });
const preview = h('div', { class: 'editor-canvas editor-preview', hidden: true, 'aria-label': '職員に見える形', role: 'group' });
const sides = new Sides(['項目の設定', '指摘']);
document.getElementById('workplace').append(drawing, preview, sides.box);

let opened = {};
const editor = new FormEditor({
  container: drawing,
  propertiesPanel: { parent: sides.panes[0] },
  additionalModules: [{ __init__: ['offered'], offered: ['type', Offered] }],
});
const findings = new Findings(place, sides.panes[1], { show: ({ element }) => goTo(element), mark: () => {} });
const toggle = h('button', { type: 'button', class: 'button button--secondary', 'aria-pressed': 'false', onclick: look }, '職員に見える形');

await place.open({
  show: bring,
  restore: bring,
  content: text,
  work: text,
  fileOf: (work) => work,
  extras: () => ({}),
  saved: () => findings.load(),
});
editor.on('commandStack.changed', () => place.changed());
editor.on('selection.changed', () => sides.open(0));
document.getElementById('acts').prepend(
  h('button', { type: 'button', class: 'button button--secondary', onclick: () => editor.get('commandStack').undo() }, '元に戻す'),
  h('button', { type: 'button', class: 'button button--secondary', onclick: () => editor.get('commandStack').redo() }, 'やり直す'),
  toggle,
);
findings.load();
goTo(place.element);

async function bring(json) {
  opened = JSON.parse(json);
  await editor.importSchema(JSON.parse(json));
}

/** In the order of the file that was opened, and of its version: a comparison shall show what was changed and nothing else. */
async function text() {
  const saved = editor.saveSchema();
  const ordered = Object.fromEntries(Object.keys(opened).filter((name) => name in saved).map((name) => [name, saved[name]]));
  const form = { ...ordered, ...saved, schemaVersion: opened.schemaVersion ?? saved.schemaVersion };
  return `${JSON.stringify(form, null, 2)}\n`;
}

/** Finds a field by its id or its key. */
function goTo(id) {
  const registry = editor.get('formFieldRegistry');
  const field = id && (registry.get(id) ?? registry.getAll().find(({ key }) => key === id));
  if (field) {
    editor.get('selection').set(field);
    drawing.querySelector(`[data-id="${CSS.escape(field.id)}"]`)?.scrollIntoView({ block: 'center' });
  }
}

async function look() {
  const looking = preview.hidden;
  preview.hidden = !looking;
  drawing.hidden = looking;
  toggle.setAttribute('aria-pressed', String(looking));
  toggle.textContent = looking ? '編集に戻る' : '職員に見える形';
  if (looking) {
    await staffForm(preview, editor.saveSchema());
  }
}
