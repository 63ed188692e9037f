import { expect, test } from 'vitest';
import type { ReadDocument } from '../reading.ts';
import { namedTokens } from './named-tokens.ts';

test('tokens in names of those who may speak, also behind a name within a name', () => {
  // "Port of Velden Authority said 1984 sold": a body with a place in it, and a work.
  const names = [
    { first: 0, last: 4, type: 'organization' },
    { first: 2, last: 3, type: 'place' },
    { first: 5, last: 6, type: 'work' },
  ];
  const isNamed = namedTokens({ tokens: { length: 7 }, names } as unknown as ReadDocument);
  expect([0, 1, 2, 3, 4, 5, 6].map(isNamed)).toEqual([true, true, true, true, false, false, false]);
});
