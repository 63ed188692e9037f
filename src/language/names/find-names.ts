/**
 * The stage `names`: finds the names of persons, organisations, places, groups, products, works and events.
 *
 * An encoder over features.ts and the parser's rows, and a chain, label the outer names (Huang, Xu & Yu 2015); inner-names.ts finds
 * those inside them. Titles ("President") and articles stand outside a name, as in CoNLL-2003 (Tjong Kim Sang & De Meulder).
 */
import type { Document } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import { KNOWN_ORGANIZATIONS } from '../en/known-organizations.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { ChainTagger } from '../network/chain-tagger.ts';
import { Kernel } from '../network/kernel.ts';
import { runsOf } from '../network/runs.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { Weights } from '../weights/weights.ts';
import { FEATURES, NameFeatures } from './features.ts';
import { Gazetteer } from './gazetteer.ts';
import { InnerNameFinder, type InnerNames } from './inner-names.ts';
import { ListedOrganizations } from './listed-organizations.ts';
import { NAME_TYPES } from './types.ts';

/** Lead of "no name" in log score from which it is taken as sure: fewer than one name in ten thousand is lost. */
const LEAD = 9;

/**
 * Makes the stage that fills `document.names`.
 *
 * @param weights models/names.weights: arrays of an encoder, `transitions`, those of a Gazetteer, `meta.inner`, `meta.convention`, and
 *   `meta.least`: a name that is less likely is left out, being right too seldom to be worth its errors
 * @example
 * createNameFinder(lexicon, weights.names, clusters, vectors)(document);
 * document.names[0].type; // 'person'
 */
export function createNameFinder(
  lexicon: Lexicon,
  weights: Weights,
  clusters: WordClusters,
  vectors: WordVectors,
): (document: Document) => void {
  const tagger = new ChainTagger(new Kernel(), vectors, weights, LEAD);
  const { placeKeys, placeClasses } = weights.arrays;
  const gazetteer = new Gazetteer(placeKeys as Uint32Array, placeClasses as Uint8Array);
  const features = new NameFeatures(lexicon, clusters, vectors, gazetteer, tagger.encoder.shape.buckets);
  const convention = weights.meta.convention as number;
  const least = weights.meta.least as number;
  const listed = new ListedOrganizations(lexicon, KNOWN_ORGANIZATIONS);
  const inner = new InnerNameFinder(weights.meta.inner as InnerNames);
  return (document) => {
    const { lexeme } = document.tokens!;
    const input = features.of(document, convention);
    const rows = input.tokens.length;
    const found = tagger.labelRows(input.sentences, { ...input, perToken: FEATURES });
    // Rows side by side need not be tokens side by side.
    const labels = new Uint8Array(lexeme.length);
    const certainty = new Float64Array(lexeme.length);
    for (let r = 0; r < rows; r++) {
      labels[input.tokens[r]] = found.labels[r];
      certainty[input.tokens[r]] = found.certainty[r];
    }
    const names = runsOf(labels, certainty)
      .filter(({ probability }) => probability >= least)
      .map(({ kind, first, last, probability }) => ({
        first,
        last,
        type: NAME_TYPES[kind],
        probability,
        parent: null,
      }));
    document.names = inner.add(listed.add(document, names), (t) => lexicon.forms[lexeme[t]]);
  };
}
