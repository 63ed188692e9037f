/** What is said: the quotation, clause, infinitive or object that a verb takes, within the content that the verb stands in. */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import type { Range } from '../acts/sentence-words.ts';
import type { Ground, Taken } from './relay.ts';
import { clauseBefore, nextPart } from './take-before.ts';
import { clauseAfter } from './take-clause.ts';
import { objectAfter } from './take-object.ts';
import { quotationAfter } from './take-quotation.ts';
import { nameGivenBehind } from './take-relative.ts';

/**
 * The content of a verb; undefined where it takes none that is said.
 *
 * @param entry the verb's entry in the lists
 * @param source where the speaker is named, or null
 * @example
 * findContent(ground, 5, entry, source)?.content; // of "the crew refused to say why": "why …"
 */
export function findContent(ground: Ground, verb: number, entry: CueEntry, source: Range | null): Taken | undefined {
  // "put the toll at 40", and nothing else that is put.
  if (entry.words[0] === 'put') return objectAfter(ground, verb, entry);
  return (
    nameGivenBehind(ground, verb, entry, source) ??
    quotationAfter(ground, verb, entry) ??
    clauseAfter(ground, verb, entry) ??
    objectAfter(ground, verb, entry) ??
    nextPart(ground, verb) ??
    clauseBefore(ground, verb, entry, source)
  );
}
