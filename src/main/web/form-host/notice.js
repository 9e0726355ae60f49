// What stands in the place of a form that is somebody else's: no personal data, but what the reader can do. The server says
// whether they may take the task and whom they may give it to.

export function notice(place, { notice: text, mayTake, colleagues = [], data }, scope) {
  const box = document.createElement('div');
  box.className = 'tsunagu-notice';
  box.append(paragraph(`ケース ${data.caseNumber}：${text}`));
  if (mayTake && scope) {
    box.append(button('担当する', () => scope.$root.$broadcast('shortcut:claimTask')));
  }
  if (colleagues.length > 0) {
    box.append(choice(colleagues, (colleague) => give(place, colleague, box)));
  }
  return box;
}

function choice(colleagues, give) {
  const line = document.createElement('p');
  line.className = 'tsunagu-colleagues';
  const label = document.createElement('label');
  label.textContent = '担当する人';
  const select = document.createElement('select');
  select.append(new Option('選んでください', ''), ...colleagues.map(({ id, name }) => new Option(name, id)));
  label.append(select);
  const decide = button('担当を決める', () => give(select.value));
  decide.disabled = true;
  select.addEventListener('change', () => (decide.disabled = select.value === ''));
  line.append(label, decide);
  return line;
}

async function give(place, colleague, box) {
  try {
    await place.giveTo(colleague);
    // Tasklist shows the assignee above the form and in the list, and learns of the change in no other way
    window.location.reload();
  } catch {
    const failed = paragraph('担当を決められませんでした。一覧を更新して、もう一度お試しください。');
    failed.setAttribute('role', 'alert');
    box.append(failed);
  }
}

function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

function paragraph(text) {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
