/**
 * Finds the words of a cue in the lists: which act each of them tells, and whether it endorses or distances.
 * Phrases are found by their first word, the longest first: a few comparisons a cue.
 */
import { inflect } from '../../language/inflection/inflect.ts';
import { CUE_NOUNS, CUE_OTHERS, CUE_VERBS, DISTANCING, ENDORSING } from './cue-words.ts';
import type { SpeechAct, Stance } from './speech-acts.ts';

/** A word or phrase that attributes. */
export interface CueEntry {
  /** Dictionary forms, the first of which leads. */
  readonly words: readonly string[];
  readonly wordClass: WordClass;
  readonly act: SpeechAct;
  readonly stance: Stance;
}

type Entries = ReadonlyMap<string, readonly CueEntry[]>;
export type WordClass = 'verb' | 'noun' | 'other';

const LISTS: Readonly<Record<WordClass, Entries>> = {
  verb: entriesOf('verb', CUE_VERBS),
  noun: entriesOf('noun', CUE_NOUNS),
  other: entriesOf('other', CUE_OTHERS),
};

const VERB_FORMS: ReadonlyMap<string, string> = new Map(
  [...LISTS.verb.keys()].flatMap((verb) => inflect(verb, 'verb').map((form) => [form, verb] as const)),
);

/**
 * The longest entry of a class whose words stand at a place.
 *
 * @param at gives the dictionary form and the word as written, in lower case, so many places on; empty beyond the sentence
 * @example
 * findCueWord('verb', (n) => [['point', 'pointed'], ['out', 'out']][n] ?? ['', ''])?.words; // ['point', 'out']
 */
export function findCueWord(
  wordClass: WordClass,
  at: (offset: number) => readonly [lemma: string, lower: string],
): CueEntry | undefined {
  const [lemma] = at(0);
  return LISTS[wordClass]
    .get(lemma)
    ?.find(({ words }) =>
      words.every(
        (word, n) => n === 0 || word === '*' || at(n).includes(word) || (word === 'oneself' && isSelf(at(n)[1])),
      ),
    );
}

/**
 * Whether an entry of the verbs begins with a word, whatever stands behind it.
 *
 * @param lemma a dictionary form
 * @example
 * leadsCue('point'); // true, by "point out"
 */
export function leadsCue(lemma: string): boolean {
  return LISTS.verb.has(lemma);
}

/**
 * The verb of the lists that a word is a regular form of; the lemmatiser, which knows the irregular ones, has not seen them all.
 *
 * @example
 * verbOf('apologised'); // 'apologise'
 */
export function verbOf(form: string): string | undefined {
  return VERB_FORMS.get(form);
}

const isSelf = (lower: string): boolean => /^(?:my|your|him|her|it|our|them)sel(?:f|ves)$/.test(lower);

function entriesOf(wordClass: WordClass, lists: Readonly<Partial<Record<SpeechAct, string>>>): Entries {
  const endorsing = new Set(phrases(ENDORSING));
  const distancing = new Set(phrases(DISTANCING));
  const found = new Map<string, CueEntry[]>();
  for (const [act, list] of Object.entries(lists))
    for (const phrase of phrases(list)) {
      const words = phrase.split(' ');
      const stance = endorsing.has(phrase) ? 'endorsing' : distancing.has(phrase) ? 'distancing' : 'neutral';
      const entries = found.get(words[0]) ?? [];
      // A word that stands under two acts tells the first.
      if (!entries.some((entry) => entry.words.join(' ') === phrase))
        entries.push({ words, wordClass, act: act as SpeechAct, stance });
      found.set(words[0], entries);
    }
  for (const entries of found.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return found;
}

function phrases(list: string): string[] {
  return list.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}
