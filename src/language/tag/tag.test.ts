import { describe, expect, it } from 'vitest';
import { createDocument } from '../../text/document.ts';
import { paragraphBlocks } from '../../text/paragraphs.ts';
import { WordClusters } from '../clusters/word-clusters.ts';
import { combine, hashString, Lexicon } from '../lexicon/lexicon.ts';
import { createTokenizer } from '../tokenize/tokenize.ts';
import type { Weights } from '../weights/weights.ts';
import { createTagger } from './tag.ts';
import { UPOS_TAGS, XPOS_TAGS } from './tags.ts';

const SIZE = 1 << 20;
const LABELS = [
  ['NOUN', 'NN'],
  ['VERB', 'VB'],
  ['PRON', 'PRP'],
];
const NOUN = 0;
const VERB = 1;
const PRON = 2;

/**
 * A dictionary that knows "they" (a pronoun only), with NOUN and VERB open to all other words; and weights given as
 * [feature, label, weight].
 */
function weights(entries: [feature: number, label: number, weight: number][]): Weights {
  const table = new Int8Array(SIZE);
  for (const [feature, label, weight] of entries) table[((feature & (SIZE - 1)) + label) & (SIZE - 1)] += weight;
  return {
    name: 'tag',
    meta: { labels: LABELS },
    arrays: {
      table,
      sets: Uint8Array.of(NOUN, VERB, PRON),
      offsets: Uint16Array.of(0, 2, 3),
      dictionaryForms: Uint32Array.of(hashString('they')),
      dictionarySets: Uint16Array.of(1),
    },
  };
}

const LOWER_FEATURE = 3;
const WORD_BEFORE = 31;
const WORD_AFTER = 32;
const TAG_BEFORE = 61;

function tags(text: string, model: Weights, lexicon = new Lexicon()): string[] {
  const document = createDocument(text, paragraphBlocks(text));
  createTokenizer(lexicon)(document);
  const { length } = document.tokens!;
  document.sentences = { length: 1, first: Int32Array.of(0), last: Int32Array.of(length) };
  const clusters = { name: '', meta: {}, arrays: { keys: new Uint32Array(2), clusters: new Uint16Array(2) } };
  createTagger(lexicon, model, new WordClusters(lexicon, clusters))(document);
  const { upos, xpos } = document.tokens!;
  return Array.from(upos, (u, i) => `${UPOS_TAGS[u]} ${XPOS_TAGS[xpos[i]]}`);
}

describe('createTagger', () => {
  it('gives a known form what the dictionary allows, against all weights', () => {
    const model = weights([[combine(LOWER_FEATURE, hashString('they')), VERB, 100]]);
    expect(tags('they', model)).toEqual(['PRON PRP']);
  });

  it('weighs the word itself', () => {
    const model = weights([
      [combine(LOWER_FEATURE, hashString('run')), VERB, 5],
      [combine(LOWER_FEATURE, hashString('dog')), NOUN, 5],
    ]);
    expect(tags('run dog', model)).toEqual(['VERB VB', 'NOUN NN']);
  });

  it('weighs the words beside it', () => {
    const model = weights([
      [combine(WORD_BEFORE, hashString('to')), VERB, 5],
      [combine(WORD_AFTER, hashString('of')), NOUN, 5],
    ]);
    expect(tags('to use', model)[1]).toBe('VERB VB');
    expect(tags('use of', model)[0]).toBe('NOUN NN');
  });

  it('lets a later word change an earlier choice', () => {
    // "use" alone is a little more of a noun; but a noun before "them" costs more than that.
    const model = weights([
      [combine(LOWER_FEATURE, hashString('use')), NOUN, 2],
      [combine(LOWER_FEATURE, hashString('them')), NOUN, 4],
      [combine(TAG_BEFORE, NOUN), NOUN, -6],
    ]);
    expect(tags('use', model)).toEqual(['NOUN NN']);
    expect(tags('use them', model)).toEqual(['VERB VB', 'NOUN NN']);
  });

  it('reads on after the lexicon was emptied', () => {
    const model = weights([[combine(LOWER_FEATURE, hashString('run')), VERB, 5]]);
    const lexicon = new Lexicon();
    const document = createDocument('x run', paragraphBlocks('x run'));
    const clusters = { name: '', meta: {}, arrays: { keys: new Uint32Array(2), clusters: new Uint16Array(2) } };
    const tag = createTagger(lexicon, model, new WordClusters(lexicon, clusters));
    const tokenize = createTokenizer(lexicon);
    const read = (): string => {
      tokenize(document);
      document.sentences = { length: 1, first: Int32Array.of(0), last: Int32Array.of(2) };
      tag(document);
      return UPOS_TAGS[document.tokens!.upos[1]];
    };
    expect(read()).toBe('VERB');
    for (let i = 0; i < 60_001; i++) lexicon.intern(`w${i}`);
    lexicon.trim();
    lexicon.intern('run');
    expect(read()).toBe('VERB');
  });
});

describe('tag sets', () => {
  it('fit into bytes and hold each tag once', () => {
    for (const set of [UPOS_TAGS, XPOS_TAGS]) {
      expect(new Set(set).size).toBe(set.length);
      expect(set.length).toBeLessThan(256);
    }
  });
});
