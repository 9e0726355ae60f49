// What the drawing library says, in Japanese. What stands in our own palette and panel is Japanese where it is written.
const TEXTS = {
  'Search in diagram': '図の中を探す',
  'Open {element}': '{element} を開く',
  'Toggle menu': 'メニューを開く',
  'flow elements must be children of pools/participants': '手順は、枠（プール）の中に置いてください',
  'Sub-process': 'サブプロセス',
  'Pool': '枠（プール）',
  'Lane': '担当の帯（レーン）',
  '<unnamed>': '名前なし',
  'failed to import {element}': '{element} を読めませんでした',
  'no diagram to display': '表示する図がありません',
  'no process or collaboration to display': '表示する手続がありません',
};

function translate(template, replacements = {}) {
  return (TEXTS[template] ?? template).replace(/\{([^}]+)\}/g, (whole, key) => replacements[key] ?? whole);
}

export const japaneseBpmn = { translate: ['value', translate] };
