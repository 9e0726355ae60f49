// One diagram, table or form as it is in a set or a draft. Only what the kind needs is loaded.
import { get } from '../form-host/server.js';
import { h } from './parts/procedure/dom.js';

const box = document.getElementById('view');
const says = document.getElementById('view-status');
const { of, file } = box.dataset;

const SHOW = { bpmn: diagram, dmn: table, form, html: text, css: text, yaml: text };

says.textContent = '読み込んでいます…';
try {
  const { content } = await get(`/api/procedures/file?of=${encodeURIComponent(of)}&name=${encodeURIComponent(file)}`);
  await SHOW[file.split('.').pop()](content);
  says.textContent = '';
} catch {
  says.textContent = '表示できませんでした。ファイルの形が崩れているかもしれません。';
}

async function diagram(xml) {
  const { viewer } = await import('./parts/procedure/diagram-view.js');
  const shown = viewer(box);
  await shown.importXML(xml);
  const canvas = shown.get('canvas');
  const button = (label, onclick, name) => h('button', { type: 'button', class: 'button button--secondary', onclick, 'aria-label': name }, label);
  box.append(h('div', { class: 'procedure-view__bar' }, button('全体', () => canvas.zoom('fit-viewport', 'auto'), '図の全体を見る'), button('＋', () => canvas.zoom(canvas.zoom() * 1.3), '図を大きくする'), button('－', () => canvas.zoom(canvas.zoom() / 1.3), '図を小さくする')));
  canvas.zoom('fit-viewport', 'auto');
}

async function table(xml) {
  const { tableViewer } = await import('./parts/procedure/decision-tables.js');
  await tableViewer(box).importXML(xml);
  const region = box.querySelector('.tjs-table-container');
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', '判定表');
}

async function form(json) {
  const { staffForm } = await import('./parts/procedure/staff-form.js');
  await staffForm(box, JSON.parse(json));
}

/** A paper or a list, as it is written. */
async function text(content) {
  box.append(h('pre', { class: 'procedure-text', tabindex: 0 }, content));
}
