// 手続を比べる: two diagrams side by side that move together, with what changes marked; tables that scroll together.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './compare-page.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { mark, scaleSigns } from './parts/compare-marks.js';

/** Large enough to read the labels of the steps. */
const READABLE = 0.9;

const { before, after, file } = document.getElementById('file').dataset;
const lines = [...document.querySelectorAll('#words li')];

if (document.getElementById('diagram-before')) {
  await showDiagrams();
}
scrollTogether([...document.querySelectorAll('.compare-scroll')]);
document.querySelectorAll('.compare-scroll').forEach(showFirstChange);

async function showDiagrams() {
  const says = document.getElementById('diagram-status');
  says.textContent = '図を読み込んでいます…';
  const sides = await Promise.all([side('diagram-before', before, 'REMOVED'), side('diagram-after', after, 'ADDED')]);
  const drawn = sides.filter(Boolean);
  says.textContent = sides.includes(undefined) ? '図を読み込めませんでした。違いは上の文で確かめてください。' : '';
  moveTogether(drawn);
  const all = () => drawn[0]?.get('canvas').zoom('fit-viewport', 'auto');
  on('zoom-all', all);
  on('zoom-in', () => zoom(drawn, 1.3));
  on('zoom-out', () => zoom(drawn, 1 / 1.3));
  lines.forEach((line) => line.querySelector('.compare-go')?.addEventListener('click', () => goTo(drawn, line)));
  drawn.forEach((viewer) => viewer.on('element.click', ({ element }) => point(drawn, element.id)));
  all();
}

function on(id, act) {
  document.getElementById(id).addEventListener('click', act);
}

/** One side; null if the diagram is only on the other, undefined if it cannot be drawn. */
async function side(id, edition, missingOn) {
  const container = document.getElementById(id);
  const response = await fetch(
    `/api/procedures/compare/diagram?of=${encodeURIComponent(edition)}&file=${encodeURIComponent(file)}`,
    { credentials: 'same-origin' },
  );
  if (response.status === 404) {
    return empty(container, 'この手続にはない図です。', null);
  }
  try {
    const viewer = new NavigatedViewer({ container, zoomScroll: { enabled: false }, canvas: { deferUpdate: false } });
    await viewer.importXML(await response.text());
    paint(viewer, container, missingOn);
    return viewer;
  } catch {
    return empty(container, 'この図は、書きかけか壊れているため描けません。', undefined);
  }
}

function empty(container, words, result) {
  container.replaceChildren(words);
  container.classList.add('compare-diagram--empty');
  return result;
}

/** What is added shows on the later side, what is removed on the earlier, what changes on both. */
function paint(viewer, container, own) {
  const registry = viewer.get('elementRegistry');
  const kinds = new Map();
  lines.forEach(({ dataset }) => {
    const kind = dataset.kind === 'ADDED' || dataset.kind === 'REMOVED' ? dataset.kind : 'CHANGED';
    kinds.set(dataset.element, kinds.get(dataset.element) ?? kind);
  });
  kinds.forEach((kind, id) => {
    const element = registry.get(id);
    if (element && (kind === own || kind === 'CHANGED')) {
      mark(registry.getGraphics(element), element, kind.toLowerCase());
    }
  });
  const scale = () => scaleSigns(container, viewer.get('canvas').zoom());
  viewer.on('canvas.viewbox.changed', scale);
  scale();
}

/** Whatever part of one is shown, the other shows the same part, shifted by as much as the last place that was gone to lies apart. */
function moveTogether(viewers) {
  let moving = false;
  viewers.forEach((viewer) => {
    viewer.shift = { x: 0, y: 0 };
    viewer.on('canvas.viewbox.changed', ({ viewbox }) => {
      if (moving) {
        return;
      }
      moving = true;
      viewers.filter((other) => other !== viewer).forEach((other) => {
        const { x, y, width, height } = viewbox;
        other.get('canvas').viewbox({
          x: x - viewer.shift.x + other.shift.x, y: y - viewer.shift.y + other.shift.y, width, height,
        });
      });
      moving = false;
    });
  });
}

function zoom(viewers, factor) {
  const canvas = viewers[0]?.get('canvas');
  canvas?.zoom(canvas.zoom() * factor);
}

function goTo(viewers, line) {
  const centres = viewers.map((viewer) => centre(viewer.get('elementRegistry').get(line.dataset.element)));
  const known = centres.find(Boolean);
  choose(line);
  if (!known) {
    document.getElementById('diagram-status').textContent = 'これは図の中に場所を持たない違いです。';
    return;
  }
  document.getElementById('diagram-status').textContent = '';
  const places = centres.map((place) => place ?? known);
  viewers.forEach((viewer, i) => {
    viewer.shift = { x: places[i].x - places[0].x, y: places[i].y - places[0].y };
  });
  document.querySelector('.compare-pair').scrollIntoView({ block: 'nearest' });
  const canvas = viewers[0].get('canvas');
  canvas.zoom(READABLE, { x: 0, y: 0 });
  const { width, height } = canvas.viewbox();
  canvas.viewbox({ x: places[0].x - width / 2, y: places[0].y - height / 2, width, height });
}

function centre(element) {
  if (!element) {
    return null;
  }
  if (element.waypoints) {
    const middle = Math.floor((element.waypoints.length - 1) / 2);
    const [from, to] = [element.waypoints[middle], element.waypoints[middle + 1]];
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  }
  return { x: element.x + element.width / 2, y: element.y + element.height / 2 };
}

/** Pressed in the picture: the sentence about it. */
function point(viewers, id) {
  const line = lines.find(({ dataset }) => dataset.element === id);
  if (line) {
    choose(line);
    line.scrollIntoView({ block: 'nearest' });
  }
}

function choose(line) {
  lines.forEach((other) => other.classList.toggle('compare-current', other === line));
}

function scrollTogether(parts) {
  parts.forEach((part, i) => part.addEventListener('scroll', () => {
    const other = parts[i % 2 === 0 ? i + 1 : i - 1];
    if (other && other.scrollLeft !== part.scrollLeft) {
      other.scrollLeft = part.scrollLeft;
    }
  }));
}

/** In a wide table the cell that changes may lie outside of what is seen. */
function showFirstChange(part) {
  const cell = part.querySelector('td.compare-changed');
  if (cell) {
    part.scrollLeft = Math.max(0, cell.offsetLeft + cell.offsetWidth - part.clientWidth);
  }
}
