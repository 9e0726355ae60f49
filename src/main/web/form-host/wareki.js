// 和暦: shown beside every date, and understood when typed.

const ERAS = [
  { name: '令和', letter: 'R', short: '令', first: 2019, from: '2019-05-01' },
  { name: '平成', letter: 'H', short: '平', first: 1989, from: '1989-01-08' },
  { name: '昭和', letter: 'S', short: '昭', first: 1926, from: '1926-12-25' },
  { name: '大正', letter: 'T', short: '大', first: 1912, from: '1912-07-30' },
  { name: '明治', letter: 'M', short: '明', first: 1868, from: '1873-01-01' },
];
const WEEKDAYS = '日月火水木金土';

/** 令和8年9月18日（金）; empty for what is no date. */
export function wareki(iso) {
  if (!isDate(iso)) {
    return '';
  }
  const [year, month, day] = iso.split('-').map(Number);
  const era = ERAS.find((candidate) => iso >= candidate.from);
  if (!era) {
    return '';
  }
  const number = year - era.first + 1;
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${era.name}${number === 1 ? '元' : number}年${month}月${day}日（${weekday}）`;
}

/** True for an ISO date that exists. */
export function isDate(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '');
  if (!parts) {
    return false;
  }
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/**
 * Reads a date as staff type it: 2026-09-18, 2026/9/18, 20260918, R8.9.18, 令和8年9月18日, 昭48/3/5, full-width digits too.
 * Answers an ISO date, or null if there is no such day.
 */
export function parseDate(text) {
  const plain = String(text ?? '')
    .normalize('NFKC')
    .replace(/[\s　]/g, '')
    .replace(/[(（].[)）]$/, '');
  return western(plain) ?? japanese(plain);
}

function western(text) {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text);
  return parts ? existing(parts[1], parts[2] ?? parts[4], parts[3] ?? parts[5]) : null;
}

function japanese(text) {
  const parts = /^([RHSTMrhstm]|令和?|平成?|昭和?|大正?|明治?)(元|\d{1,2})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/.exec(text);
  if (!parts) {
    return null;
  }
  const at = ERAS.findIndex((era) => parts[1].toUpperCase() === era.letter || era.name.startsWith(parts[1]));
  const year = ERAS[at].first + (parts[2] === '元' ? 1 : Number(parts[2])) - 1;
  const iso = existing(year, parts[3], parts[4]);
  const ended = at > 0 && iso >= ERAS[at - 1].from;
  return iso && iso >= ERAS[at].from && !ended ? iso : null;
}

function existing(year, month, day) {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}
