// Tells the server that somebody is at this page: a page that only lies open must not keep its session alive.
const EVERY = 60_000;
let told = Date.now();

function tell() {
  if (Date.now() - told < EVERY) {
    return;
  }
  told = Date.now();
  const token = document.cookie.match(/(?:^|; )TSUNAGU-CSRF=([^;]*)/)?.[1] ?? '';
  fetch('/api/activity', { method: 'POST', credentials: 'same-origin', headers: { 'X-TSUNAGU-CSRF': decodeURIComponent(token) } }).catch(() => {});
}

['keydown', 'pointerdown', 'wheel', 'touchstart'].forEach((event) => addEventListener(event, tell, { capture: true, passive: true }));
