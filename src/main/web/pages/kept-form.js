// A form on one of our pages that loses nothing: what is typed is kept on the server shortly after each change, and a form is
// sent only after that, so that a session which ended meanwhile is told while everything is still there.
import './kept-form.css';
import { loginLink } from '../form-host/login-link.js';
import { dates } from './parts/dates.js';
import { Draft, LoggedOut } from './parts/draft.js';
import { files } from './parts/files.js';

const QUIET_MS = 700;
const RETRY_MS = 5000;

class KeptForm {
  constructor(form) {
    this.form = form;
    this.draft = new Draft(form);
    this.status = form.querySelector('[data-status]');
    this.sending = false;
    form.addEventListener('input', () => this.later(QUIET_MS));
    form.addEventListener('change', () => this.later(QUIET_MS));
    form.addEventListener('submit', (event) => this.submit(event));
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.now());
    // who comes back to a page that was sent already gets it anew
    window.addEventListener('pageshow', (event) => event.persisted && this.sending && window.location.reload());
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), delay);
  }

  async now() {
    clearTimeout(this.timer);
    if (this.sending || !this.draft.isChanged()) {
      return;
    }
    try {
      await this.keep();
    } catch (error) {
      this.trouble(error);
      this.later(RETRY_MS);
    }
  }

  async keep() {
    await this.draft.keep();
    this.say(`一時保存しました（${new Date().toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit' })}）`, 'saved');
  }

  async submit(event) {
    if (event.submitter?.name === 'discard') {
      this.sending = true;
      return;
    }
    event.preventDefault();
    if (this.sending || !files(this.form)) {
      return;
    }
    this.sending = true;
    clearTimeout(this.timer);
    try {
      await this.keep();
      this.draft.renewToken();
      this.form.submit();
    } catch (error) {
      this.sending = false;
      this.trouble(error, true);
    }
  }

  trouble(error, sent = false) {
    const notSent = sent ? 'まだ保存していません。' : '';
    if (error instanceof LoggedOut) {
      this.say(`${notSent}ログインの有効期限が切れました。`, 'trouble');
      const link = loginLink();
      this.status.append(link);
      if (sent) {
        link.focus();
      }
    } else {
      this.say(`${notSent}一時保存できませんでした。画面を閉じずに、少し待ってから、もう一度試してください。`, 'trouble');
    }
  }

  say(text, kind) {
    this.status.textContent = text;
    this.status.dataset.kind = kind;
  }
}

document.querySelectorAll('form[data-draft]').forEach((form) => {
  dates(form);
  new KeptForm(form);
});
document.querySelector('[data-focus]')?.focus();
