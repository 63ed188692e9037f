/** Scores of the tagger from raw text, the way of the CoNLL 2018 shared task: F1 over words aligned by their place. */
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { createSentenceSplitter } from '../../src/language/sentences/split-sentences.ts';
import { createTagger } from '../../src/language/tag/tag.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../src/language/tag/tags.ts';
import { createTokenizer } from '../../src/language/tokenize/tokenize.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { createDocument } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import type { TreebankDocument, TreebankWord } from '../conllu.ts';

/**
 * F1 of words, UPOS and XPOS, from 0 to 1.
 *
 * @example
 * tagScores(readTreebank(path), tag, sentences, clusters).upos; // 0.95
 */
export function tagScores(documents: readonly TreebankDocument[], tag: Weights, sentences: Weights, clusters: Weights) {
  const lexicon = new Lexicon();
  const wordClusters = new WordClusters(lexicon, clusters);
  const stages = [
    createTokenizer(lexicon),
    createSentenceSplitter(lexicon, sentences, wordClusters),
    createTagger(lexicon, tag, wordClusters),
  ];
  let total = 0;
  const hits = { words: 0, upos: 0, xpos: 0 };
  for (const source of documents) {
    const document = createDocument(source.text, paragraphBlocks(source.text));
    for (const stage of stages) stage(document);
    const tokens = document.tokens!;
    const gold = new Map<string, TreebankWord>();
    for (const sentence of source.sentences) for (const word of sentence) gold.set(`${word.start}-${word.end}`, word);
    total += source.sentences.reduce((sum, sentence) => sum + sentence.length, 0) + tokens.length;
    for (let i = 0; i < tokens.length; i++) {
      const word = gold.get(`${tokens.start[i]}-${tokens.end[i]}`);
      if (!word) continue;
      hits.words++;
      if (UPOS_TAGS[tokens.upos[i]] === word.upos) hits.upos++;
      if (XPOS_TAGS[tokens.xpos[i]] === word.xpos) hits.xpos++;
    }
  }
  const f1 = (count: number): number => (2 * count) / total;
  return { words: f1(hits.words), upos: f1(hits.upos), xpos: f1(hits.xpos) };
}
