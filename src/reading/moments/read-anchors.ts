/**
 * The stage `anchors`: what each moment hangs on, and which statements share the time of one before them. It comes after `actors`, since
 * only who the sources are tells whether the same one goes on speaking. A few hundred nanoseconds a moment.
 */
import type { LemmaMemory } from '../acts/sentence-words.ts';
import type { ReadDocument } from '../reading.ts';
import { anchorMoments } from './anchor-moments.ts';
import { shareSaid } from './share-said.ts';

/**
 * Makes the stage that fills the anchors of `moments`, and the times in `said` that go on.
 *
 * @example
 * createAnchorReader(lemmas)(document);
 * document.moments[0].anchor?.kind; // 'saying'
 */
export function createAnchorReader(memory: LemmaMemory): (document: ReadDocument) => void {
  return (document) => {
    document.moments = anchorMoments(document, memory);
    document.said = shareSaid(document);
  };
}
