// 一時保存: shortly after each change, when the page is left, and on the button. A lost session loses nothing: the draft stays
// in the page until somebody has logged in again in another tab.
import { LoggedOut } from './server.js';

const QUIET_MS = 700;
const RETRY_MS = 5000;

export class Autosave {
  constructor(form, place, current, status) {
    Object.assign(this, { form, place, current, status, paused: false });
    this.lastKept = JSON.stringify(this.typed());
    form.on('changed', () => this.later(QUIET_MS));
    this.hidden = () => document.visibilityState === 'hidden' && this.now();
    document.addEventListener('visibilitychange', this.hidden);
  }

  /** Keeps what is typed a last time and stops. */
  close() {
    this.now();
    this.paused = true;
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.hidden);
  }

  typed() {
    return this.form._getSubmitData();
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), delay);
  }

  pause() {
    this.paused = true;
    clearTimeout(this.timer);
  }

  resume() {
    this.paused = false;
    this.later(QUIET_MS);
  }

  async now() {
    clearTimeout(this.timer);
    if (this.paused || JSON.stringify(this.typed()) === this.lastKept) {
      return;
    }
    try {
      this.show(await this.keep());
    } catch (error) {
      this.trouble(error);
      this.later(RETRY_MS);
    }
  }

  /** Sends what is typed to the server; answers with the advice that follows from it. */
  async keep() {
    const typed = this.typed();
    const proposals = await this.place.keep(this.current.form, typed);
    this.lastKept = JSON.stringify(typed);
    this.status.saved();
    return proposals;
  }

  trouble(error) {
    if (error instanceof LoggedOut) {
      this.status.loggedOut();
    } else {
      this.status.notSaved();
    }
  }

  /** Advice that follows from what was typed appears while typing. */
  show(proposals) {
    const { data } = this.form._getState();
    const changed = Object.keys(proposals ?? {}).filter((key) => JSON.stringify(data[key]) !== JSON.stringify(proposals[key]));
    if (changed.length > 0) {
      changed.forEach((key) => (data[key] = proposals[key]));
      this.lastKept = JSON.stringify(this.typed());
      this.form._setState({ data: { ...data } });
    }
  }
}
