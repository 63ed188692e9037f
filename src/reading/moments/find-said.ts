/**
 * When each statement was said: the moment that hangs on its cue by the parse ("said on Friday"), outside of its content. Where none
 * does, nothing is put in its place.
 */
import type { Tokens } from '../../text/document.ts';
import { tokensIn } from '../acts/sentence-words.ts';
import type { Attribution } from '../reading.ts';
import { governingVerb, headOf } from './direction.ts';
import type { Words } from './words.ts';

/** A moment in its sentence: the tokens [first, last) in the sentence [from, to). */
export interface Place {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/**
 * For each statement the index of the moment at which it was said, or −1.
 *
 * @param places of the moments that may be one, in order of the text
 * @example
 * findSaid(statements, tokens, words, places); // for “We left,” he said on Friday: [0]
 */
export function findSaid(
  statements: readonly Attribution[],
  tokens: Tokens,
  words: Words,
  places: readonly Place[],
): number[] {
  const verbs = places.map(({ first, last, from, to }) => {
    words.first = from;
    words.last = to;
    if (first < 0) return -1;
    // A year in "said of the 2016 election" hangs on the election: only what hangs on the cue itself tells when it was said.
    const at = headOf(words, first, last);
    const head = words.head(at);
    return head === at ? governingVerb(words, first, last) : head;
  });
  return statements.map(({ cue, content }) => {
    if (!cue) return -1;
    const cues = cue.spans.map((span) => tokensIn(tokens, span));
    const contents = (content?.spans ?? []).map((span) => tokensIn(tokens, span));
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = firstFrom(places, cues[0].first); i < places.length && places[i].from <= cues[0].first; i++) {
      const { first } = places[i];
      const isOnCue = cues.some((range) => verbs[i] >= range.first && verbs[i] < range.last);
      if (!isOnCue || contents.some((range) => first >= range.first && first < range.last)) continue;
      const distance = Math.abs(first - cues[0].first);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  });
}

/** The first place whose sentence reaches beyond a token, found by halving. */
function firstFrom(places: readonly Place[], token: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].to <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}
