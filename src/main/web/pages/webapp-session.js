// What Tasklist, Cockpit, Admin and Welcome have of our login: that somebody is at them, as against a page that only lies open; our own login page when
// a session has ended, as the engine's own form opens nothing here; and logging out as on our own pages, at the identity provider too.
import './activity.js';

const LOGOUT = '/camunda/api/admin/auth/user/default/logout';
let leaving = false;

function toOurLogin() {
  if (!leaving && /^#!?\/login/.test(location.hash)) {
    location.assign('/login?expired');
  }
}
addEventListener('hashchange', toOurLogin);
toOurLogin();

function cookie(name) {
  return decodeURIComponent(document.cookie.match(new RegExp(`(?:^|; )${name}=([^;]*)`))?.[1] ?? '');
}

async function logOut() {
  const answer = await fetch(LOGOUT, { method: 'POST', credentials: 'same-origin', headers: { 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') } });
  if (!answer.ok) {
    throw new Error(`logout: ${answer.status}`);
  }
  location.assign((await answer.json()).next);
}

// before the webapp's own script: it would end the session here and show the engine's login form, and nobody would be logged out elsewhere
addEventListener(
  'click',
  (event) => {
    if (!event.target.closest?.('li.logout a')) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    leaving = true;
    // who is still logged in sees that they are
    logOut().catch(() => location.reload());
  },
  { capture: true },
);
