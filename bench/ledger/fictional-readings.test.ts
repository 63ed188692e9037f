import { expect, test } from 'vitest';
import { makeFictionalReading, nameAt, wordAt } from './fictional-readings.ts';

test('the same seed and number make the same reading, others make another', () => {
  expect(makeFictionalReading(1, 5)).toEqual(makeFictionalReading(1, 5));
  const texts = [makeFictionalReading(1, 5), makeFictionalReading(1, 6), makeFictionalReading(2, 5)];
  expect(new Set(texts.map(({ textSha256 }) => textSha256)).size).toBe(3);
});

test('every span stands where it says', () => {
  for (let number = 0; number < 20; number++) {
    const { text, statements, actors, moments, places, blocks, assertions } = makeFictionalReading(1, number);
    for (const { source, cue, content } of statements) {
      for (const role of [source!, cue!, content!]) expect(text.slice(...role.spans[0])).toBe(role.text);
    }
    for (const actor of actors) for (const span of actor.mentions) expect(text.slice(...span)).toBe(actor.name);
    for (const entry of [...moments, ...places]) expect(text.slice(entry.start, entry.end)).toBe(entry.text);
    for (const block of blocks)
      expect(text.slice(block.start, block.end).trim()).toBe(text.slice(block.start, block.end));
    expect(blocks.at(-1)!.end).toBe(text.length);
    expect(statements).toHaveLength(17);
    expect(assertions).toHaveLength(9);
  }
});

test('words and names differ by their number', () => {
  expect(new Set(Array.from({ length: 30_000 }, (_, n) => wordAt(n))).size).toBe(30_000);
  expect(new Set(Array.from({ length: 4000 }, (_, n) => nameAt('person', n))).size).toBe(4000);
});
