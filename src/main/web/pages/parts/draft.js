// What is typed into a form, kept on the server. Nothing is kept in the browser.
import { LoggedOut } from '../../form-host/server.js';

const PATIENCE_MS = 20000;

export { LoggedOut };

export class Draft {
  constructor(form) {
    this.form = form;
    this.kept = JSON.stringify(this.typed());
  }

  /** Every named input but the file, the token of this login and the key of this page. */
  typed() {
    const typed = {};
    new FormData(this.form).forEach((value, name) => {
      if (typeof value === 'string' && name !== '_csrf' && name !== 'key') {
        typed[name] = value;
      }
    });
    return typed;
  }

  isChanged() {
    return JSON.stringify(this.typed()) !== this.kept;
  }

  async keep() {
    const typed = this.typed();
    const response = await fetch(this.form.dataset.draft, {
      method: 'PUT',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-TSUNAGU-CSRF': token() },
      body: JSON.stringify(typed),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401) {
      throw new LoggedOut();
    }
    if (!response.ok) {
      throw new Error(`${response.status}`);
    }
    this.kept = JSON.stringify(typed);
  }

  /** Who logged in again in another tab has a new token. */
  renewToken() {
    this.form.elements._csrf.value = token();
  }
}

function token() {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('TSUNAGU-CSRF='));
  return cookie?.slice('TSUNAGU-CSRF='.length) ?? '';
}
