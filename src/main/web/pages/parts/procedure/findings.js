// 指摘 beside the editor, and at the element they are about.
import { h } from './dom.js';

/**
 * show(finding) is called when one is pressed; it chooses the element and shows the walk. After every load, mark(findings of
 * this file) puts the marks.
 */
export class Findings {
  constructor(place, box, { show, mark }) {
    Object.assign(this, { place, box, show, mark });
  }

  async load() {
    const asked = (this.asked ?? 0) + 1;
    this.asked = asked;
    this.box.setAttribute('aria-busy', 'true');
    this.box.replaceChildren(h('p', { role: 'status' }, '点検しています…'));
    try {
      const response = await fetch(`${this.place.api}/findings`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const all = await response.json();
      if (asked === this.asked) {
        this.list(all);
      }
    } catch {
      if (asked === this.asked) {
        this.box.replaceChildren(h('p', {}, '点検の結果を受け取れませんでした。'), h('button', { type: 'button', class: 'button button--secondary', onclick: () => this.load() }, 'もう一度点検する'));
      }
    } finally {
      this.box.removeAttribute('aria-busy');
    }
  }

  list(all) {
    const here = all.filter(({ file }) => file === this.place.file);
    const elsewhere = all.length - here.length;
    this.mark(here);
    const errors = here.filter(({ severity }) => severity === 'ERROR');
    const warnings = here.filter(({ severity }) => severity === 'WARNING');
    this.box.replaceChildren(
      h('p', { class: 'findings-count', role: 'status' }, here.length === 0 ? 'このファイルに指摘はありません。' : `エラー ${errors.length}件、注意 ${warnings.length}件`),
      this.group(errors, 'error', 'エラー'),
      this.group(warnings, 'warning', '注意'),
      elsewhere > 0 ? h('p', { class: 'hint' }, 'ほかのファイルに ', h('a', { href: `/procedures/drafts/${this.place.draft}` }, `指摘が${elsewhere}件`), ' あります。') : '',
      h('p', { class: 'hint' }, '保存した内容を点検した結果です。'),
    );
  }

  /** The walk is also told in words. */
  press(button, finding) {
    this.box.querySelector('.findings-way')?.remove();
    const steps = this.show(finding) ?? [];
    if (steps.length > 0) {
      button.after(h('p', { class: 'findings-way', role: 'status' }, `通り道: ${steps.join(' → ')}`));
    }
  }

  group(findings, kind, label) {
    return h('ul', { class: 'findings-list' }, findings.map((finding) => h('li', {},
      h('button', { type: 'button', class: `findings-one findings-one--${kind}`, onclick: (event) => this.press(event.currentTarget, finding) },
        h('span', { class: `badge badge--${kind}` }, label), ' ', finding.message,
        finding.walk.length > 0 ? h('span', { class: 'findings-walk' }, '（押すと、図の上に通り道を示します）') : null),
      h('a', { class: 'findings-why', href: `/procedures/checks/${encodeURIComponent(finding.rule)}`, target: '_blank', rel: 'noopener' }, 'この点検の説明', h('span', { class: 'visually-hidden' }, '（新しいタブで開きます）')))));
  }
}

