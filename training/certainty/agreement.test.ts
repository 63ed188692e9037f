import { expect, test } from 'vitest';
import { agreementOf } from './agreement.ts';

test.each([
  [[1, 2, 3], [1, 2, 3], 0, 1],
  [[3, 2, 1], [1, 2, 3], 4 / 3, -1],
  [[2, 2, 2], [1, 2, 3], 2 / 3, 0],
])('%j against %j', (predicted, gold, error, r) => {
  const agreement = agreementOf(predicted, gold);
  expect(agreement.error).toBeCloseTo(error);
  expect(agreement.r).toBeCloseTo(r);
});
