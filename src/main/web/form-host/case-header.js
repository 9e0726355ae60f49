// Above the form of a task: whose case it is and how it stands. Nobody waits for it, and without it the form works.

/** An empty place that fills itself once the server has answered. */
export function caseHeader(place) {
  const header = document.createElement('section');
  header.className = 'tsunagu-case';
  header.setAttribute('aria-label', 'このケース');
  header.hidden = true;
  if (place.header) {
    place.header().then(
      (found) => fill(header, found),
      () => header.remove(),
    );
  }
  return header;
}

function fill(header, { caseNumber, facts }) {
  const first = element('p', 'tsunagu-case__name', caseNumber);
  header.append(first);
  if (facts) {
    first.append('　', element('strong', '', `${facts.name} さん`), '　', element('span', 'tsunagu-case__badge', facts.status));
    if (facts.namedOnly) {
      first.append(' ', element('span', 'tsunagu-case__badge tsunagu-case__badge--restricted', '制限ケース'));
      header.append(keptBack(caseNumber));
    } else if (facts.contactRestricted) {
      first.append(' ', element('span', 'tsunagu-case__badge tsunagu-case__badge--restricted', '連絡先秘匿：住所・電話を外へ伝えない'));
    }
    const list = element('dl', 'tsunagu-case__facts');
    list.append(
      pair('担当', facts.workers.join('、') || 'まだいません'),
      pair('次回の期日', facts.nextDate ?? 'ありません'),
      pair('情報共有の同意', facts.consent),
    );
    header.append(list, link(facts.address));
  }
  header.hidden = false;
}

/** The empty fields are not lost: whoever needs them says why on a page of its own. */
function keptBack(caseNumber) {
  const line = element('p', 'tsunagu-case__link', '住所・電話など、居所につながる欄は伏せて空にしています。空のまま送っても、記録は変わりません。');
  const made = element('a', '', '理由を書いて開く（新しいタブ）');
  made.href = `/cases/${caseNumber}/unlock`;
  made.target = '_blank';
  made.rel = 'noopener';
  line.append(made);
  return line;
}

function pair(term, text) {
  const both = element('div', '');
  both.append(element('dt', '', term), element('dd', '', text));
  return both;
}

function link(address) {
  const line = element('p', 'tsunagu-case__link');
  const made = element('a', '', 'ケースのページを開く（新しいタブ）');
  made.href = address;
  made.target = '_blank';
  made.rel = 'noopener';
  line.append(made);
  return line;
}

function element(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
