/** A short run of the fuzzer; `npm run bench:fuzz` is the long one. */
import { expect, test } from 'vitest';
import { fuzzIntake, makeSeeds } from './fuzz-intake.ts';
import { mutate, seeded } from './mutate.ts';

test('damaged inputs: no crash, no hang, no lost rows', async () => {
  expect(await fuzzIntake(await makeSeeds(), { first: 1, count: 650 })).toEqual([]);
});

test('the fuzzer finds a row that was lost', async () => {
  const [seed] = (await makeSeeds()).filter(({ name }) => name === 'records.jsonl');
  const ends = seed.rowEnds!.map((end) => end - 60);
  const findings = await fuzzIntake([{ ...seed, rowEnds: ends }], { first: 1, count: 60 });
  expect(findings.some(({ problem }) => problem.startsWith('lost before the damage'))).toBe(true);
});

test('the same seed does the same damage, and says from where', () => {
  const bytes = new TextEncoder().encode('The port denied it.'.repeat(20));
  for (let seed = 0; seed < 200; seed++) {
    const one = mutate(bytes, seeded(seed));
    expect(one).toEqual(mutate(bytes, seeded(seed)));
    expect(Buffer.compare(one.bytes.subarray(0, one.from), bytes.subarray(0, one.from))).toBe(0);
  }
});
