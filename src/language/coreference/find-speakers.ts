/** Who speaks each quotation, by its place alone: what "he" within the marks hardly means. Linear in the mentions. */
import { type PlacedMention, SUBJECT } from './place-mentions.ts';

/**
 * The mention that speaks each quotation: a subject outside the marks in the sentences where the quotation begins and ends, the
 * nearest to its marks.
 *
 * @returns indexes of mentions by the numbers of quotations
 * @example
 * findSpeakers(mentions).get(0); // 3
 */
export function findSpeakers(mentions: readonly PlacedMention[]): Map<number, number> {
  const speakers = new Map<number, number>();
  const ends = new Map<number, { first: number; last: number; from: number; to: number }>();
  mentions.forEach(({ quotation, sentence, head }) => {
    if (quotation < 0) return;
    const known = ends.get(quotation);
    if (known === undefined) ends.set(quotation, { first: sentence, last: sentence, from: head, to: head });
    else {
      known.last = sentence;
      known.to = head;
    }
  });
  let at = 0;
  for (const [quotation, { first, last, from, to }] of ends) {
    while (at > 0 && mentions[at - 1].sentence >= first) at--;
    while (at < mentions.length && mentions[at].sentence < first) at++;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = at; i < mentions.length && mentions[i].sentence <= last; i++) {
      const { role, quotation: own, head, sentence, kind, pronoun } = mentions[i];
      if (role !== SUBJECT || own >= 0 || (sentence !== first && sentence !== last)) continue;
      if (kind === 'pronoun' && (pronoun!.person < 3 || pronoun!.gender === 'neuter')) continue;
      const distance = head < from ? from - head : head - to;
      if (distance >= nearest) continue;
      nearest = distance;
      speakers.set(quotation, i);
    }
  }
  return speakers;
}
