// A date is typed, in the Western or the Japanese calendar, or picked; the other way of writing it stands beside it.
import { Datetime, Description, Errors, Label } from '@bpmn-io/form-js-viewer';
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isDate, parseDate, wareki } from './wareki.js';

export function DateField(props) {
  const { field, value } = props;
  return field.subtype === 'datetime' ? h(DayAndTime, props) : h(Day, { ...props, label: field.dateLabel, value: value ?? '' });
}

DateField.config = {
  ...Datetime.config,
  // what cannot be read as a date stays visible with its error, instead of vanishing from a draft
  sanitizeValue: ({ value }) => (typeof value === 'string' ? value : null),
};

function Day({ domId, field, label, value, errors = [], readonly, disabled, onChange, onBlur, onFocus }) {
  const [text, setText] = useState(value);
  const picker = useRef();
  useEffect(() => setText(value), [value]);
  const hintId = `${domId}-wareki`;

  function typed(input) {
    setText(input);
    if (input !== value) {
      onChange({ field, value: input === '' ? null : (parseDate(input) ?? input) });
    }
  }

  return h('div', { class: classes(errors, readonly, disabled) }, [
    h(Label, { htmlFor: domId, label, required: field.validate?.required }),
    h('div', { class: 'tsunagu-date' }, [
      h('input', {
        id: domId,
        class: 'fjs-input',
        type: 'text',
        autoComplete: 'off',
        placeholder: readonly ? undefined : '例 R8.9.18',
        value: text,
        readOnly: readonly,
        disabled,
        // read when it is whole: R8.9.1 is a date too, on the way to R8.9.18 (and onChange would be every single key)
        onInput: (event) => setText(event.target.value),
        onKeyDown: (event) => event.key === 'Enter' && typed(event.target.value),
        onBlur: (event) => {
          typed(event.target.value);
          onBlur?.(event);
        },
        onFocus,
        'aria-describedby': hintId,
        'aria-invalid': errors.length > 0,
      }),
      !readonly &&
        !disabled &&
        h('span', { class: 'tsunagu-date__pick' }, [
          h('button', { type: 'button', 'aria-label': `${label}をカレンダーから選ぶ`, onClick: () => picker.current.showPicker() }, h(CalendarIcon)),
          h('input', {
            ref: picker,
            type: 'date',
            tabIndex: -1,
            'aria-hidden': true,
            value: isDate(value) ? value : '',
            onChange: (event) => typed(event.target.value),
          }),
        ]),
      h('span', { id: hintId, class: 'tsunagu-wareki' }, wareki(value)),
    ]),
    h(Description, { description: field.description }),
    h(Errors, { errors, id: `${domId}-error-message` }),
  ]);
}

function DayAndTime(props) {
  const { domId, field, value, readonly, disabled, onChange } = props;
  const [day, time] = String(value ?? '').split('T');
  const send = (newDay, newTime) => onChange({ field, value: newDay || newTime ? `${newDay ?? ''}T${newTime ?? ''}` : null });
  return h('div', {}, [
    h(Day, {
      ...props,
      label: field.dateLabel,
      value: day ?? '',
      onChange: (change) => send(change.value, time),
    }),
    h('div', { class: 'fjs-form-field tsunagu-time' }, [
      h(Label, { htmlFor: `${domId}-time`, label: field.timeLabel, required: field.validate?.required }),
      h('input', {
        id: `${domId}-time`,
        class: 'fjs-input',
        type: 'time',
        value: time?.slice(0, 5) ?? '',
        readOnly: readonly,
        disabled,
        onChange: (event) => send(day, event.target.value),
      }),
    ]),
  ]);
}

function CalendarIcon() {
  return h('svg', { viewBox: '0 0 24 24', width: 22, height: 22, 'aria-hidden': true }, [
    h('path', { d: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5', fill: 'none', stroke: 'currentColor', 'stroke-width': 2 }),
  ]);
}

function classes(errors, readonly, disabled) {
  return ['fjs-form-field', 'fjs-form-field-datetime', errors.length && 'fjs-has-errors', readonly && 'fjs-readonly', disabled && 'fjs-disabled']
    .filter(Boolean)
    .join(' ');
}

/** Why a date field's value is no date, in Japanese; nothing for other fields and for empty ones. */
export function dateErrors(field, value) {
  if (field?.type !== 'datetime' || !value || field.readonly) {
    return [];
  }
  const [day, time] = String(value).split('T');
  if (!isDate(day)) {
    return ['この日付は暦にありません。例: 2026-09-18、令和8年9月18日'];
  }
  return field.subtype === 'datetime' && !time ? ['時刻も入力してください。'] : [];
}
