import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDate, parseDate, wareki } from './wareki.js';

test('shows the era, its first year and the weekday', () => {
  assert.equal(wareki('2026-09-18'), '令和8年9月18日（金）');
  assert.equal(wareki('2019-05-01'), '令和元年5月1日（水）');
  assert.equal(wareki('2019-04-30'), '平成31年4月30日（火）');
  assert.equal(wareki('1989-01-07'), '昭和64年1月7日（土）');
  assert.equal(wareki('2026-02-30'), '');
});

test('reads dates the way staff type them', () => {
  for (const typed of ['2026-09-18', '2026/9/18', '20260918', 'R8.9.18', 'r8/9/18', '令和8年9月18日', '令8.9.18', '２０２６年９月１８日']) {
    assert.equal(parseDate(typed), '2026-09-18', typed);
  }
  assert.equal(parseDate('S48.3.5'), '1973-03-05');
  assert.equal(parseDate('令和元年5月1日'), '2019-05-01');
});

test('refuses days that do not exist', () => {
  for (const typed of ['2026-02-30', '昭和64年1月8日', '平成31年5月1日', '2026-13-01', 'きのう', '']) {
    assert.equal(parseDate(typed), null, typed);
  }
  assert.ok(!isDate('2026-2-3'));
});

test('reads back whatever it shows', () => {
  for (let day = Date.UTC(1930, 0, 1); day < Date.UTC(2060, 0, 1); day += 86_400_000 * 17) {
    const iso = new Date(day).toISOString().slice(0, 10);
    assert.equal(parseDate(wareki(iso)), iso);
  }
});
