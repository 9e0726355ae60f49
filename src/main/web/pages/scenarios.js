// The page of the scenarios: follows a run until it is over, and leads from a fault to its line.
import './scenarios.css';

const ASK_EVERY_MS = 2000;

const running = document.querySelector('[data-running]');
if (running) {
  follow(running);
}

async function follow(place) {
  const bar = place.querySelector('progress');
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    const answer = await fetch(place.dataset.progress, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (answer && !answer.ok) {
      return; // the link on the page still leads on, by a login if need be
    }
    const state = answer ? await answer.json() : null;
    if (state && !state.running) {
      location.reload();
      return;
    }
    if (state) {
      bar.value = state.done;
      document.getElementById('progress').textContent = `実行中です（${state.done}／${state.total}件）。`;
    }
  }
}

function show(text, number) {
  const lines = text.value.split('\n');
  const line = Math.max(1, Math.min(number, lines.length));
  const start = lines.slice(0, line - 1).reduce((length, before) => length + before.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + lines[line - 1].length);
  text.scrollTop = (line - 4) * (text.scrollHeight / lines.length);
}

const text = document.getElementById('source');
if (text?.dataset.open) {
  show(text, Number(text.dataset.open));
}
document.querySelectorAll('[data-line]').forEach((link) => {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    show(text, Number(link.dataset.line));
  });
});
