/**
 * The dependency parser: gives each word of a sentence its head and its relation to it, in the sense of Universal Dependencies.
 *
 * Graph-based (Dozat & Manning 2017; Kiperwasser & Goldberg 2016): features.ts says what is looked at of a word, an encoder
 * reads the words in both directions, arcs.ts says how pairs of them are scored, tree.ts makes a tree of the scores. Time is
 * linear in the text: a sentence of more than LONGEST words is parsed in pieces.
 */
import type { Document } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { Encoder, WINDOW } from '../network/encoder.ts';
import { Kernel } from '../network/kernel.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { Weights } from '../weights/weights.ts';
import { ArcScorer } from './arc-scorer.ts';
import { LONGEST } from './arcs.ts';
import { FEATURES, ParseFeatures } from './features.ts';
import { PIECE_RELATION } from './relations.ts';
import { NO_HEAD } from './tree.ts';

/**
 * Makes the stage that fills `head` and `relation` of `document.tokens`, and `document.contexts`.
 *
 * @param weights models/parse.weights: arrays of an encoder and of `arcArrays`
 * @example
 * createParser(lexicon, weights.parse, clusters, vectors)(document);
 * RELATIONS[document.tokens.relation[0]]; // 'nsubj'
 */
export function createParser(
  lexicon: Lexicon,
  weights: Weights,
  clusters: WordClusters,
  vectors: WordVectors,
): (document: Document) => void {
  const kernel = new Kernel();
  const encoder = new Encoder(kernel, vectors, weights);
  const arcs = new ArcScorer(kernel, weights);
  const features = new ParseFeatures(lexicon, clusters, vectors, encoder.shape.buckets);
  return (document) => {
    const { head, relation } = document.tokens!;
    const input = { ...features.of(document), perToken: FEATURES };
    const contexts = new Int8Array(head.length * 2 * encoder.shape.hidden);
    for (const { first, pieces } of windows(document)) {
      const last = first + pieces[pieces.length - 1];
      const scores = encoder.scores(input, first, last, contexts);
      arcs.attach(scores, pieces, first, head, relation);
    }
    joinPieces(document);
    document.contexts = contexts;
  };
}

/** Runs of pieces of at most WINDOW tokens together; a piece is a sentence or LONGEST tokens of one. */
function* windows({ sentences }: Document): Generator<{ first: number; pieces: number[] }> {
  let first = 0;
  let pieces: number[] = [];
  for (let s = 0; s < sentences!.length; s++) {
    const last = sentences!.last[s];
    for (let start = sentences!.first[s]; start < last; start += LONGEST) {
      const end = Math.min(start + LONGEST, last);
      if (end - first > WINDOW) {
        yield { first, pieces };
        first = start;
        pieces = [];
      }
      pieces.push(end - first);
    }
  }
  if (pieces.length > 0) yield { first, pieces };
}

/** Hangs the roots of a sentence's later pieces on that of its first. */
function joinPieces({ tokens, sentences }: Document): void {
  const { head, relation } = tokens!;
  for (let s = 0; s < sentences!.length; s++) {
    const first = sentences!.first[s];
    const last = sentences!.last[s];
    if (last - first <= LONGEST) continue;
    let root = NO_HEAD;
    for (let t = first; t < last; t++) {
      if (head[t] !== NO_HEAD) continue;
      if (root === NO_HEAD) root = t;
      else {
        head[t] = root;
        relation[t] = PIECE_RELATION;
      }
    }
  }
}
