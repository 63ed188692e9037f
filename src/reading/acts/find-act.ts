/**
 * Which act a cue tells, from its words and those around it: the word of the cue that leads (`cue-lexicon.ts`), then what
 * stands beside it (`refine-act.ts`).
 *
 * Of several words the most telling leads: *issued a statement denying* is a denial, since *statement* fits any act.
 */
import { type CueEntry, findCueWord } from './cue-lexicon.ts';
import { DISTANCING_ADVERBS } from './cue-words.ts';
import type { Range, SentenceWords } from './sentence-words.ts';
import type { SpeechAct } from './speech-acts.ts';

/** The word or phrase of a cue that tells the act, at the tokens [first, last). */
export interface Lead extends Range {
  readonly entry: CueEntry;
}

/** How telling an act is: those of the last row stand before the others wherever they stand in the cue. */
const VAGUE: ReadonlySet<SpeechAct> = new Set(['said']);
const LESS_TELLING: ReadonlySet<SpeechAct> = new Set<SpeechAct>([
  ...(['asked', 'thought', 'felt', 'wanted', 'found', 'announced', 'suggested', 'predicted', 'agreed'] as const),
]);

/** How many adverbs may stand between "not" and its verb, and how far on the verb after "to" may stand. */
const ADVERBS = 4;
const LONGEST_LINK = 8;

/** Verbs that only say when, or whether, the act that follows takes place (*is expected to announce*). */
const PROSPECTIVE: ReadonlySet<string> = new Set([
  'expect',
  'plan',
  'intend',
  'aim',
  'seem',
  'appear',
  'predict',
  'seek',
  'anticipate',
]);

/** Verbs of which the negation tells of silence: "did not respond to requests" requests nothing. */
export const ANSWERING: ReadonlySet<string> = new Set(['comment', 'respond', 'reply', 'answer', 'elaborate', 'return']);

/**
 * The leading word of a cue; undefined where none of its words is known.
 *
 * @param cue the tokens of the cue, within the sentence
 * @example
 * findLead(words, { first: 2, last: 3 })?.entry.act; // 'denied'
 */
export function findLead(words: SentenceWords, cue: Range): Lead | undefined {
  let best: Lead | undefined;
  let bestRank = -1;
  for (let t = cue.first; t < cue.last; t++) {
    const entry = entryAt(words, t);
    if (!entry) continue;
    const last = t + entry.words.length;
    if (ANSWERING.has(entry.words[0]) && isNegatedBefore(words, t)) return { entry, first: t, last };
    if (PROSPECTIVE.has(entry.words[0]) && leadsToAct(words, last, cue)) continue;
    const rank = VAGUE.has(entry.act) ? 0 : LESS_TELLING.has(entry.act) ? 1 : 2;
    if (rank > bestRank) {
      best = { entry, first: t, last };
      bestRank = rank;
    }
    // What is only wanted, asked or tried is not done: "wants to thank" thanks nobody yet.
    if (entry.act === 'wanted' && words.tag(last) === 'TO') break;
    t = last - 1;
  }
  return best;
}

/** The entry whose words begin at a token, by its tag; a tag that finds none may be wrong, as it often is in headlines. */
export function entryAt(words: SentenceWords, t: number): CueEntry | undefined {
  const tag = words.tag(t);
  const places = (leads: string) => (n: number) => [n === 0 ? leads : words.lemma(t + n), words.lower(t + n)] as const;
  if (tag === 'MD') return findCueWord('verb', places(words.lower(t)));
  const asVerb = (): CueEntry | undefined => findCueWord('verb', places(words.verbLemma(t)));
  if (tag.startsWith('VB')) return findCueWord('verb', places(words.lemma(t))) ?? asVerb();
  if (tag.startsWith('NN')) return findCueWord('noun', places(words.lemma(t))) ?? asVerb();
  if (DISTANCING_ADVERBS.has(words.lower(t)))
    return { words: [words.lower(t)], wordClass: 'other', act: 'said', stance: 'distancing' };
  if (tag.startsWith('JJ')) return findCueWord('other', places(words.lower(t))) ?? asVerb();
  return undefined;
}

/** Whether "not" or "never" stands before a verb, with nothing but adverbs between. */
function isNegatedBefore(words: SentenceWords, verb: number): boolean {
  for (let t = verb - 1; words.has(t) && t >= verb - ADVERBS; t--) {
    if (/^(?:not|n't|never)$/.test(words.lower(t))) return true;
    if (words.tag(t) !== 'RB') return false;
  }
  return false;
}

/** Whether "to" and a verb of the lists follow, within the cue. */
function leadsToAct(words: SentenceWords, t: number, cue: Range): boolean {
  if (words.tag(t) !== 'TO') return false;
  for (let next = t + 1; next < Math.min(cue.last, t + LONGEST_LINK); next++) {
    if (words.tag(next).startsWith('VB') && entryAt(words, next)) return true;
  }
  return false;
}
