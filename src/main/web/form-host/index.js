// The form host: renders any of our forms inside Tasklist with the current form-js, keeps what is typed on the server, and
// sends a form as one document through the form door.
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { Form } from '@bpmn-io/form-js-viewer';
import './form-host.css';
import { Autosave } from './autosave.js';
import { japaneseForm } from './japanese-form.js';
import { RefusalList, refusalsOf, refusalsOfForm } from './refusals.js';
import { documentOf, draftOf, placeOf, schemaOf } from './server.js';
import { StatusLine } from './status-line.js';

export async function mount(camForm, container) {
  const place = placeOf(camForm);
  const [schema, loaded] = await Promise.all([schemaOf(place), documentOf(place)]);
  container.replaceChildren();
  if (loaded.notice) {
    notice(container, loaded);
    return;
  }
  const refusals = new RefusalList(container);
  const formBox = container.appendChild(document.createElement('div'));
  const status = new StatusLine(container);
  const draft = await draftOf(place, loaded.form);
  const form = new Form({ container: formBox, additionalModules: [japaneseForm] });
  await form.importSchema(schema, { ...loaded.data, ...draft });
  if (Object.keys(draft).length > 0) {
    status.restored();
  }
  const current = { ...loaded };
  const autosave = new Autosave(form, place, current, status);

  camForm.on('store', (event) => {
    // Tasklist would write every field in clear into the browser's storage
    event.storePrevented = true;
    autosave.now();
  });
  camForm.on('submit', (event) => {
    const { data, errors } = form.submit();
    if (Object.keys(errors).length > 0) {
      event.submitPrevented = true;
      refusals.show(refusalsOfForm(errors, form), form, container);
      return;
    }
    refusals.clear();
    autosave.pause();
    camForm.variableManager.createVariable({
      name: 'formDocument',
      type: 'Json',
      value: { form: current.form, formVersion: current.formVersion, caseVersion: current.caseVersion, data },
    });
  });
  camForm.on('submit-failed', () => {
    if (camForm.variableManager.variables.formDocument) {
      camForm.variableManager.destroyVariable('formDocument');
    }
    autosave.resume();
  });
  showRefusalsHere(camForm, async (error) => {
    refusals.show(refusalsOf(error), form, container);
    const fresh = await documentOf(place);
    current.caseVersion = fresh.caseVersion;
    current.formVersion = fresh.formVersion;
  });
}

function notice(container, { notice: text, data }) {
  const box = document.createElement('p');
  box.className = 'tsunagu-notice';
  box.textContent = `ケース ${data.caseNumber}：${text}`;
  container.append(box);
}

/** Tasklist would print the server's answer as it is; here the reasons stand beside the fields they are about. */
function showRefusalsHere(camForm, show) {
  const submit = camForm.submit.bind(camForm);
  camForm.submit = (done) =>
    submit((error, result) => {
      if (error && error.message !== 'camForm submission prevented') {
        show(error);
        done?.(new Error('camForm submission prevented'));
      } else {
        done?.(error, result);
      }
    });
}
