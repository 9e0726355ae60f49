// A form as staff will see it: the same library, additions and style as in Tasklist.
import { Form } from '@bpmn-io/form-js-viewer';
import { japaneseForm } from '../../../form-host/japanese-form.js';
import { h } from './dom.js';

/** Shows it; what is typed into it goes nowhere. */
export async function staffForm(box, schema) {
  const place = h('div', { class: 'tsunagu-host' });
  box.replaceChildren(place);
  const form = new Form({ container: place, additionalModules: [japaneseForm] });
  await form.importSchema(schema, {});
  return form;
}
