// One file of a 改定案 that is being edited: opened, kept on the server every few seconds, saved. Nothing is kept in the browser,
// and nothing is ever saved over what somebody else saved.
import { get, LoggedOut, Refused, send } from '../../../form-host/server.js';
import { download, h } from './dom.js';

const QUIET_MS = 2000;
const BEAT_MS = 25000;

export class Place {
  constructor() {
    const content = document.getElementById('content');
    Object.assign(this, content.dataset);
    this.api = `/api/procedures/drafts/${this.draft}`;
    this.name = encodeURIComponent(this.file);
    this.status = document.getElementById('status');
    this.notices = document.getElementById('notices');
    this.saveButton = document.getElementById('save');
    /** Counts the changes: what is changed while something is on its way is not on its way. */
    this.changes = 0;
    this.halted = false;
  }

  /**
   * Opens the file: where this person left it, if nobody saved meanwhile.
   * The editor offers show(content), restore(work), content(), work() and extras(), the last three as they are at the moment.
   */
  async open(editor) {
    this.editor = editor;
    try {
      const opened = await get(`${this.api}/file?name=${this.name}`);
      this.revision = opened.revision;
      const work = opened.work;
      if (work && work.seen === opened.revision) {
        await editor.restore(work.content, opened.content);
        this.say('続きから開きました');
        this.notice('warning', '保存していない続きから開きました。', [['保存した版に戻す', () => this.dropWork()]]);
      } else {
        await editor.show(opened.content);
        this.say('開きました');
        if (work) {
          this.keepOld(work);
        }
      }
      this.holder(opened.holder);
      this.start();
    } catch (error) {
      this.say('開けませんでした。');
      this.notice('error', reason(error) ?? 'ファイルを開けませんでした。元の形が崩れているかもしれません。改定案のページから、別の版を取り込むか、元に戻してください。', []);
      throw error;
    }
  }

  start() {
    this.saveButton.disabled = false;
    this.saveButton.addEventListener('click', () => this.save());
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        this.save();
      }
    });
    setInterval(() => this.beat(), BEAT_MS);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.keep());
    window.addEventListener('pagehide', () => {
      fetch(`${this.api}/lease?name=${this.name}`, { method: 'DELETE', keepalive: true, credentials: 'same-origin', headers: { 'X-TSUNAGU-CSRF': token() } });
    });
    window.addEventListener('beforeunload', (event) => (this.unkept ? event.preventDefault() : null));
    document.getElementById('leave').addEventListener('click', (event) => this.leave(event));
  }

  /** Something was changed. */
  changed() {
    this.changes += 1;
    this.unkept = true;
    this.say('変更があります');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), QUIET_MS);
  }

  /** One at a time: what was sent first must not arrive last. */
  keep() {
    this.keeping = (this.keeping ?? Promise.resolve()).then(() => this.keepNow());
    return this.keeping;
  }

  async keepNow() {
    clearTimeout(this.timer);
    if (!this.unkept || this.halted || this.saving) {
      return;
    }
    this.unkept = false;
    try {
      const kept = await send(`${this.api}/work?name=${this.name}`, 'PUT', { content: await this.editor.work(), revision: this.revision });
      this.say(`一時保存しました（${now()}）`);
      this.seen(kept);
    } catch (error) {
      this.unkept = true;
      this.say(error instanceof LoggedOut ? 'ログインの有効期限が切れました。' : '一時保存できませんでした。');
      if (error instanceof LoggedOut) {
        this.loggedOut();
      } else if (error instanceof Refused) {
        this.notice('error', reason(error), [this.downloadAct()], 'keeping');
      }
      this.timer = setTimeout(() => this.keep(), BEAT_MS / 5);
    }
  }

  async save() {
    if (this.saving) {
      return;
    }
    this.saving = true;
    clearTimeout(this.timer);
    this.saveButton.disabled = true;
    this.say('保存しています…');
    try {
      await this.keeping;
      const { targets, forms } = this.editor.extras();
      const content = await this.editor.content();
      const { changes } = this;
      const saved = await send(`${this.api}/file?name=${this.name}`, 'PUT', { content, revision: this.revision, targets, forms });
      this.revision = saved.revision;
      this.halted = false;
      this.notices.replaceChildren();
      if (changes === this.changes) {
        this.unkept = false;
        clearTimeout(this.timer);
        this.say(`保存しました（${now()}）`);
      } else {
        this.say('保存しました。その後の変更があります');
      }
      this.editor.saved({ targets, forms });
    } catch (error) {
      this.saveFailed(error);
    } finally {
      this.saving = false;
      this.saveButton.disabled = false;
      if (this.unkept) {
        this.timer = setTimeout(() => this.keep(), QUIET_MS);
      }
    }
  }

  saveFailed(error) {
    this.say('保存していません');
    if (error instanceof LoggedOut) {
      this.loggedOut();
    } else if (error instanceof Refused && error.status === 409) {
      this.notice('error', reason(error), [this.downloadAct(), ['最新の版を開く', () => window.location.reload()]], 'stale');
    } else {
      this.notice('error', reason(error) ?? '保存できませんでした。画面を閉じずに、少し待ってから、もう一度保存してください。', [this.downloadAct()], 'saving');
    }
  }

  /** Says to the others that the file is open, and hears what they did. */
  async beat() {
    try {
      this.seen(await send(`${this.api}/work?name=${this.name}`, 'PUT', { content: null, revision: this.revision }));
    } catch {
      // whoever goes on working is told when what they did cannot be kept
    }
  }

  seen({ holder, revision }) {
    this.holder(holder);
    if (revision !== this.revision && !this.saving) {
      this.notice('warning', 'ほかの人が、このファイルを保存しました。このまま保存することはできません。自分の変更を手元に残してから、最新の版を開いてください。', [this.downloadAct(), ['最新の版を開く', () => window.location.reload()]], 'stale');
    }
  }

  holder(name) {
    if (name) {
      this.notice('warning', `${name} さんが編集中です。先に保存した人の変更が残り、後の人は保存できません。声をかけ合ってください。`, [], 'holder');
    } else {
      this.drop('holder');
    }
  }

  /** What was left unsaved, although somebody else saved meanwhile: it stays until this person says what is to become of it. */
  keepOld(work) {
    this.halted = true;
    const done = () => {
      this.halted = false;
      this.drop('old');
      this.keep();
    };
    this.notice('warning', 'あなたの保存していない続きがありますが、この間にほかの人が保存しました。下に開いているのは最新の版です。続きをどうするか決めるまで、一時保存は止まります。', [
      ['続きを手元に保存', () => {
        download(this.fileName(), this.editor.fileOf(work.content));
        done();
      }],
      ['続きを捨てる', done],
    ], 'old');
  }

  async dropWork() {
    try {
      await send(`${this.api}/work?name=${this.name}`, 'DELETE');
      this.unkept = false;
      window.location.reload();
    } catch (error) {
      this.notice('error', reason(error) ?? '保存した版に戻せませんでした。', []);
    }
  }

  async leave(event) {
    if (this.unkept && !this.halted) {
      event.preventDefault();
      const to = event.currentTarget.href;
      await this.keep();
      if (!this.unkept) {
        window.location.assign(to);
      }
    }
  }

  downloadAct() {
    return ['自分の変更を手元に保存', async () => download(this.fileName(), await this.editor.content())];
  }

  fileName() {
    return this.file.split('/').pop();
  }

  loggedOut() {
    this.notice('error', 'ログインの有効期限が切れました。新しいタブでログインすると、このまま続けられます。', [['新しいタブでログインする', () => window.open('/login', '_blank', 'noopener')]], 'login');
  }

  notice(kind, text, acts, key = 'one') {
    this.drop(key);
    const box = h('div', { class: `message message--${kind}`, role: kind === 'error' ? 'alert' : 'status', 'data-key': key }, h('p', {}, text));
    if (acts.length > 0) {
      box.append(h('p', { class: 'editor-choices' }, acts.map(([label, onclick]) => h('button', { type: 'button', class: 'button button--secondary', onclick }, label))));
    }
    this.notices.append(box);
  }

  drop(key) {
    this.notices.querySelector(`[data-key=${key}]`)?.remove();
  }

  say(text) {
    this.status.textContent = text;
  }
}

/** The server's own words; a list of refusals is read line by line. */
export function reason(error) {
  if (!(error instanceof Refused)) {
    return null;
  }
  try {
    return JSON.parse(error.message).map((refusal) => refusal.reason).join(' ');
  } catch {
    return /[぀-ヿ一-鿿]/.test(error.message) ? error.message : null;
  }
}

function now() {
  return new Date().toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit' });
}

function token() {
  return document.cookie.split('; ').find((part) => part.startsWith('TSUNAGU-CSRF='))?.slice('TSUNAGU-CSRF='.length) ?? '';
}
