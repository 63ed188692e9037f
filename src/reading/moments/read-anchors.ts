/**
 * The stage `anchors`: what each moment hangs on, and which statements share the time of one before them. It comes after `actors`, since
 * only who the sources are tells whether the same one goes on speaking. A few hundred nanoseconds a moment.
 */
import { Lemmatizer } from '../../language/lemma/lemmatizer.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Weights } from '../../language/weights/weights.ts';
import { LemmaMemory } from '../acts/sentence-words.ts';
import type { ReadDocument } from '../reading.ts';
import { anchorMoments } from './anchor-moments.ts';
import { shareSaid } from './share-said.ts';

/**
 * Makes the stage that fills the anchors of `moments`, and the times in `said` that go on.
 *
 * @param weights the model `lemma`
 * @example
 * createAnchorReader(lexicon, weights)(document);
 * document.moments[0].anchor?.kind; // 'saying'
 */
export function createAnchorReader(
  lexicon: Lexicon,
  weights: Readonly<Record<string, Weights>>,
): (document: ReadDocument) => void {
  const memory = new LemmaMemory(lexicon, new Lemmatizer(weights.lemma));
  return (document) => {
    document.moments = anchorMoments(document, memory);
    document.said = shareSaid(document);
  };
}
