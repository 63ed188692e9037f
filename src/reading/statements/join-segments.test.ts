import { describe, expect, test } from 'vitest';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { markQuotations } from '../../language/quotations/mark-quotations.ts';
import type { Weights } from '../../language/weights/weights.ts';
import { allocateTokens, type Document } from '../../text/document.ts';
import { wordHashes } from './features.ts';
import { chances, choicesOf, type Joinable, joinable } from './join.ts';
import { joinSegments } from './join-segments.ts';
import { kindOf } from './kind.ts';
import { CONTENT, CUE, type Segment, SOURCE } from './segments.ts';

const BUCKETS = 1 << 12;

/**
 * A document of words written with their roles: "S:Ames C:said K:rain K:fell ." Words that touch with the same role letter are
 * one segment; each sentence ends at " | ".
 */
function ground(marked: string): Joinable {
  const lexicon = new Lexicon();
  const sentences = marked.split(' | ').map((sentence) => sentence.split(' '));
  const words = sentences.flat().map((word) => /^(?:([SCK]):)?(.+)$/.exec(word)!.slice(1));
  const tokens = allocateTokens(words.length);
  let at = 0;
  words.forEach(([, form], t) => {
    tokens.lexeme[t] = lexicon.intern(form);
    tokens.start[t] = at;
    tokens.end[t] = at + form.length;
    at += form.length + 1;
  });
  const lengths = sentences.map((sentence) => sentence.length);
  const firsts = lengths.map((_, s) => lengths.slice(0, s).reduce((a, b) => a + b, 0));
  const text = words.map(([, form]) => form).join(' ');
  const document: Document = {
    text,
    textSha256: '',
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    tokens,
    sentences: {
      length: sentences.length,
      first: Int32Array.from(firsts),
      last: Int32Array.from(firsts, (first, s) => first + lengths[s]),
    },
  };
  const segments: Segment[] = [];
  words.forEach(([letter], t) => {
    if (letter === undefined) return;
    const role = ({ S: SOURCE, C: CUE, K: CONTENT } as const)[letter as 'S' | 'C' | 'K'];
    const before = segments.at(-1);
    if (before?.role === role && before.last === t) segments[segments.length - 1] = { ...before, last: t + 1 };
    else segments.push({ role, first: t, last: t + 1, probability: 1 });
  });
  const quotation = markQuotations(document, lexicon);
  return joinable(document, lexicon, segments, quotation, wordHashes(document, lexicon, quotation));
}

/** Weights that favour, in every choice, the candidate that `favoured` names. */
function weightsFor(joinable: Joinable, favoured: (chooser: number) => number): Weights {
  const table = new Int16Array(BUCKETS);
  for (let round = 0; round < 20; round++) {
    for (const { chooser, candidates, features } of choicesOf(joinable, BUCKETS)) {
      candidates.forEach((candidate, c) => {
        for (const feature of features[c]) table[feature] += candidate === favoured(chooser) ? 1 : -1;
      });
    }
  }
  return { name: 'joints', meta: { scale: 0.01 }, arrays: { table } };
}

const wordsOf = ({ document, lexicon }: Joinable, segments: readonly Segment[]): string =>
  segments
    .flatMap(({ first, last }) => [...document.tokens!.lexeme.subarray(first, last)])
    .map((lexeme) => lexicon.forms[lexeme])
    .join(' ');

describe('the joining step', () => {
  test('lets contents choose among cues, and cues among sources, or none', () => {
    const choices = choicesOf(ground('S:Ames C:said K:rain K:fell . | K:Snow , C:claimed S:Bell .'), BUCKETS);
    expect(choices.map(({ chooser, candidates }) => [chooser, ...candidates])).toEqual([
      [1, 0, 5, -1],
      [2, 1, 4, -1],
      [3, 1, 4, -1],
      [4, 0, 5, -1],
    ]);
  });

  test('gives probabilities that sum to one', () => {
    const joinable = ground('S:Ames C:said K:rain .');
    for (const choice of choicesOf(joinable, BUCKETS)) {
      const sum = chances(choice, new Float64Array(BUCKETS).fill(0.3), 1).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1);
    }
  });

  test('joins both halves of a split quotation to one cue', () => {
    const joinable = ground('“ K:Rain , ” S:Ames C:said , “ K:and K:snow . ”');
    const weights = weightsFor(joinable, (chooser) => (chooser === 2 ? 1 : 2));
    const [joined, ...rest] = joinSegments(joinable, weights);
    expect(rest).toEqual([]);
    expect(wordsOf(joinable, joined.sources)).toBe('Ames');
    expect(wordsOf(joinable, [joined.cue!])).toBe('said');
    expect(wordsOf(joinable, joined.contents)).toBe('Rain and snow');
  });

  test('shares a source between two cues', () => {
    const joinable = ground('S:Ames C:said K:rain and C:warned K:of K:snow .');
    const favoured = [0, 0, 1, 0, 3];
    const found = joinSegments(
      joinable,
      weightsFor(joinable, (chooser) => favoured[chooser]),
    );
    expect(found.map(({ sources }) => wordsOf(joinable, sources))).toEqual(['Ames', 'Ames']);
    expect(found.map(({ contents }) => wordsOf(joinable, contents))).toEqual(['rain', 'of snow']);
  });

  test('keeps a content without a cue, and drops a cue without a content', () => {
    const joinable = ground('K:“ K:Rain K:” . | S:Ames C:spoke .');
    const found = joinSegments(
      joinable,
      weightsFor(joinable, (chooser) => (chooser === 0 ? -1 : 1)),
    );
    expect(found).toHaveLength(1);
    expect(found[0].cue).toBeNull();
  });
});

describe('kindOf', () => {
  test.each([
    ['K:“ K:It K:rains K:, K:” S:she C:said', 'direct'],
    ['S:She C:said K:that K:it K:rains', 'indirect'],
    ['S:She C:said K:it K:was K:“ K:very K:wet K:” K:outside', 'mixed'],
    ['S:She C:read K:the K:“ K:Gazette K:” K:there', 'indirect'],
  ])('%s: %s', (marked, kind) => {
    const { segments, quotation } = ground(marked);
    expect(
      kindOf(
        segments.filter(({ role }) => role === CONTENT),
        quotation,
      ),
    ).toBe(kind);
  });
});
