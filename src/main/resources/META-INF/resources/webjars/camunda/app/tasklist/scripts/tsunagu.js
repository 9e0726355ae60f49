// What Tasklist gets from us: the case number on every card and beside it the person's name, read live from the case file and shown only to those
// who may open the case, the way to our own pages, and our login.
import('/assets/pages/webapp-session.js').catch(() => {});

const waiting = new Map();

function nameOf(taskId) {
  return new Promise((resolve) => {
    if (waiting.size === 0) {
      queueMicrotask(() => setTimeout(askForNames, 30));
    }
    waiting.set(taskId, [...(waiting.get(taskId) ?? []), resolve]);
  });
}

async function askForNames() {
  const asked = new Map(waiting);
  waiting.clear();
  const ids = [...asked.keys()].map((id) => `id=${encodeURIComponent(id)}`).join('&');
  let names = {};
  try {
    const answer = await fetch(`/api/task-cards?${ids}`, { credentials: 'same-origin' });
    names = answer.ok ? await answer.json() : {};
  } catch {
    // without names the list still works by case number
  }
  asked.forEach((resolvers, id) => resolvers.forEach((resolve) => resolve(names[id])));
}

const nameOnCard = {
  id: 'tsunagu-name',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: (node, { taskId }) => {
    nameOf(taskId).then((card) => {
      if (!card) {
        return;
      }
      const name = document.createElement('div');
      name.className = 'tsunagu-name';
      name.textContent = card.name ? `${card.caseNumber}　${card.name} さん` : card.caseNumber;
      node.replaceChildren(name);
    });
  },
};

// the way to our own pages: the same menu as at their head
const menu = {
  id: 'tsunagu-menu',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render: async (node) => {
    const answer = await fetch('/api/menu', { credentials: 'same-origin' });
    const lines = answer.ok ? await answer.json() : [];
    const elsewhere = lines.filter((line) => !location.pathname.startsWith(line.address));
    node.classList.add('tsunagu-menu');
    node.replaceChildren(
      ...elsewhere.map((line) => {
        const link = document.createElement('a');
        link.href = line.address;
        link.textContent = line.label;
        return link;
      }),
    );
  },
};

// whoever may start nothing is not offered to
async function offerStartOnlyToThoseWhoMay() {
  const url = '/camunda/api/engine/engine/default/process-definition/count?latestVersion=true&startableInTasklist=true&startablePermissionCheck=true';
  const answer = await fetch(url, { credentials: 'same-origin' });
  if (answer.ok && (await answer.json()).count === 0) {
    document.body.classList.add('tsunagu-starts-nothing');
  }
}
offerStartOnlyToThoseWhoMay();

// what is due first stands first
if (!location.hash.includes('sorting=') && !location.hash.startsWith('#/login')) {
  const query = new URLSearchParams(location.hash.split('?')[1]);
  query.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  history.replaceState(null, '', `#/?${query}`);
}

// browsers offer to translate a page that claims to be English
document.documentElement.lang = 'ja';

export default [nameOnCard, menu];
