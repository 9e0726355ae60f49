// The page of a case: the diagram with the steps at which the case stands, and a contact that is shown on demand.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './case-page.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { LoggedOut, send } from '../form-host/server.js';

const number = document.getElementById('content').dataset.number;
const container = document.getElementById('diagram');
const select = document.getElementById('process');
const says = document.getElementById('diagram-status');

/** Large enough to read the labels of the steps. */
const READABLE = 0.8;
let lit = [];

document.getElementById('done')?.focus();
document.getElementById('show-contact')?.addEventListener('click', showContact);

if (container) {
  // turning the wheel goes on scrolling the page; the buttons make the diagram larger and smaller
  const viewer = new NavigatedViewer({ container, zoomScroll: { enabled: false } });
  const canvas = viewer.get('canvas');
  const on = (id, act) => document.getElementById(id).addEventListener('click', act);
  on('zoom-now', () => goToNow(canvas));
  on('zoom-all', () => canvas.zoom('fit-viewport', 'auto'));
  on('zoom-in', () => canvas.zoom(canvas.zoom() * 1.3));
  on('zoom-out', () => canvas.zoom(canvas.zoom() / 1.3));
  select.addEventListener('change', () => show(viewer));
  await show(viewer);
}

async function show(viewer) {
  const { value, dataset } = select.selectedOptions[0];
  says.textContent = '図を読み込んでいます…';
  try {
    const answer = await fetch(`/api/cases/${number}/diagrams/${value}`, { credentials: 'same-origin' });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    await viewer.importXML(await answer.text());
    light(viewer, dataset.lit.split(' ').filter(Boolean));
    goToNow(viewer.get('canvas'));
    says.textContent = dataset.lit ? '' : 'この手続は終わっています。';
  } catch {
    says.textContent = '図を読み込めませんでした。画面を開き直してください。';
  }
}

/** Light is not only a colour: a thick frame, and a mark in words. */
function light(viewer, elements) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  lit = elements.map((id) => registry.get(id)).filter(Boolean);
  lit.forEach((element) => {
    canvas.addMarker(element, 'case-now');
    overlays.add(element, { position: { top: -14, left: -6 }, html: mark(), scale: { min: 1 } });
  });
}

function goToNow(canvas) {
  canvas.zoom('fit-viewport', 'auto');
  if (lit.length > 0 && canvas.zoom() < READABLE) {
    const [first] = lit;
    canvas.zoom(READABLE, { x: 0, y: 0 });
    const { width, height } = canvas.viewbox();
    canvas.viewbox({ x: first.x + first.width / 2 - width / 2, y: first.y + first.height / 2 - height / 2, width, height });
  }
}

function mark() {
  const made = document.createElement('span');
  made.className = 'case-now-mark';
  made.textContent = 'いま';
  return made;
}

async function showContact() {
  const status = document.getElementById('contact-status');
  try {
    const lines = await send(`/api/cases/${number}/contact`, 'POST', {});
    const box = document.getElementById('contact');
    box.replaceChildren(...lines.map(({ label, text }) => line(`${label}: ${text}`)));
    if (lines.length === 0) {
      box.replaceChildren(line('記録がありません。'));
    }
    box.tabIndex = -1;
    box.focus();
  } catch (error) {
    status.textContent = error instanceof LoggedOut ? 'ログインの有効期限が切れました。画面を開き直してください。' : '表示できませんでした。もう一度押してください。';
  }
}

function line(text) {
  const made = document.createElement('span');
  made.className = 'case-line';
  made.textContent = text;
  return made;
}
