import { afterEach, expect, test } from 'vitest';
import { itemOf } from '../intake/items/item.ts';
import { createReadingPool, type ReadingPool } from './reading-pool.ts';

const ODD = new URL('../../test/samples/odd-worker.ts', import.meta.url);

let pool: ReadingPool;
afterEach(() => pool.close());

/** What becomes of texts that are all asked for at once: the text, or the code of its error. */
function readAll(texts: readonly string[]): Promise<string[]> {
  const read = (text: string, position: number) =>
    pool.read(itemOf(String(position), { text })).then(
      (reading) => `${reading.id} ${reading.text}`,
      (error) => error.code as string,
    );
  return Promise.all(texts.map(read));
}

test.each([1, 3])('%s workers read everything', async (workers) => {
  pool = createReadingPool({ worker: ODD, workers });
  expect(await readAll(Array(20).fill('a'))).toEqual(Array.from({ length: 20 }, (_, n) => `${n} a`));
  expect((await pool.engine).name).toBe('hearsay');
});

test.each([
  ['die', 'E_UNREADABLE'],
  ['throw', 'E_UNREADABLE'],
  ['hang', 'E_TIME'],
  ['refuse', 'E_EMPTY'],
])('a worker told to %s costs that item only', async (text, code) => {
  pool = createReadingPool({ worker: ODD, workers: 1, itemMs: 1500 });
  expect(await readAll(['a', text, 'b', text, 'c'])).toEqual(['0 a', code, '2 b', code, '4 c']);
});

test('bytes that share a buffer are sent alone', async () => {
  pool = createReadingPool({ worker: ODD, workers: 1 });
  const bytes = new Uint8Array(new ArrayBuffer(1000), 10, 5);
  await pool.read(itemOf('a', { bytes, contentType: null }));
  expect(bytes.length).toBe(5);
});

test('a pool that cannot start says so', async () => {
  pool = createReadingPool({ worker: new URL('./none.ts', import.meta.url), workers: 1 });
  await expect(pool.engine).rejects.toMatchObject({ code: 'E_UNREADABLE' });
  expect(await readAll(['a'])).toEqual(['E_UNREADABLE']);
});
