// One quiet line that says whether what is typed is safe.
import { loginLink } from './login-link.js';

export class StatusLine {
  constructor(place) {
    this.line = document.createElement('p');
    this.line.className = 'tsunagu-status';
    this.line.setAttribute('role', 'status');
    place.append(this.line);
  }

  saved() {
    this.say(`一時保存しました（${new Date().toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit' })}）`, 'saved');
  }

  notSaved() {
    this.say('一時保存できませんでした。つながり次第、もう一度保存します。', 'trouble');
  }

  loggedOut() {
    this.say('ログインの有効期限が切れました。', 'trouble');
    this.line.append(loginLink());
  }

  restored() {
    this.say('前回の続きから始めています（一時保存した内容です）。', 'saved');
  }

  say(text, kind) {
    this.line.textContent = text;
    this.line.dataset.kind = kind;
  }
}
