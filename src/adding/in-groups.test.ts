import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inGroups } from './in-groups.ts';

/** A pause stands for a stream that has nothing to give for a while. */
async function* stream(...elements: (number | 'pause' | Error)[]): AsyncGenerator<number> {
  for (const element of elements) {
    if (element instanceof Error) throw element;
    if (element === 'pause') await wait(40);
    else yield element;
  }
}

test.each<[string, Parameters<typeof stream>, number[][]]>([
  ['nothing', [], []],
  ['all at once', [1, 2, 3], [[1, 2, 3]]],
  [
    'more than a group holds',
    [1, 2, 3, 4, 5, 6, 7],
    [
      [1, 2, 3, 4],
      [5, 6, 7],
    ],
  ],
  ['a pause ends a group', [1, 2, 'pause', 3], [[1, 2], [3]]],
  ['a pause before the first one does not', ['pause', 1, 2], [[1, 2]]],
])('%s', async (_name, elements, groups) => {
  expect(await Array.fromAsync(inGroups(stream(...elements), { most: 4, ms: 10 }))).toEqual(groups);
});

test('what came before an error is given out first', async () => {
  const groups: number[][] = [];
  const reading = (async () => {
    for await (const group of inGroups(stream(1, 2, new Error('broken')), { most: 4, ms: 1000 })) groups.push(group);
  })();
  await expect(reading).rejects.toThrow('broken');
  expect(groups).toEqual([[1, 2]]);
});

test('a stream that is left ends what it draws from', async () => {
  let isEnded = false;
  async function* endless(): AsyncGenerator<number> {
    try {
      for (;;) yield 1;
    } finally {
      isEnded = true;
    }
  }
  for await (const group of inGroups(endless(), { most: 4, ms: 1000 })) {
    expect(group).toEqual([1, 1, 1, 1]);
    break;
  }
  await wait(0);
  expect(isEnded).toBe(true);
});
