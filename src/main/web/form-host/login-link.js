// Who is logged out while writing logs in beside what is written.
export function loginLink() {
  const link = document.createElement('a');
  link.href = '/login';
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = '新しいタブでログインすると、入力した内容はそのまま続けられます。';
  return link;
}
