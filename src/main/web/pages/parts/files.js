// A file that is too large is told before it is sent: sending it would take long and come to nothing.

/** True if every chosen file may be sent; otherwise the person has been told. */
export function files(form) {
  return [...form.querySelectorAll('input[type=file]')].every((input) => {
    const error = form.querySelector(`#${input.id}-error-here`);
    const reason = reasonOf(input);
    error.textContent = reason ?? '';
    error.hidden = !reason;
    if (reason) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    } else {
      input.removeAttribute('aria-invalid');
    }
    return !reason;
  });
}

function reasonOf(input) {
  const [file] = input.files;
  if (!file) {
    return '添付するファイルを選んでください。';
  }
  if (file.size === 0) {
    return 'ファイルが空です。スキャンした書類を選び直してください。';
  }
  return file.size > Number(input.dataset.mostBytes) ? input.dataset.tooLarge : null;
}
