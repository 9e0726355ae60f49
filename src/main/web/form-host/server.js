// What the form host asks of the server. Nothing is kept in the browser: drafts live on the server, per task and person.

/** A server that does not answer is told after this long; a form is sent only after its draft was kept. */
const PATIENCE_MS = 20000;

const ENGINE = '/camunda/api/engine/engine/default';

export class LoggedOut extends Error {}

/** A task's form, or a process's start form. */
export function placeOf(camForm) {
  return camForm.taskId
    ? {
        base: `${ENGINE}/task/${camForm.taskId}`,
        schema: 'deployed-form',
        draft: () => `/api/drafts/task/${camForm.taskId}`,
        assignee: `/engine-rest/task/${camForm.taskId}/assignee`,
        header: `/api/tasks/${camForm.taskId}/header`,
      }
    : {
        base: `${ENGINE}/process-definition/${camForm.processDefinitionId}`,
        schema: 'deployed-start-form',
        draft: (form) => `/api/drafts/start/${form}`,
      };
}

export const schemaOf = (place) => get(`${place.base}/${place.schema}`);

export async function documentOf(place) {
  const variables = await get(`${place.base}/form-variables?deserializeValues=false`);
  return JSON.parse(variables.formDocument.value);
}

export const headerOf = (place) => get(place.header);

export const draftOf = (place, form) => get(place.draft(form));

export function keepDraft(place, form, data) {
  return send(place.draft(form), 'PUT', data);
}

export function giveTo(place, userId) {
  return send(place.assignee, 'POST', { userId });
}

async function get(url) {
  return answer(
    await fetch(url, {
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }),
  );
}

async function send(url, method, body) {
  return answer(
    await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-TSUNAGU-CSRF': cookie('TSUNAGU-CSRF') },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }),
  );
}

async function answer(response) {
  if (response.status === 401) {
    throw new LoggedOut();
  }
  if (!response.ok) {
    throw new Error(`${response.status}`);
  }
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

function cookie(name) {
  return document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
