import { expect, test } from 'vitest';
import type { ActorProfile } from '../../ledger/ledger.ts';
import { painter } from './paint.ts';
import { showProfile } from './show-profile.ts';

const LUND: ActorProfile = {
  id: 'who_0f3c5a7e91b24d68',
  type: 'person',
  name: 'Ada Lund',
  statements: 8,
  articles: 3,
  outlets: 2,
  first: '2026-03-30T08:00:00Z',
  last: '2026-04-02T08:00:00Z',
  names: [
    { name: 'Ada Lund', articles: 2 },
    { name: 'Dr Lund', articles: 1 },
  ],
  roles: [],
  months: [
    { month: '2026-03', statements: 2 },
    { month: '2026-04', statements: 4 },
  ],
  acts: [
    { act: 'said', statements: 6 },
    { act: 'denied', statements: 2 },
  ],
};

const show = (profile: ActorProfile) => showProfile(profile, { columns: 80, paint: painter(false) }).split('\n');

test('what is known of an actor, section by section', () => {
  const lines = show(LUND);
  expect(lines[0]).toBe('Ada Lund person, who_0f3c5a7e91b24d68');
  expect(lines[1]).toBe('8 statements in 3 articles by 2 outlets, published 2026-03-30 to 2026-04-02');
  expect(lines).toContain('  Dr Lund (1)');
  expect(lines).toContain('  said 6, denied 2');
  expect(lines).not.toContain('Roles, as stated');
});

test.each([
  [
    { statements: 1, articles: 1, outlets: 1, last: LUND.first },
    '1 statement in 1 article by 1 outlet, published 2026-03-30',
  ],
  [{ outlets: 0, first: null, last: null }, '8 statements in 3 articles'],
])('what there is one of, or none: %o', (few, expected) => {
  expect(show({ ...LUND, ...few })[1]).toBe(expected);
});

test('months and what has no month, or no date, add up to all statements', () => {
  const counts = show(LUND)
    .filter((line) => /^ {2}(?:\d{4}-\d\d|no month) /.test(line))
    .map((line) => Number(/\d+$/.exec(line)?.[0]));
  expect(counts).toEqual([2, 4, 2]);
  expect(show({ ...LUND, statements: 6 }).join('\n')).not.toContain('no month');
});
