import { expect, test } from 'vitest';
import { writeWeights } from '../language/weights/weights.ts';
import { paragraphBlocks } from '../text/paragraphs.ts';
import { createEngine, textSha256 } from './engine.ts';
import type { ReadingInput } from './reading.ts';
import { createStages, type Stage } from './stages.ts';

const text = 'He left.\n\nShe stayed.';
const input: ReadingInput = {
  id: 'a',
  text,
  blocks: paragraphBlocks(text),
  article: {
    title: null,
    outlet: null,
    byline: null,
    published: null,
    modified: null,
    url: null,
    language: null,
    credit: null,
  },
  leftOut: [],
  warnings: [],
};

/** A stage that does nothing but say that it ran. */
const marker = (name: string, ran: string[]): Stage => ({ name, reads: [], writes: [], run: () => ran.push(name) });

test('runs the stages in order, up to the one that is named', () => {
  const ran: string[] = [];
  const engine = createEngine({}, () => ['one', 'two', 'three'].map((name) => marker(name, ran)));
  engine.run(input, 'two');
  expect(ran).toEqual(['one', 'two']);
});

test('a reading holds what came in, and which models read it', () => {
  const model = writeWeights({ name: 'any', meta: {}, arrays: {} });
  const reading = createEngine({ any: model }, () => []).read(input);
  expect(reading).toMatchObject({ id: 'a', text, textSha256: textSha256(text), blocks: input.blocks, statements: [] });
  expect(reading.engine.models.any).toMatch(/^[0-9a-f]{12}$/);
});

test.each([
  ['a model that is missing', {}],
  ['a model that is damaged', { clusters: new Uint8Array([1, 2, 3]) }],
])('%s: E_MODEL', (_, models) => {
  expect(() => createEngine(models, createStages)).toThrow(expect.objectContaining({ code: 'E_MODEL' }));
});

test('lone surrogates are hashed like U+FFFD', () => {
  expect(textSha256('\ud800')).toBe(textSha256('\ufffd'));
});
