/**
 * News text with tags that another tagger gave (PolNeAR's CoreNLP layer). Where two taggers that learned from different
 * sets agree on every word of a sentence, the sentence is worth learning from.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { createSentenceSplitter } from '../../src/language/sentences/split-sentences.ts';
import { TagDecoder } from '../../src/language/tag/decoder.ts';
import { createTokenizer } from '../../src/language/tokenize/tokenize.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { createDocument } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import type { LabelledSentence } from './labels.ts';

interface SilverArticle {
  readonly text: string;
  readonly corenlp?: { readonly sentences: readonly (readonly [number, number, string, string])[][] } | null;
}

/** Tags that UD English has and the other tagger does not, or uses otherwise: they neither agree nor disagree. */
const ONLY_HERE = new Set(['HYPH', 'NFP', 'ADD', 'AFX', 'GW', 'SYM', 'LS', 'FW', ':', 'TO', '``', "''"]);

/**
 * The sentences of the articles on which `model` and the other tagger agree.
 *
 * @example
 * agreedSentences('polnear/train.jsonl.gz', lexicon, clusters, tag, sentences).length;
 */
export function agreedSentences(
  path: string,
  lexicon: Lexicon,
  clusters: WordClusters,
  model: Weights,
  sentenceWeights: Weights,
): LabelledSentence[] {
  const labels = model.meta.labels as readonly [string, string][];
  const decoder = new TagDecoder(lexicon, clusters, model);
  const stages = [createTokenizer(lexicon), createSentenceSplitter(lexicon, sentenceWeights, clusters)];
  const agreed: LabelledSentence[] = [];
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (!line) continue;
    const { text, corenlp } = JSON.parse(line) as SilverArticle;
    if (!corenlp) continue;
    const others = new Map<string, string>();
    for (const sentence of corenlp.sentences)
      for (const [start, end, , tag] of sentence) others.set(`${start}-${end}`, tag);
    const document = createDocument(text, paragraphBlocks(text));
    for (const stage of stages) stage(document);
    const { start, end, lexeme } = document.tokens!;
    const { length, first, last } = document.sentences!;
    const guess = new Uint8Array(lexeme.length);
    decoder.update();
    for (let s = 0; s < length; s++) {
      decoder.decode(lexeme, first[s], last[s], guess);
      let isAgreed = last[s] - first[s] > 3;
      for (let i = first[s]; i < last[s] && isAgreed; i++) {
        const tag = labels[guess[i]][1];
        const other = others.get(`${start[i]}-${end[i]}`);
        isAgreed = other === undefined || other === tag || ONLY_HERE.has(tag) || (other === 'TO' && tag === 'IN');
      }
      if (isAgreed) agreed.push({ lexemes: lexeme.slice(first[s], last[s]), gold: guess.slice(first[s], last[s]) });
    }
  }
  return agreed;
}
