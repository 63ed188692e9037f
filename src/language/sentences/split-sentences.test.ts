import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument, type Document } from '../../text/document.ts';
import { paragraphBlocks } from '../../text/paragraphs.ts';
import { WordClusters } from '../clusters/word-clusters.ts';
import { hashString, Lexicon } from '../lexicon/lexicon.ts';
import { createTokenizer } from '../tokenize/tokenize.ts';
import type { Weights } from '../weights/weights.ts';
import { endOf, gapFeatures, quotesAfter, SENTENCE_FEATURES } from './features.ts';
import { createSentenceSplitter } from './split-sentences.ts';

const SIZE = 1 << 16;
const NO_CLUSTERS: Weights = {
  name: 'clusters',
  meta: {},
  arrays: { keys: new Uint32Array(2), clusters: new Uint16Array(2) },
};

/** Weights that end a sentence after each form given, by the feature of the word before the gap. */
function weightsAfter(...forms: string[]): Weights {
  const gaps = new Int16Array(SIZE);
  for (const form of forms) gaps[featureOfWordBefore(form) & (SIZE - 1)] = 100;
  return { name: 'sentences', meta: { threshold: 50 }, arrays: { gaps } };
}

function featureOfWordBefore(form: string): number {
  const lexicon = new Lexicon();
  const document = createDocument(`${form} x`, [{ kind: 'paragraph', start: 0, end: form.length + 2 }]);
  createTokenizer(lexicon)(document);
  const out = new Uint32Array(SENTENCE_FEATURES);
  gapFeatures(lexicon, new WordClusters(lexicon, NO_CLUSTERS), document.text, document.tokens!, 0, 0, 2, 1, 0, 0, out);
  expect(hashString(form)).toBe(lexicon.lowerHash[0]);
  return out[0];
}

function read(text: string, weights: Weights): Document {
  const document = createDocument(text, paragraphBlocks(text));
  const lexicon = new Lexicon();
  createTokenizer(lexicon)(document);
  createSentenceSplitter(lexicon, weights, new WordClusters(lexicon, NO_CLUSTERS))(document);
  return document;
}

function sentences(text: string, weights: Weights): string[] {
  const { tokens, sentences: found } = read(text, weights);
  return Array.from({ length: found!.length }, (_, s) =>
    text.slice(tokens!.start[found!.first[s]], tokens!.end[found!.last[s] - 1]),
  );
}

describe('createSentenceSplitter', () => {
  it.each([
    ['', []],
    ['He left. She stayed.', ['He left.', 'She stayed.']],
    ['A headline\n\nHe left', ['A headline', 'He left']],
    ['He left. \n\n. \n\nEnd', ['He left.', '.', 'End']],
  ])('%j', (text, expected) => expect(sentences(text, weightsAfter('.'))).toEqual(expected));

  it('ends every sentence at the end of its block, whatever the weights say', () => {
    expect(sentences('One two\n\nthree. four', weightsAfter())).toEqual(['One two', 'three. four']);
  });

  it('never parts the words of a contraction', () => {
    expect(sentences("do Don't", weightsAfter('do'))).toEqual(['do', "Don't"]);
  });

  it('puts every token into one sentence, in order, for any text', () => {
    const fragment = fc.oneof(
      fc.constantFrom('a', '. ', '"', '\n\n', ' ', "n't", '\ud800'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(fragment), (fragments) => {
        const { tokens, sentences: found } = read(fragments.join(''), weightsAfter('.', 'a'));
        let at = 0;
        for (let s = 0; s < found!.length; s++) {
          expect(found!.first[s]).toBe(at);
          expect(found!.last[s]).toBeGreaterThan(at);
          at = found!.last[s];
        }
        expect(at).toBe(tokens!.length);
      }),
    );
  });
});

describe('quotesAfter', () => {
  it.each([
    ['“', 0, 1],
    ['”', 1, 0],
    ['”', 0, 0],
    ['"', 0, 1],
    ['"', 1, 0],
    ['«', 0, 1],
    ['word', 1, 1],
  ])('%s after %i', (form, open, expected) => expect(quotesAfter(form, open)).toBe(expected));
});

describe('endOf', () => {
  it('tells a mark from a word', () => {
    const lexicon = new Lexicon();
    expect(endOf(lexicon, lexicon.intern('.'))).toBe(1);
    expect(endOf(lexicon, lexicon.intern('end'))).toBe(2);
  });
});
