// The form host: renders any of our forms inside Tasklist with the current form-js, keeps what is typed on the server, and
// sends a form as one document through the form door.
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './form-host.css';
import { caseHeader } from './case-header.js';
import { FormSheet } from './form-sheet.js';
import { notice } from './notice.js';
import { placeInTasklist } from './places.js';

/** The words by which Tasklist knows that a form was not sent and has told why itself. */
const PREVENTED = 'camForm submission prevented';

/**
 * Puts the form of a task or of a start event into its place.
 *
 * @param camForm Tasklist's handle of the form
 * @param scope its Angular scope, which knows when the task changes hands
 */
export async function mount(camForm, container, scope) {
  const place = placeInTasklist(camForm);
  let sheet = null;
  let opening = 0;

  async function open() {
    const turn = ++opening;
    sheet?.close();
    sheet = null;
    const loaded = await place.document();
    if (turn !== opening) {
      return;
    }
    container.replaceChildren(caseHeader(place));
    // what Tasklist offers to everybody above the form is shown to those only who may do it
    document.body.classList.toggle('tsunagu-may-reassign', loaded.mayReassign === true);
    document.body.classList.toggle('tsunagu-may-not-take', loaded.mayTake === false);
    if (loaded.notice) {
      container.append(notice(place, loaded, scope));
    } else {
      sheet = await FormSheet.open(place, loaded, container);
    }
  }

  camForm.on('store', (event) => {
    // Tasklist would write every field in clear into the browser's storage
    event.storePrevented = true;
    sheet?.keep();
  });
  camForm.on('submit', (event) => {
    const value = sheet?.toSend();
    if (value) {
      camForm.variableManager.createVariable({ name: 'formDocument', type: 'Json', value });
    } else {
      event.submitPrevented = true;
    }
  });
  camForm.on('submit-failed', () => {
    if (camForm.variableManager.variables.formDocument) {
      camForm.variableManager.destroyVariable('formDocument');
    }
    sheet?.resume();
  });
  keepBeforeSending(camForm, () => sheet?.keptForSending());
  showRefusalsHere(camForm, (error) => sheet?.refused(error));

  await open();
  scope?.$watch('options.disableForm', (now, before) => now !== before && open());
}

/** Tasklist leads to the login when it meets an ended session, away from what was typed: the form host looks first. */
function keepBeforeSending(camForm, kept) {
  const submit = camForm.submit.bind(camForm);
  let looking = false;
  camForm.submit = async (done) => {
    if (looking) {
      return;
    }
    looking = true;
    const safe = await kept();
    looking = false;
    if (safe) {
      submit(done);
    } else {
      done?.(new Error(PREVENTED));
    }
  };
}

/** Tasklist would print the server's answer as it is; here the reasons stand beside the fields they are about. */
function showRefusalsHere(camForm, show) {
  const submit = camForm.submit.bind(camForm);
  camForm.submit = (done) =>
    submit((error, result) => {
      if (error && error.message !== PREVENTED) {
        show(error);
        done?.(new Error(PREVENTED));
      } else {
        done?.(error, result);
      }
    });
}
