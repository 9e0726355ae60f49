// Dates are typed as people write them; beside them stands what was understood. Proposals fill one in.
import { parseDate, wareki } from '../../form-host/wareki.js';

export function dates(form) {
  form.querySelectorAll('input[data-date]').forEach((input) => {
    const echo = form.querySelector(`#${input.id}-wareki`);
    const show = () => {
      const day = parseDate(input.value);
      echo.textContent = day ? wareki(day) : input.value.trim() === '' ? '' : 'この日付は暦にありません。例: R8.9.18';
    };
    input.addEventListener('input', show);
    show();
  });
  form.querySelectorAll('.proposals').forEach((proposals) => (proposals.hidden = false));
  form.querySelectorAll('button[data-fill]').forEach((button) =>
    button.addEventListener('click', () => {
      const input = form.elements[button.dataset.fill];
      input.value = button.dataset.value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.focus();
    }),
  );
}
