// The page on which something that happened is reported: the same sheet as in Tasklist, with a button of its own.
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '../form-host/form-host.css';
import './case-event.css';
import { FormSheet } from '../form-host/form-sheet.js';
import { EventPlace } from '../form-host/places.js';
import { LoggedOut } from '../form-host/server.js';

const form = document.getElementById('event');
const container = document.getElementById('sheet');
const [send, keep] = ['send', 'keep'].map((id) => document.getElementById(id));
const confirmed = document.getElementById('confirmed');
const notConfirmed = document.getElementById('not-confirmed');
const { number, message, key, after } = form.dataset;
const place = new EventPlace(number, message, key);
let sending = false;

// Enter in a field sends nothing: what is reported moves the case, and only the button does that
form.addEventListener('submit', (event) => event.preventDefault());
send.addEventListener('click', report);
confirmed?.addEventListener('change', () => showWhetherConfirmed());

const sheet = await open();
if (sheet) {
  keep.addEventListener('click', () => sheet.keep());
  send.disabled = false;
  keep.disabled = false;
}

async function open() {
  try {
    const loaded = await place.document();
    container.replaceChildren();
    return await FormSheet.open(place, loaded, container);
  } catch (error) {
    container.replaceChildren(told(error instanceof LoggedOut ? 'ログインの有効期限が切れました。ログインしてから、この画面を開き直してください。' : '入力フォームを読み込めませんでした。画面を開き直してください。'));
    return null;
  }
}

/** Pressed twice, it is sent once; sent twice, it acts once (the key). */
async function report() {
  if (sending || !sheet) {
    return;
  }
  sending = true;
  send.setAttribute('aria-disabled', 'true');
  try {
    await sendOnce();
  } finally {
    sending = false;
    send.removeAttribute('aria-disabled');
  }
}

async function sendOnce() {
  const value = (await sheet.keptForSending()) ? sheet.toSend() : null;
  if (!value || !showWhetherConfirmed(true)) {
    sheet.resume();
    return;
  }
  try {
    await place.raise(value);
    sheet.sent();
    location.assign(after);
    // the next page is on its way: nothing more can be pressed here
    await new Promise(() => {});
  } catch (error) {
    await sheet.refused(error);
    sheet.resume();
  }
}

function showWhetherConfirmed(focus = false) {
  const missing = Boolean(confirmed) && !confirmed.checked;
  if (confirmed) {
    notConfirmed.hidden = !missing;
    confirmed.setAttribute('aria-invalid', String(missing));
  }
  if (missing && focus) {
    confirmed.focus();
  }
  return !missing;
}

function told(text) {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = text;
  return line;
}
