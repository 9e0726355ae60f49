// 進行中のケースへの影響: where the cases stand and where they will; a step for those whose own has gone is chosen in the picture or in the list.
import { get } from '../form-host/server.js';
import { scaleSigns } from './parts/compare-marks.js';
import { choices, clear, isStep, numbers, reason, signs, stepOf } from './parts/effect-marks.js';
import { scaleBadges } from './parts/heat.js';
import { h } from './parts/procedure/dom.js';
import { viewer } from './parts/procedure/diagram-view.js';

/** Large enough to read the labels of the steps. */
const READABLE = 0.8;

/** Around what is shown, in the units of the picture. */
const MARGIN = 60;

const box = document.getElementById('pictures');
const editable = box.dataset.editable === 'true';
const lists = [...document.querySelectorAll('select[data-place]')];
const which = document.getElementById('which');
const { pictures, standing } = await load();
let sides = [];
let shown;
let gone;

if (pictures.length > 0) {
  await begin();
}

async function load() {
  try {
    return await get(box.dataset.address);
  } catch {
    reveal();
    say('図を読み込めませんでした。移る先は、一覧から選べます。');
    document.querySelector('#pictures .compare-pair').hidden = true;
    return { pictures: [], standing: [] };
  }
}

async function begin() {
  reveal();
  sides = ['before', 'after'].map(drawing);
  which.replaceChildren(...pictures.map(({ title }, i) => h('option', { value: i }, title)));
  which.parentElement.hidden = pictures.length === 1;
  which.addEventListener('change', () => show(pictures[which.value]));
  document.querySelectorAll('.effect-of-gone').forEach((line) => line.toggleAttribute('hidden', lists.length === 0));
  on('zoom-place', () => goToPlaces());
  on('zoom-all', () => sides.forEach(({ canvas }) => canvas.zoom('fit-viewport', 'auto')));
  on('zoom-in', () => zoom(1.3));
  on('zoom-out', () => zoom(1 / 1.3));
  sides[0].viewer.on('element.click', ({ element }) => takeUp(stepOf(element)));
  sides[1].viewer.on('element.click', ({ element }) => press(element));
  lists.forEach((list) => {
    list.addEventListener('focus', () => attend(list.dataset.place));
    list.addEventListener('change', () => chosen(list));
  });
  await show(pictures[0]);
}

function reveal() {
  box.hidden = false;
  document.getElementById('pictures-card')?.removeAttribute('hidden');
}

function on(id, act) {
  document.getElementById(id).addEventListener('click', act);
}

function say(words) {
  document.getElementById('picture-status').textContent = words;
}

function drawing(side) {
  const container = document.getElementById(`picture-${side}`);
  const drawn = viewer(container);
  const canvas = drawn.get('canvas');
  drawn.on('canvas.viewbox.changed', () => scale(container, canvas));
  return { side, container, viewer: drawn, canvas };
}

function scale(container, canvas) {
  scaleBadges(container, canvas.zoom());
  scaleSigns(container, canvas.zoom());
}

async function show(picture) {
  shown = picture;
  which.value = pictures.indexOf(picture);
  gone = picture.gone[0];
  say('図を読み込んでいます…');
  try {
    for (const side of sides) {
      const of = picture[side.side];
      const { content } = await get(`/api/procedures/file?of=${encodeURIComponent(of)}&name=${encodeURIComponent(picture.file)}`);
      await side.viewer.importXML(content);
    }
    say('');
  } catch {
    say('図を読み込めませんでした。移る先は、一覧から選べます。');
    return;
  }
  paint();
  sides.forEach(({ canvas }) => canvas.zoom('fit-viewport', 'auto'));
  goToPlaces();
}

function zoom(factor) {
  sides.forEach(({ canvas }) => canvas.zoom(canvas.zoom() * factor));
}

/** The step that has gone, on the one side, and what was chosen for it on the other, or the same part of the picture; if none has gone, where cases stand. */
function goToPlaces() {
  const [before, after] = sides.map((side) => side.viewer.get('elementRegistry'));
  if (gone) {
    const from = before.get(step(gone.place));
    centre(sides[0].canvas, from);
    centre(sides[1].canvas, after.get(listOf(gone.place).value) ?? from);
  } else {
    const stoodIn = [...counted(({ places }) => places).keys()];
    showAll(sides[0].canvas, stoodIn.map((id) => before.get(id)));
    showAll(sides[1].canvas, stoodIn.map((id) => after.get(id)));
  }
}

/** As large as they fit, and no larger than what is easily read. */
function showAll(canvas, elements) {
  const boxes = elements.filter(Boolean);
  if (boxes.length === 0) {
    return;
  }
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const { outer } = canvas.viewbox();
  const scale = Math.min(READABLE, outer.width / (right - left + 2 * MARGIN), outer.height / (bottom - top + 2 * MARGIN));
  const [width, height] = [outer.width / scale, outer.height / scale];
  canvas.viewbox({ x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height });
}

function centre(canvas, element) {
  if (element) {
    canvas.zoom(READABLE, { x: 0, y: 0 });
    const { width, height } = canvas.viewbox();
    canvas.viewbox({ x: element.x + element.width / 2 - width / 2, y: element.y + element.height / 2 - height / 2, width, height });
  }
}

function paint() {
  sides.forEach(({ viewer: drawn }) => clear(drawn));
  const [before, after] = sides.map((side) => side.viewer);
  signs(before, shown.gone.map(({ place }) => step(place)), 'removed');
  numbers(before, counted(({ places }) => places));
  if (gone) {
    choices(after, gone.hindrances, editable ? undefined : '承認を求めたあとなので、変えられません');
    signs(after, [listOf(gone.place).value], 'chosen');
  }
  numbers(after, counted(willStand));
  sides.forEach(({ container, canvas }) => scale(container, canvas));
  lists.forEach((list) => list.parentElement.classList.toggle('effect-gone--current', list.dataset.place === gone?.place));
}

/** Step of the diagram that is shown → number of cases; {@code where} tells the places of some, or none. */
function counted(where) {
  const counts = new Map();
  standing.forEach((some) => {
    where(some).filter((place) => place.startsWith(`${shown.process}/`)).forEach((place) => {
      counts.set(step(place), (counts.get(step(place)) ?? 0) + some.count);
    });
  });
  return counts;
}

/** Cases that stay, or of which one step has nowhere to go, are nowhere in the new diagrams. */
function willStand({ places, moves }) {
  const then = places.map((place) => {
    const list = listOf(place);
    return list ? list.value && `${process(place)}/${list.value}` : place;
  });
  return moves && then.every(Boolean) ? then : [];
}

function takeUp(id) {
  const one = shown.gone.find(({ place }) => step(place) === id);
  if (one) {
    gone = one;
    paint();
    say(`「${gone.name}」の移る先を、右の図で押してください。`);
  }
}

/** Pressed in the new picture: the list takes over what may be chosen. */
function press(element) {
  if (!gone || !isStep(element)) {
    return;
  }
  const why = editable ? reason(element, gone.hindrances) : '承認を求めたあとなので、変えられません';
  if (why) {
    say(`「${nameOf(element)}」は選べません。${why}。`);
    return;
  }
  const list = listOf(gone.place);
  list.value = list.value === stepOf(element) ? '' : stepOf(element);
  list.dispatchEvent(new Event('change'));
}

async function chosen(list) {
  await attend(list.dataset.place);
  paint();
  const target = sides[1].viewer.get('elementRegistry').get(list.value);
  say(target
    ? `「${gone.name}」にいるケースの移る先は「${nameOf(target)}」です。「この経過措置で調べる」を押すと、試して確かめます。`
    : `「${gone.name}」にいるケースは、旧版のまま終わります。`);
  if (target) {
    bringIntoView(sides[1].canvas, target);
  }
}

function bringIntoView(canvas, element) {
  const { x, y, width, height } = canvas.viewbox();
  const inside = element.x >= x && element.y >= y && element.x + element.width <= x + width && element.y + element.height <= y + height;
  if (!inside) {
    centre(canvas, element);
  }
}

/** The list that somebody is at, and the picture its step is in. */
async function attend(place) {
  const picture = pictures.find((one) => one.gone.some((same) => same.place === place));
  if (!picture || gone?.place === place) {
    return;
  }
  if (picture !== shown) {
    await show(picture);
  }
  gone = picture.gone.find((one) => one.place === place);
  paint();
  goToPlaces();
}

function nameOf(element) {
  return (element.businessObject.name ?? '名前のない要素').replace(/\s+/g, '');
}

function listOf(place) {
  return lists.find(({ dataset }) => dataset.place === place);
}

function step(place) {
  return place.slice(place.indexOf('/') + 1);
}

function process(place) {
  return place.slice(0, place.indexOf('/'));
}
