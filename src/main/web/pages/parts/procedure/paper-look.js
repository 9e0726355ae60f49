// A paper as the printer prints it, beside the editor; and what can be put into it.
import { send } from '../../../form-host/server.js';
import { h } from './dom.js';
import { reason } from './place.js';

const QUIET_MS = 700;

/** slips(list) is told what is wrong in the text as it is; insert(text) puts a field into it. */
export class PaperLook {
  constructor(place, { slips, insert }) {
    Object.assign(this, { place, slips, insert });
    this.fields = h('div', { class: 'paper-fields' });
    this.said = h('p', { class: 'paper-look__said', role: 'status' });
    this.pages = h('div', { class: 'paper-look__pages', tabindex: 0, role: 'region', 'aria-label': '印刷の形' });
    this.filled = h('input', { type: 'checkbox', checked: true, onchange: () => this.show(this.text, true) });
    this.choice = h('select', { 'aria-label': '見る様式', hidden: true, onchange: () => this.show(this.text, true) });
    this.box = h('section', { class: 'paper-look', 'aria-label': '印刷の形' },
      h('div', { class: 'paper-look__bar' }, h('strong', {}, '印刷の形'), this.choice, h('label', {}, this.filled, '架空の記入例を入れる')),
      this.said, this.pages);
  }

  /** Some time after the last key; now, if somebody asks. */
  show(text, now = false) {
    this.text = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), now ? 0 : QUIET_MS);
  }

  async ask() {
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    this.box.setAttribute('aria-busy', 'true');
    const asked = this.text;
    try {
      const body = { content: asked, paper: this.choice.value || null, filled: this.filled.checked };
      this.tell(await send(`${this.place.api}/paper?name=${this.place.name}`, 'POST', body), asked);
    } catch (error) {
      this.said.textContent = reason(error) ?? '印刷の形を受け取れませんでした。少し待ってから、もう一度試してください。';
    } finally {
      this.asking = false;
      this.box.removeAttribute('aria-busy');
      if (this.again) {
        this.again = false;
        this.show(this.text, true);
      }
    }
  }

  tell({ slips, pages, said, fields, papers, shown }, asked) {
    if (asked === this.text) {
      this.slips(slips);
    }
    const wrong = slips.length > 0 ? `直すところが${slips.length}か所あります（${slips[0].line}行目：${slips[0].message}）` : '';
    const before = pages.length === 0 && this.pages.childElementCount > 0 ? '下は、その前の形です。' : '';
    this.said.textContent = [said, before, wrong].filter(Boolean).join(' ');
    // what was printed last stays in sight while something is being mended
    if (pages.length > 0) {
      this.pages.replaceChildren(...pages.map((page, index) => h('img', { src: page, alt: `${index + 1}ページ目` })));
    }
    this.choice.hidden = papers.length < 2;
    this.choice.replaceChildren(...papers.map(({ file, title }) => h('option', { value: file, selected: file === shown }, title)));
    this.list(fields);
  }

  list(groups) {
    const names = JSON.stringify(groups);
    if (names === this.listed) {
      return;
    }
    this.listed = names;
    this.fields.replaceChildren(
      h('p', { class: 'hint' }, '押すと、カーソルの場所に入ります。'),
      ...groups.map(({ title, fields }, index) => h('details', { open: index === 0 },
        h('summary', {}, `${title}（${fields.length}）`),
        h('ul', {}, fields.map(({ name, label, insert }) => h('li', {},
          h('button', { type: 'button', onclick: () => this.insert(insert) }, label, h('code', {}, name))))))));
  }
}
