/**
 * The stage `assertions`: what the outlet states in its own voice, how worth checking it is, its hedges, and whether a source is
 * named anywhere for the same fact.
 *
 * Claims worth checking: Hassan et al. 2017 (ClaimBuster). What is found and what is not: find-clauses.ts.
 */
import type { WordClusters } from '../../language/clusters/word-clusters.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { Kernel } from '../../language/network/kernel.ts';
import type { WordVectors } from '../../language/vectors/word-vectors.ts';
import type { Weights } from '../../language/weights/weights.ts';
import { createHedgeFinder } from '../hedges/find-hedges.ts';
import type { ReadDocument } from '../reading.ts';
import { assertionId } from './assertion-id.ts';
import { CheckScorer } from './check-scorer.ts';
import { findClauses } from './find-clauses.ts';
import { createSourceFinder } from './find-sourced.ts';

/**
 * Makes the stage that fills `assertions`.
 *
 * @param weights the model `check`
 * @example
 * const read = createAssertionReader(lexicon, clusters, vectors, weights.check);
 * read(document); // document.assertions is filled
 */
export function createAssertionReader(
  lexicon: Lexicon,
  clusters: WordClusters,
  vectors: WordVectors,
  weights: Weights,
): (document: ReadDocument) => void {
  const scorer = new CheckScorer(lexicon, clusters, vectors, new Kernel(), weights);
  const findHedges = createHedgeFinder(lexicon);
  const findSources = createSourceFinder(lexicon);
  return (document) => {
    const tokens = document.tokens!;
    const clauses = findClauses(document, lexicon);
    const scores = scorer.scores(tokens, clauses);
    const sources = findSources(document, clauses);
    document.assertions = clauses.map(({ first, last }, i) => {
      const start = tokens.start[first];
      const end = tokens.end[last - 1];
      return {
        id: assertionId(document.textSha256, start, end),
        start,
        end,
        hedges: findHedges(tokens, first, last),
        check: Math.round(100 * scores[i]) / 100,
        sourced: sources[i],
      };
    });
  };
}
