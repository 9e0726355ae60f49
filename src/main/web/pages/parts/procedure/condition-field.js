// Builds the condition of a flow from closed lists: a variable, how it is compared, one of its values.
import { ALWAYS, format, parse } from './condition.js';
import { h, options } from './dom.js';

const SAME = [{ value: '==', label: 'が次と同じ' }, { value: '!=', label: 'が次と違う' }];
const NUMBERS = [...SAME, { value: '>=', label: 'が次以上' }, { value: '<=', label: 'が次以下' }];

export function conditionField(present, variables, changed) {
  const understood = present === '' ? { always: false, join: 'and', parts: [] } : parse(present);
  const box = h('fieldset', { class: 'field panel-condition' });
  let condition = understood;
  if (!understood || understood.parts.some(({ variable }) => !variables.some(({ name }) => name === variable))) {
    box.append(h('legend', {}, '条件'), h('p', { class: 'hint' }, 'この条件は、ここでは組み立てられません。'), h('code', {}, present),
      h('p', {}, h('button', { type: 'button', class: 'button button--secondary', onclick: () => {
        condition = { always: false, join: 'and', parts: [] };
        draw();
      } }, '新しく組み立てる')));
    return box;
  }
  draw();
  return box;

  function draw(focus) {
    const joins = [{ value: 'and', label: 'すべて当てはまるとき' }, { value: 'or', label: 'どれかに当てはまるとき' }];
    const join = h('select', { 'aria-label': '条件のつなぎ方', onchange: () => tell({ ...condition, join: join.value }) }, options(joins, condition.join));
    box.replaceChildren(...[
      h('legend', {}, '条件'),
      condition.always ? h('p', {}, 'いつも進みます。') : null,
      condition.parts.length > 1 ? join : null,
      ...condition.parts.map(row),
      h('p', { class: 'panel-buttons' },
        h('button', { type: 'button', class: 'button button--secondary', 'data-key': 'add', onclick: add }, '条件を加える'),
        condition.always ? null : h('button', { type: 'button', class: 'button button--quiet', onclick: () => tell(ALWAYS) }, 'いつも進む')),
    ].filter(Boolean));
    if (focus) {
      [...box.querySelectorAll(focus)].at(-1)?.focus();
    }
  }

  function row(part, index) {
    const variable = variables.find(({ name }) => name === part.variable);
    const change = (to) => tell({ ...condition, parts: condition.parts.map((one, at) => (at === index ? { ...one, ...to } : one)) });
    const of = h('select', { 'aria-label': `${index + 1}つ目の項目`, 'data-key': `variable-${index}`, onchange: () => change(first(variables.find(({ name }) => name === of.value))) },
      options(variables.map(({ name, label }) => ({ value: name, label: label === name ? name : `${label}（${name}）` })), part.variable));
    const remove = h('button', { type: 'button', class: 'button button--quiet', 'aria-label': `${index + 1}つ目の条件を外す`, onclick: () => tell({ ...condition, parts: condition.parts.filter((one, at) => at !== index) }) }, '外す');
    return h('div', { class: 'panel-part' }, of, ...comparison(variable, part, index, change), remove);
  }

  function comparison(variable, part, index, change) {
    if (variable.type === 'BOOLEAN') {
      const answer = h('select', { 'aria-label': `${index + 1}つ目の値`, onchange: () => change({ operator: answer.value }) }, options([{ value: '==', label: 'はい' }, { value: '!=', label: 'はいでない（未回答も）' }], part.operator));
      return [answer];
    }
    const operator = h('select', { 'aria-label': `${index + 1}つ目の比べ方`, onchange: () => change({ operator: operator.value }) }, options(variable.type === 'INTEGER' ? NUMBERS : SAME, part.operator));
    const value = variable.type === 'INTEGER'
      ? h('input', { type: 'number', 'aria-label': `${index + 1}つ目の値`, value: part.value, step: 1, min: 0, onchange: () => /^\d+$/.test(value.value) && change({ value: value.value }) })
      : h('select', { 'aria-label': `${index + 1}つ目の値`, 'data-key': `value-${index}`, onchange: () => change({ value: value.value }) }, options(variable.values, part.value));
    return [operator, value];
  }

  function add() {
    const parts = [...condition.parts, first(variables[0])];
    tell({ always: false, join: condition.join, parts }, '.panel-part select:first-child');
  }

  function first(variable) {
    const { name, type, values } = variable;
    return { variable: name, operator: '==', kind: type, value: { BOOLEAN: 'true', INTEGER: '0', STRING: values[0]?.value }[type] };
  }

  function tell(next, focus) {
    condition = next;
    changed(condition.always || condition.parts.length > 0 ? format(condition) : '');
    draw(focus);
  }
}
