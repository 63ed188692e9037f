import { describe, expect, test } from 'vitest';
import { readMarkedSentence, readMarkedSentences } from './read-sentences.ts';

describe('the marked sentences', () => {
  const sentences = readMarkedSentences();

  test('are 100, at least 25 of them without nesting', () => {
    expect(sentences.map(({ id }) => Number(id))).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(sentences.filter(({ kinds }) => kinds.includes('flat')).length).toBeGreaterThanOrEqual(25);
  });

  test.each(sentences.map((sentence) => [sentence.id, sentence] as const))(
    '%s has 15 to 60 words, and the kinds that its statements show',
    (_, { text, kinds, statements }) => {
      const words = text.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(15);
      expect(words).toBeLessThanOrEqual(60);
      const deepest = Math.max(...statements.map(({ depth }) => depth));
      expect(kinds[0]).toBe(deepest > 0 ? 'nested' : 'flat');
      expect(kinds.includes('three')).toBe(deepest > 1);
    },
  );
});

describe('readMarkedSentence', () => {
  const head = '@ 7 nested quote\n“He said he left, and he did,” said Ames.\n';

  test('roles, pieces, occurrences and parents', () => {
    const { id, kinds, text, statements } = readMarkedSentence(
      `${head}> Ames | said~2 | “He … left, + and … did,”\n>> He | said | he … left`,
    );
    expect([id, kinds]).toEqual(['7', ['nested', 'quote']]);
    const words = statements.map(({ source, cue, content }) =>
      [source, cue, content].map((role) => role.map(([start, end]) => text.slice(start, end))),
    );
    expect(words).toEqual([
      [['Ames'], ['said'], ['“He said he left,', 'and he did,”']],
      [['He'], ['said'], ['he left']],
    ]);
    expect(statements[0].cue[0][0]).toBe(text.lastIndexOf('said'));
    expect(statements.map(({ parent, depth }) => [parent, depth])).toEqual([
      [null, 0],
      [0, 1],
    ]);
  });

  test.each([
    ['words that are not there', '> Rau | said | he left', 'does not stand'],
    ['part of a word', '> Ames | said | lef', 'does not stand'],
    ['no parent', '>> Ames | said | he left', 'lacks its parent'],
    ['two roles', '> Ames | said', 'three roles'],
    ['no mark', 'Ames | said | he left', 'is no statement'],
  ])('throws on %s', (_, line, message) => {
    expect(() => readMarkedSentence(head + line)).toThrow(message);
  });
});
