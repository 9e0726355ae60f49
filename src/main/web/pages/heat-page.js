// 滞留の状況: the diagram with its heat. All measures come with one request; choosing another one asks nothing more.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './heat-page.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { level, paint, patterns, ranges, scaleBadges, swatch } from './parts/heat.js';
import { picture, png, save } from './parts/heat-picture.js';

const { process, version, title, query, cases, words, asOf } = document.getElementById('heat').dataset;
const container = document.getElementById('diagram');
const measures = document.getElementById('measure');
const says = document.getElementById('diagram-status');

/** Large enough to read the labels of the steps. */
const READABLE = 0.8;

// turning the wheel goes on scrolling the page; the buttons make the diagram larger and smaller
const viewer = new NavigatedViewer({ container, zoomScroll: { enabled: false } });
const canvas = viewer.get('canvas');
const registry = viewer.get('elementRegistry');
const on = (id, act) => document.getElementById(id).addEventListener('click', act);
let steps = [];
let exact = true;
let hottest = null;
let legend = [];

on('zoom-hot', goToHottest);
on('zoom-all', () => canvas.zoom('fit-viewport', 'auto'));
on('zoom-in', () => canvas.zoom(canvas.zoom() * 1.3));
on('zoom-out', () => canvas.zoom(canvas.zoom() / 1.3));
on('save-svg', () => saveAs('svg'));
on('save-png', () => saveAs('png'));
on('print', () => window.print());
measures.addEventListener('change', () => {
  keepInAddress();
  show();
});
viewer.on('canvas.viewbox.changed', () => scaleBadges(container, canvas.zoom()));
viewer.on('element.click', ({ element }) => open(element));
window.addEventListener('beforeprint', () => canvas.zoom('fit-viewport', 'auto'));
await load();

async function load() {
  says.textContent = '図を読み込んでいます…';
  try {
    const drawn = version ? `&version=${encodeURIComponent(version)}` : '';
    const [diagram, heat] = await Promise.all([
      answer(`/api/oversight/diagram?process=${encodeURIComponent(process)}${drawn}`),
      answer(`/api/oversight/heat?process=${encodeURIComponent(process)}&${query}`),
    ]);
    const told = await heat.json();
    steps = told.heat.lines;
    exact = told.exact;
    await viewer.importXML(await diagram.text());
    const root = container.querySelector('svg');
    const definitions = root.querySelector(':scope > defs') ?? root.insertBefore(document.createElementNS(root.namespaceURI, 'defs'), root.firstChild);
    definitions.append(...patterns());
    show();
    canvas.zoom('fit-viewport', 'auto');
    says.textContent = '';
  } catch {
    says.textContent = '図を読み込めませんでした。数字は下の表で見られます。画面を開き直すと、図も出ることがあります。';
  }
}

async function answer(address) {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return response;
}

function show() {
  const measure = measures.value;
  document.getElementById('explanation').textContent = measures.selectedOptions[0].dataset.explanation;
  const figureOf = (step) => step.figures[measure];
  const highest = Math.max(0, ...steps.map((step) => figureOf(step).value ?? 0));
  hottest = null;
  steps.forEach((step) => {
    const element = registry.get(step.step);
    if (!element) {
      return;
    }
    const { value, text } = figureOf(step);
    const graphics = registry.getGraphics(element);
    graphics.classList.toggle('heat-open', Boolean(step.calls) || cases === 'true');
    paint(graphics, element, level(value ?? 0, highest), text.replace('件', ''));
    if (highest > 0 && value === highest) {
      hottest ??= element;
    }
  });
  scaleBadges(container, canvas.zoom());
  explain(highest, figureOf);
  document.querySelectorAll('[data-measure]').forEach((cell) => cell.classList.toggle('heat-seen', cell.dataset.measure === measure));
}

/** The legend says in numbers what a colour and its pattern stand for. */
function explain(highest, figureOf) {
  legend = exact ? inNumbers(highest, figureOf) : inClasses(highest, figureOf);
  const list = document.getElementById('legend');
  list.replaceChildren(...legend.map(({ level: of, words: range }) => {
    const line = document.createElement('li');
    line.append(swatch(of), range);
    return line;
  }));
  if (legend.length === 0) {
    const line = document.createElement('li');
    line.textContent = '色が付く手順はありません。';
    list.append(line);
  }
}

function inNumbers(highest, figureOf) {
  const unit = (steps.map(figureOf).find(({ value }) => value > 0)?.text ?? '').replace(/[\d,]/g, '');
  return ranges(highest).map(({ level: of, from, to }) => ({ level: of, words: from === to ? `${from}${unit}` : `${from}〜${to}${unit}` }));
}

/** Where counts are told in classes: from the lowest to the highest class that has the level. */
function inClasses(highest, figureOf) {
  const figures = steps.map(figureOf).filter(({ value }) => value > 0).sort((one, other) => one.value - other.value);
  return [1, 2, 3, 4].flatMap((of) => {
    const texts = figures.filter(({ value }) => level(value, highest) === of).map(({ text }) => text);
    const first = texts[0]?.split('〜')[0];
    const last = texts.at(-1)?.split('〜').at(-1);
    return texts.length === 0 ? [] : [{ level: of, words: texts[0] === last ? last : `${first}〜${last}` }];
  });
}

function goToHottest() {
  canvas.zoom('fit-viewport', 'auto');
  if (hottest) {
    canvas.zoom(READABLE, { x: 0, y: 0 });
    const { width, height } = canvas.viewbox();
    canvas.viewbox({ x: hottest.x + hottest.width / 2 - width / 2, y: hottest.y + hottest.height / 2 - height / 2, width, height });
  }
}

function open(element) {
  const step = steps.find((one) => one.step === element.id);
  if (step?.calls) {
    const next = new URLSearchParams(query);
    next.delete('version');
    next.set('process', step.calls);
    next.set('measure', measures.value);
    window.location.assign(`/oversight?${next}`);
  } else if (step && cases === 'true') {
    window.location.assign(`/oversight/steps/${encodeURIComponent(process)}/${encodeURIComponent(step.step)}?${query}`);
  }
}

/** A link to this page, or the next use of its filter, shows the same measure again. */
function keepInAddress() {
  const address = new URL(window.location.href);
  address.searchParams.set('process', process);
  address.searchParams.set('measure', measures.value);
  window.history.replaceState(null, '', address);
  document.getElementById('kept-measure').value = measures.value;
  document.querySelectorAll('a[href*="measure="]').forEach((link) => {
    const next = new URL(link.href);
    next.searchParams.set('measure', measures.value);
    link.href = next.pathname + next.search;
  });
}

async function saveAs(kind) {
  try {
    scaleBadges(container, READABLE);
    const { svg } = await viewer.saveSVG();
    scaleBadges(container, canvas.zoom());
    const measure = measures.selectedOptions[0].textContent;
    const made = picture(svg, [`滞留の状況　${title}　${measure}`, words, asOf], legend);
    const blob = kind === 'svg' ? new Blob([made.xml], { type: 'image/svg+xml' }) : await png(made);
    save(blob, `滞留の状況_${title}_${measure}.${kind}`);
    says.textContent = `図を保存しました（${kind.toUpperCase()}）。`;
  } catch {
    says.textContent = '図を保存できませんでした。印刷するか、表を保存してください。';
  }
}
