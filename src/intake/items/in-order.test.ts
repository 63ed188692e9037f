import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

const turns = async (count: number) => {
  for (let n = 0; n < count; n++) await new Promise((resolve) => setImmediate(resolve));
};

test('results come in the order of the stream, whatever is done first', async () => {
  const finished: number[] = [];
  const results = inOrder([5, 1, 3, 0], { most: 4 }, async (count) => {
    await turns(count);
    finished.push(count);
    return count;
  });
  expect(await Array.fromAsync(results)).toEqual([5, 1, 3, 0]);
  expect(finished).not.toEqual([5, 1, 3, 0]);
});

test('no more at a time than the limit, nor heavier', async () => {
  let open = 0;
  let highest = 0;
  const work = async (weight: number) => {
    open += weight;
    highest = Math.max(highest, open);
    await turns(2);
    open -= weight;
  };
  await Array.fromAsync(inOrder(Array(20).fill(1), { most: 3 }, work));
  expect(highest).toBeLessThanOrEqual(3);
  highest = 0;
  await Array.fromAsync(inOrder([4, 4, 4, 50, 4], { most: 9, weigh: (weight) => weight, mostWeight: 8 }, work));
  expect(highest).toBeLessThanOrEqual(54);
});

test('an error of the work, or of the stream, comes in its place', async () => {
  const seen: number[] = [];
  const failing = inOrder([1, 2, 3], { most: 3 }, async (n) => {
    if (n === 2) throw new Error('two');
    return n;
  });
  await expect(
    (async () => {
      for await (const n of failing) seen.push(n);
    })(),
  ).rejects.toThrow('two');
  async function* breaking(): AsyncGenerator<number> {
    yield 1;
    throw new Error('stream');
  }
  await expect(
    (async () => {
      for await (const n of inOrder(breaking(), { most: 2 }, (n) => n)) seen.push(n);
    })(),
  ).rejects.toThrow('stream');
  expect(seen).toEqual([1, 1]);
});

test('leaving early ends the stream', async () => {
  let ended = false;
  async function* endless(): AsyncGenerator<number> {
    try {
      for (let n = 0; ; n++) yield n;
    } finally {
      ended = true;
    }
  }
  for await (const n of inOrder(endless(), { most: 2 }, (n) => n)) if (n === 3) break;
  expect(ended).toBe(true);
});
