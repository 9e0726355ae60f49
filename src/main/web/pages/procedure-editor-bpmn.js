// The editor of a diagram: the drawing, the panel of what is chosen, the findings.
import Modeler from 'bpmn-js/lib/Modeler';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { get } from '../form-host/server.js';
import { BpmnModel } from './parts/procedure/bpmn-model.js';
import { BpmnPanel } from './parts/procedure/bpmn-panel.js';
import { bpmnTools } from './parts/procedure/bpmn-tools.js';
import { h, options } from './parts/procedure/dom.js';
import { Findings } from './parts/procedure/findings.js';
import { japaneseBpmn } from './parts/procedure/japanese-bpmn.js';
import { Place } from './parts/procedure/place.js';
import { Sides } from './parts/procedure/sides.js';
import { spelledOut } from './parts/procedure/spelled-out.js';

const READABLE = 0.9;
const MARGIN = 40;

/** What the palette covers at the left, in pixels of the screen. */
const PALETTE = 110;

const place = new Place();
const workplace = document.getElementById('workplace');
const canvasBox = h('div', { class: 'editor-canvas', 'aria-label': '手続の図', role: 'group' });
const sides = new Sides(['選んだもの', '指摘']);
workplace.append(canvasBox, sides.box);

const modeler = new Modeler({
  container: canvasBox,
  moddleExtensions: { camunda: spelledOut(camunda) },
  additionalModules: [bpmnTools, japaneseBpmn],
  bpmnRenderer: { defaultFillColor: '#fff' },
});
const canvas = modeler.get('canvas');
const registry = modeler.get('elementRegistry');
const overlays = modeler.get('overlays');
let walked = [];
let marked = [];

const lists = await get(`${place.api}/surroundings?file=${place.name}`).catch(() => null);
if (lists) {
  await begin();
} else {
  place.notice('error', '役割や入力フォームの一覧を読めませんでした。ページを開き直してください。', []);
}

async function begin() {
  const model = new BpmnModel(modeler, lists);
  const findings = new Findings(place, sides.panes[1], { show, mark });
  const bring = async (xml) => {
    await modeler.importXML(xml);
    goTo(place.element) || whole();
  };
  await place.open({
    show: bring,
    restore: async (work) => {
      const { xml, targets, forms } = JSON.parse(work);
      Object.assign(model, { targets, forms });
      await bring(xml);
    },
    content: async () => {
      model.tidyIds();
      return (await modeler.saveXML({ format: true })).xml;
    },
    work: async () => JSON.stringify({ xml: (await modeler.saveXML({ format: true })).xml, targets: model.targets, forms: model.forms }),
    fileOf: (work) => JSON.parse(work).xml,
    extras: () => {
      model.tidyIds();
      return model.extras();
    },
    saved: (sent) => {
      model.saved(sent);
      panel.show(true);
      findings.load();
    },
  });
  const panel = new BpmnPanel(modeler, model, place, sides.panes[0]);
  modeler.on('commandStack.changed', () => place.changed());
  modeler.on('selection.changed', ({ newSelection }) => newSelection.length === 1 && sides.open(0));
  modeler.on('elements.changed', list);
  bar();
  list();
  findings.load();
}

/** What can be done with the whole diagram, also without a mouse. */
function bar() {
  const commands = modeler.get('commandStack');
  const button = (label, onclick, more = {}) => h('button', { type: 'button', class: 'button button--secondary', onclick, ...more }, label);
  const undo = button('元に戻す', () => commands.undo());
  const redo = button('やり直す', () => commands.redo());
  const grey = () => {
    undo.disabled = !commands.canUndo();
    redo.disabled = !commands.canRedo();
  };
  modeler.on('commandStack.changed', grey);
  grey();
  document.getElementById('acts').prepend(undo, redo,
    button('全体', whole),
    button('＋', () => canvas.zoom(canvas.zoom() * 1.3), { 'aria-label': '図を大きくする' }),
    button('－', () => canvas.zoom(canvas.zoom() / 1.3), { 'aria-label': '図を小さくする' }));
}

/** Every step and line by name: chosen from here, it is shown on the drawing. */
function list() {
  sides.find ??= sides.box.insertBefore(h('div', { class: 'editor-find' }), sides.box.firstChild);
  const named = registry
    .filter((element) => !element.labelTarget && element.parent && /FlowNode|Task|Gateway|Event|SequenceFlow|Activity/.test(element.type))
    .map((element) => ({ value: element.id, label: title(element) }))
    .filter(({ label }) => label)
    .sort((one, other) => one.label.localeCompare(other.label, 'ja'));
  const select = h('select', { 'aria-label': '名前で選ぶ', id: 'choose', onchange: () => goTo(select.value) }, options(named, '', '名前で選ぶ…'));
  sides.find.replaceChildren(select);
}

function title(element) {
  const name = (of) => of?.businessObject.name;
  if (element.type === 'bpmn:SequenceFlow') {
    return `線：${name(element.source) || '（名前なし）'} → ${name(element.target) || '（名前なし）'}`;
  }
  return name(element);
}

function goTo(id) {
  const element = id && registry.get(id);
  if (!element) {
    return false;
  }
  modeler.get('selection').select(element);
  const box = element.waypoints ? middle(element.waypoints) : element;
  canvas.zoom(READABLE);
  const { width, height } = canvas.viewbox();
  canvas.viewbox({ x: box.x + (box.width ?? 0) / 2 - width / 2, y: box.y + (box.height ?? 0) / 2 - height / 2, width, height });
  return true;
}

function middle(waypoints) {
  return { x: (waypoints[0].x + waypoints.at(-1).x) / 2, y: (waypoints[0].y + waypoints.at(-1).y) / 2 };
}

function show({ element, walk }) {
  walked.forEach((id) => registry.get(id) && canvas.removeMarker(id, 'on-walk'));
  walked = walk.filter((id) => registry.get(id));
  walked.forEach((id) => canvas.addMarker(id, 'on-walk'));
  if (goTo(element ?? walk.at(-1))) {
    sides.open(1);
  }
  if (walked.length > 0) {
    lookAt([...walked, element].filter((id) => id && registry.get(id)).map((id) => registry.get(id)));
  }
  return walked.map((id) => title(registry.get(id))).filter((name) => name && !name.startsWith('線：'));
}

function whole() {
  lookAt(canvas.getRootElement().children.filter(({ labelTarget }) => !labelTarget));
}

/** All of them at once, as large as they fit. */
function lookAt(elements) {
  const boxes = elements.map((element) => (element.waypoints ? { ...middle(element.waypoints), width: 0, height: 0 } : element));
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN;
  const { outer } = canvas.viewbox();
  const scale = Math.min(READABLE, (outer.width - PALETTE) / (right - left), outer.height / (bottom - top));
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({ x: (left + right - width - PALETTE / scale) / 2, y: (top + bottom - height) / 2, width, height });
}

function mark(findings) {
  overlays.remove({ type: 'finding' });
  marked.forEach(([id, marker]) => registry.get(id) && canvas.removeMarker(id, marker));
  marked = [];
  const by = new Map();
  findings.filter(({ element }) => element && registry.get(element)).forEach((finding) => by.set(finding.element, [...(by.get(finding.element) ?? []), finding]));
  by.forEach((of, id) => {
    const kind = of.some(({ severity }) => severity === 'ERROR') ? 'error' : 'warning';
    canvas.addMarker(id, `has-${kind}`);
    marked.push([id, `has-${kind}`]);
    const badge = h('span', { class: `finding-badge finding-badge--${kind}`, title: of.map(({ message }) => message).join('\n') }, kind === 'error' ? '✕' : '！');
    overlays.add(id, 'finding', { position: registry.get(id).waypoints ? { top: -10, left: -10 } : { top: -12, right: 12 }, html: badge });
  });
}
