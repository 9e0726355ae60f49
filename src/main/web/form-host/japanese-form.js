// The additions to form-js that every form of ours needs.
import { DateField, dateErrors } from './date-field.js';

const CHOICES = new Set(['radio', 'select', 'checklist', 'taglist']);

class JapaneseFields {
  static $inject = ['formFields', 'validator', 'formFieldRegistry'];

  constructor(formFields, validator, formFieldRegistry) {
    formFields.register('datetime', DateField);
    const check = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance, value) => {
      const field = formFieldRegistry.get(instance.id);
      const errors = check(instance, value).map((error) => (CHOICES.has(field?.type) ? error.replace('入力して', '選んで') : error));
      return [...errors, ...dateErrors(field, value)];
    };
  }
}

export const japaneseForm = { __init__: ['japaneseFields'], japaneseFields: ['type', JapaneseFields] };
