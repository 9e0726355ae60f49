// The editor of a paper with the paper beside it, as the printer prints it; and of the list of variables.
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { h } from './parts/procedure/dom.js';
import { Findings } from './parts/procedure/findings.js';
import { PaperLook } from './parts/procedure/paper-look.js';
import { Place } from './parts/procedure/place.js';
import { Sides } from './parts/procedure/sides.js';

const place = new Place();
const isPaper = place.file !== 'processes/variables.yaml';
const writing = h('div', { class: 'editor-canvas' });
const sides = new Sides(isPaper ? ['入れる項目', '指摘'] : ['書き方', '指摘']);
const findingsPane = sides.panes[1];
const workplace = document.getElementById('workplace');

/** The server's findings hold for what is saved; what is being written is looked at by itself. */
let saved = [];
let live = null;
let ready = false;

const view = new EditorView({
  parent: writing,
  state: EditorState.create({
    extensions: [
      lineNumbers(), history(), bracketMatching(), highlightActiveLine(), lintGutter(), EditorView.lineWrapping,
      syntaxHighlighting(defaultHighlightStyle),
      isPaper ? html({ autoCloseTags: false }) : yaml(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorState.phrases.of(PHRASES()),
      EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': isPaper ? '様式のひな型' : '変数の一覧' }),
      EditorView.updateListener.of((update) => update.docChanged && ready && written()),
    ],
  }),
});


const look = isPaper ? new PaperLook(place, { slips: (slips) => { live = slips; mark(); }, insert }) : null;
workplace.append(writing, ...(look ? [look.box] : []), sides.box);
sides.panes[0].append(look ? look.fields : howTo());
const findings = new Findings(place, findingsPane, { show: ({ element }) => goTo(Number(element)), mark: (found) => { saved = found; mark(); } });

await place.open({
  show: bring,
  restore: bring,
  content: text,
  work: text,
  fileOf: (work) => work,
  extras: () => ({}),
  saved: () => findings.load(),
});
ready = true;
document.getElementById('acts').prepend(
  h('button', { type: 'button', class: 'button button--secondary', onclick: () => undo(view) }, '元に戻す'),
  h('button', { type: 'button', class: 'button button--secondary', onclick: () => redo(view) }, 'やり直す'),
);
findings.load();
look?.show(await text(), true);
if (place.element) {
  sides.open(1);
  goTo(Number(place.element));
}

function bring(content) {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: content } });
}

/** A Windows editor's line ends are those of the file: a comparison shall show what was changed and nothing else. */
async function text() {
  return view.state.doc.toString();
}

function written() {
  place.changed();
  look?.show(view.state.doc.toString());
}

function goTo(number) {
  if (number >= 1 && number <= view.state.doc.lines) {
    const line = view.state.doc.line(number);
    view.dispatch({ selection: { anchor: line.from, head: line.to }, effects: EditorView.scrollIntoView(line.from, { y: 'center' }) });
    view.focus();
  }
}

/** Puts a field where the cursor is. */
function insert(what) {
  const { from, to } = view.state.selection.main;
  view.dispatch({ changes: { from, to, insert: what }, selection: { anchor: from + what.length } });
  view.focus();
}

function mark() {
  const found = live ?? saved.map(({ element, message, severity }) => ({ line: Number(element), message, severity: severity.toLowerCase() }));
  const lines = view.state.doc.lines;
  view.dispatch(setDiagnostics(view.state, found.filter(({ line }) => line >= 1).map(({ line, message, severity }) => {
    const { from, to } = view.state.doc.line(Math.min(line, lines));
    return { from, to, severity: severity ?? 'error', message: message.replace(/^\d+行目：/, '') };
  })));
}

function howTo() {
  return h('div', { class: 'paper-fields' },
    h('p', {}, '手続の道を決める変数です。ここにない名前は、手続のエンジンに入りません。'),
    h('p', {}, '変数を加えるときは、最後に一行を加えます。'),
    h('pre', {}, '  - {name: householdResult,\n     type: String,\n     values: [needed, notNeeded],\n     process: selfRelianceSupport}'),
    h('ul', {},
      h('li', {}, '名前（name）は英小文字で始まる英数字です。入力フォームの項目のキーと同じにします。'),
      h('li', {}, '種類（type）は、String（決まった値から選ぶ）、Boolean（はい・いいえ）、Integer（数）、Date（日付）です。'),
      h('li', {}, 'String には決まった値（values）が必要です。自由な文字は使えません。'),
      h('li', {}, '手続（process）は手続の英字名か all です。'),
      h('li', {}, '製品の変数は取り除けません。値を加えることはできます。')));
}

function PHRASES() {
  return { 'No diagnostics': '指摘はありません', Diagnostics: '指摘', close: '閉じる', 'Control character': '制御文字' };
}
