// How far the cases of a publication have come, brought up to date until nobody waits any more; then the page shows the rest.
const EVERY = 3000;
const place = document.querySelector('[data-progress]');

async function update() {
  const answer = await fetch(place.dataset.progress, { headers: { Accept: 'application/json' } });
  if (answer.ok) {
    const counts = await answer.json();
    for (const shown of place.querySelectorAll('[data-count]')) {
      shown.textContent = counts[shown.dataset.count];
    }
    const bar = place.querySelector('[data-bar]');
    bar.max = counts.all;
    bar.value = counts.all - counts.waiting;
    if (counts.waiting === 0) {
      window.location.reload();
      return;
    }
  }
  window.setTimeout(update, EVERY);
}

window.setTimeout(update, EVERY);
