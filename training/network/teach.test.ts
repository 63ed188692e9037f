import { describe, expect, it } from 'vitest';
import { blend, meanOf } from './teach.ts';
import { certain } from './train-chain-tagger.ts';

describe('meanOf', () => {
  it('counts labels and transitions of all sequences', () => {
    const mean = meanOf([Uint8Array.of(0, 1), Uint8Array.of(1, 1)], 2);
    expect(Array.from(mean.probability)).toEqual([0.5, 0.5, 0, 1]);
    expect(Array.from(mean.transitions)).toEqual([0, 0.5, 0, 0.5]);
  });
});

describe('blend', () => {
  it('weighs its parts', () => {
    const mixed = blend([
      [certain(Uint8Array.of(0), 2), 0.25],
      [certain(Uint8Array.of(1), 2), 0.75],
    ]);
    expect(Array.from(mixed.probability)).toEqual([0.25, 0.75]);
  });
});
