// The column beside an editor: tabs, of which one is open.
import { h } from './dom.js';

export class Sides {
  constructor(titles) {
    this.panes = titles.map((title, index) => h('div', { role: 'tabpanel', id: `pane-${index}`, class: 'editor-pane', 'aria-labelledby': `tab-${index}`, tabindex: 0 }));
    this.tabs = titles.map((title, index) => h('button', { type: 'button', role: 'tab', id: `tab-${index}`, 'aria-controls': `pane-${index}`, onclick: () => this.open(index), onkeydown: (event) => this.key(event, index) }, title));
    this.box = h('aside', { class: 'editor-side', 'aria-label': '設定と指摘' }, h('div', { role: 'tablist', class: 'editor-tabs' }, this.tabs), this.panes);
    this.open(0);
  }

  open(index) {
    this.tabs.forEach((tab, at) => {
      tab.setAttribute('aria-selected', String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
      this.panes[at].hidden = at !== index;
    });
  }

  key(event, index) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = (index + step + this.tabs.length) % this.tabs.length;
      this.open(next);
      this.tabs[next].focus();
    }
  }
}
