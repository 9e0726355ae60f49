// Why the server refused, shown where the person is typing: a list above the form whose entries lead to the fields.
import { LoggedOut } from './server.js';

/** Reads the server's list of reasons out of what Tasklist makes of a failed submission. */
export function refusalsOf(error) {
  const message = String(error?.message ?? error ?? '');
  const start = message.indexOf('[{');
  try {
    return JSON.parse(message.slice(start, message.lastIndexOf(']') + 1));
  } catch {
    return [{ field: null, label: null, reason: fallback(error) }];
  }
}

function fallback(error) {
  return error?.status === 403
    ? 'この操作はできません。担当者が変わったかもしれません。一覧を更新してください。'
    : '送信できませんでした。入力した内容はこの画面に残っています。しばらくしてから、もう一度送ってください。';
}

/** Why nothing was sent: what is typed could not even be kept. */
export function troubleSending(error) {
  return error instanceof LoggedOut
    ? 'ログインの有効期限が切れました。新しいタブでログインしてから、もう一度送ってください。入力した内容はこの画面に残っています。'
    : 'サーバーにつながりません。入力した内容はこの画面に残っています。しばらくしてから、もう一度送ってください。';
}

/** The reasons of form-js itself, field by field, in the order of the form. */
export function refusalsOfForm(errors, form) {
  const registry = form.get('formFieldRegistry');
  return Object.keys(errors).map((id) => {
    const field = registry.get(id);
    const reasons = [errors[id]].flat(Infinity).flatMap((reason) => (typeof reason === 'object' ? Object.values(reason).flat(Infinity) : reason));
    return { field: field?.key, id, label: field?.label ?? field?.dateLabel, reason: String(reasons.find(Boolean) ?? '確かめてください。') };
  });
}

export class RefusalList {
  constructor(place, act) {
    this.act = act;
    this.box = document.createElement('div');
    this.box.className = 'tsunagu-refusals';
    this.box.setAttribute('role', 'alert');
    this.box.tabIndex = -1;
    this.box.hidden = true;
    place.prepend(this.box);
  }

  show(refusals, form, place) {
    const heading = document.createElement('p');
    heading.textContent = `まだ${this.act}できません。次の${refusals.length}件を確かめてください。`;
    const list = document.createElement('ul');
    refusals.forEach((refusal) => list.append(this.entry(refusal, form, place)));
    this.box.replaceChildren(heading, list);
    this.box.hidden = false;
    this.box.scrollIntoView({ block: 'center' });
    this.box.focus();
  }

  clear() {
    this.box.hidden = true;
  }

  entry({ field, id, label, reason }, form, place) {
    const entry = document.createElement('li');
    const text = label ? `${label}：${reason}` : reason;
    const target = id ?? fieldId(form, field);
    const input = target && place.querySelector(`[data-id="${target}"], [id*="${target}"]`);
    if (!input) {
      entry.textContent = text;
      return entry;
    }
    const link = document.createElement('button');
    link.type = 'button';
    link.textContent = text;
    link.addEventListener('click', () => {
      input.scrollIntoView({ block: 'center' });
      (input.matches('input,select,textarea,button') ? input : input.querySelector('input,select,textarea,button'))?.focus();
    });
    entry.append(link);
    return entry;
  }
}

function fieldId(form, path) {
  if (!path) {
    return null;
  }
  const key = path.replace(/\[\d+\]/g, '').split('.').pop();
  return form
    .get('formFieldRegistry')
    .getAll()
    .find((field) => field.key === key || field.path === key)?.id;
}
