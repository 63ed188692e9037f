import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachClaim, HEAD_BYTES, packEntries } from './entry-record.ts';

test('claims come out as they were put in, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 2 ** 21 })), (claims) => {
      const found: number[] = [];
      eachClaim(packEntries([], [], claims), HEAD_BYTES, (entry) => found.push(entry));
      expect(found).toEqual(claims);
    }),
  );
});
