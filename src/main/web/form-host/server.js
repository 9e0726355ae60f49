// What the form host asks of the server. Nothing is kept in the browser: drafts live on the server, per task and person.

/** A server that does not answer is told after this long; a form is sent only after its draft was kept. */
const PATIENCE_MS = 20000;

/** Nobody is logged in any more. */
export class LoggedOut extends Error {}

/** The server's refusal: its message is what the server said, as {@code refusals.js} reads it. */
export class Refused extends Error {
  constructor(status, message) {
    super(message ?? String(status));
    this.status = status;
  }
}

export async function get(url) {
  return answer(
    await fetch(url, {
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }),
  );
}

export async function send(url, method, body, headers = {}) {
  return answer(
    await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-TSUNAGU-CSRF': cookie('TSUNAGU-CSRF'), ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }),
  );
}

async function answer(response) {
  if (response.status === 401) {
    throw new LoggedOut();
  }
  const text = await response.text();
  if (!response.ok) {
    throw new Refused(response.status, messageIn(text));
  }
  return text ? JSON.parse(text) : null;
}

function cookie(name) {
  return document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

function messageIn(text) {
  try {
    return JSON.parse(text).message;
  } catch {
    return null;
  }
}
