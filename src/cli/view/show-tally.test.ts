import { expect, test } from 'vitest';
import type { Tally } from '../../adding/tally.ts';
import { showTally } from './show-tally.ts';

function tallyOf(newVersions: number, statements: number): Tally {
  const outcomes = { added: 0, 'new version': newVersions, 'read again': 0, 'seen again': 0, known: 0 };
  return {
    outcomes,
    statements,
    failures: [],
    leftOut: new Map(),
    passedOver: new Map(),
    isInterrupted: false,
  };
}

test.each([
  [1, 1, 'case.db: 1 new version · 1 statement\n'],
  [2, 0, 'case.db: 2 new versions · 0 statements\n'],
])('%i new versions, %i statements', (versions, statements, expected) => {
  expect(showTally('case.db', tallyOf(versions, statements), 50)).toBe(expected);
});
