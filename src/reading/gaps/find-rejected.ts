/** Claims that a relative clause rejects: "a suggestion that the firm dismissed", "an allegation the minister denies". */
import { entryAt } from '../acts/find-act.ts';
import { CLAIMS } from '../acts/objects.ts';
import { findSpeaker } from '../relays/find-subject.ts';
import type { Ground } from '../relays/relay.ts';
import { isOfNounBefore } from '../relays/take-relative.ts';
import type { Found } from './find-unfound.ts';

const OBJECTS = /^(?:obj|ccomp|xcomp)$/;

/**
 * The statements that relative clauses of a sentence make: who rejects, and as content the noun phrase before the clause.
 *
 * @example
 * findRejected(ground)[0].content; // "a suggestion"
 */
export function findRejected(ground: Ground): Found[] {
  const { words, tree, scouted, region } = ground;
  return scouted.verbs.flatMap((verb): Found[] => {
    const entry = entryAt(words, verb);
    if (entry?.wordClass !== 'verb' || entry.act !== 'denied' || !tree.relation(verb).startsWith('acl')) return [];
    const noun = tree.head(verb);
    if (noun < region.first || noun > verb || !CLAIMS.has(words.lemma(noun))) return [];
    const speaker = findSpeaker(ground, verb);
    const source = speaker?.source ?? null;
    if (source === null || source.first <= noun || !isOfNounBefore(ground, verb, source)) return [];
    if (tree.children(verb).some((t) => t > verb && OBJECTS.test(tree.relation(t)))) return [];
    let first = noun;
    while (first > region.first && /^(?:DT|PRP\$|JJ[RS]?|NN|NNS|NNP|POS|CD|VBN|VBG)$/.test(words.tag(first - 1)))
      first--;
    const cue = { first: speaker!.cueFirst, last: verb + entry.words.length };
    return [{ source, cue, content: [{ first, last: noun + 1 }] }];
  });
}
