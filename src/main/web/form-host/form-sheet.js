// One opened form: what is shown, what is typed, and how it is kept and sent.
import { Form } from '@bpmn-io/form-js-viewer';
import { Autosave } from './autosave.js';
import { japaneseForm } from './japanese-form.js';
import { RefusalList, refusalsOf, refusalsOfForm, troubleSending } from './refusals.js';
import { Refused } from './server.js';
import { StatusLine } from './status-line.js';

export class FormSheet {
  /** Renders the form with the loaded document and, over it, the draft of this person. */
  static async open(place, loaded, container) {
    const [schema, draft] = await Promise.all([place.schema(), place.draft(loaded.form)]);
    const refusals = new RefusalList(container, place.act);
    const formBox = container.appendChild(document.createElement('div'));
    const status = new StatusLine(container);
    // form-js would read a box 300 ms after a key: whatever is drawn anew in between takes the last letters away
    const form = new Form({ container: formBox, additionalModules: [japaneseForm], debounce: false });
    await form.importSchema(schema, { ...loaded.data, ...draft });
    if (Object.keys(draft).length > 0) {
      status.restored();
    }
    return new FormSheet({ place, container, form, refusals, current: { ...loaded }, status });
  }

  constructor(parts) {
    Object.assign(this, parts);
    this.autosave = new Autosave(this.form, this.place, this.current, this.status);
  }

  /** The document as the form door takes it, or null if the form itself finds something missing. */
  toSend() {
    const { data, errors } = this.form.submit();
    if (Object.keys(errors).length > 0) {
      this.refusals.show(refusalsOfForm(errors, this.form), this.form, this.container);
      return null;
    }
    this.refusals.clear();
    this.autosave.pause();
    const { form, formVersion, caseVersion } = this.current;
    return { form, formVersion, caseVersion, data };
  }

  /** Keeps what is typed before it is sent; false if it could not be kept, and the person has been told. */
  async keptForSending() {
    this.refusals.clear();
    try {
      await this.autosave.keep();
      return true;
    } catch (error) {
      this.autosave.trouble(error);
      this.refusals.show(error instanceof Refused ? refusalsOf(error) : [{ reason: troubleSending(error) }], this.form, this.container);
      return false;
    }
  }

  async refused(error) {
    this.refusals.show(refusalsOf(error), this.form, this.container);
    try {
      const { caseVersion, formVersion } = await this.place.document();
      Object.assign(this.current, { caseVersion, formVersion });
    } catch (unreachable) {
      // what is typed is sent again with the versions known so far; the form door says if they are too old
      this.autosave.trouble(unreachable);
    }
  }

  /** It has arrived: there is nothing left to keep. */
  sent() {
    this.autosave.pause();
  }

  keep() {
    this.autosave.now();
  }

  resume() {
    this.autosave.resume();
  }

  close() {
    this.autosave.close();
    this.form.destroy();
  }
}
