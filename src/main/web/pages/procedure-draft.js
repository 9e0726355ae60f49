// 改定案: what the checks found comes when they are through.
const box = document.getElementById('findings');
try {
  const response = await fetch(box.dataset.address, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  const found = new DOMParser().parseFromString(await response.text(), 'text/html');
  box.replaceChildren(...found.body.childNodes);
} catch {
  box.textContent = '点検の結果を受け取れませんでした。少し待ってから、ページを開き直してください。';
}
