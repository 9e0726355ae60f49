// Where a form stands: a task or a start form in Tasklist, or something that happened to a person (全期間の出来事) on a page of
// our own. A place knows its schema, its document and its draft; everything that is done with a form is the same for all.
import { get, send } from './server.js';

const ENGINE = '/camunda/api/engine/engine/default';

/** A task's form, or a process's start form, as Tasklist hands it over. */
export function placeInTasklist(camForm) {
  return camForm.taskId ? new TaskPlace(camForm.taskId) : new StartPlace(camForm.processDefinitionId);
}

class EnginePlace {
  /** What the button that sends is called. */
  act = '完了';

  constructor(base, schemaName) {
    Object.assign(this, { base, schemaName });
  }

  schema() {
    return get(`${this.base}/${this.schemaName}`);
  }

  async document() {
    const variables = await get(`${this.base}/form-variables?deserializeValues=false`);
    return JSON.parse(variables.formDocument.value);
  }

  draft(form) {
    return get(this.draftAddress(form));
  }

  keep(form, data) {
    return send(this.draftAddress(form), 'PUT', data);
  }
}

class TaskPlace extends EnginePlace {
  constructor(taskId) {
    super(`${ENGINE}/task/${taskId}`, 'deployed-form');
    this.taskId = taskId;
  }

  draftAddress() {
    return `/api/drafts/task/${this.taskId}`;
  }

  /** Whose case it is and how it stands, for the head above the form. */
  header() {
    return get(`/api/tasks/${this.taskId}/header`);
  }

  giveTo(userId) {
    return send(`/engine-rest/task/${this.taskId}/assignee`, 'POST', { userId });
  }
}

class StartPlace extends EnginePlace {
  constructor(processDefinitionId) {
    super(`${ENGINE}/process-definition/${processDefinitionId}`, 'deployed-start-form');
  }

  draftAddress(form) {
    return `/api/drafts/start/${form}`;
  }
}

/** The report of something that happened: opened and sent at one address, once under one key. */
export class EventPlace {
  act = '記録';

  constructor(caseNumber, message, key) {
    Object.assign(this, { address: `/api/cases/${caseNumber}/events/${message}`, drafts: `/api/drafts/events/${caseNumber}/${message}`, key });
  }

  async schema() {
    this.opened ??= get(this.address);
    return (await this.opened).schema;
  }

  /** Asked again, it is the document as it is now. */
  async document() {
    this.opened = get(this.address);
    return (await this.opened).formDocument;
  }

  draft() {
    return get(this.drafts);
  }

  keep(form, data) {
    return send(this.drafts, 'PUT', data);
  }

  raise(document) {
    return send(this.address, 'POST', document, { 'Idempotency-Key': this.key });
  }
}
