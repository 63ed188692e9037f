import { describe, expect, it } from 'vitest';
import { nearest } from './teachers.ts';

describe('nearest', () => {
  it.each([
    { allowed: 0b0110, label: 2, taken: 2 },
    { allowed: 0b0110, label: 3, taken: 1 },
    { allowed: 0b0001, label: 5, taken: 0 },
  ])('takes $taken of $allowed for $label', ({ allowed, label, taken }) => {
    expect(nearest(allowed, label)).toBe(taken);
  });
});
