/**
 * When each statement was said, by the parse and outside of its content: the moment that hangs on its cue ("said on Friday"), on the
 * occasion or the document of the saying ("in a statement on Friday", "according to a report published in May"), or on the cue before it
 * that shares its speaker ("said on Friday that … and warned that …"). Where none does, nothing is put in its place.
 */
import type { Tokens } from '../../text/document.ts';
import { type Range, tokensIn } from '../acts/sentence-words.ts';
import type { Attribution, Role } from '../reading.ts';
import { governingVerb, headOf } from './direction.ts';
import { DOCUMENTS, isOccasion, PUBLISHING, SPEAKING } from './saying-words.ts';
import type { Words } from './words.ts';

/** A moment in its sentence: the tokens [first, last) in the sentence [from, to). */
export interface Place {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** The moment of a saying, by its index, and how it was told. */
export interface SaidAt {
  readonly moment: number;
  readonly why: string;
}

/** What a moment hangs on: the word itself, and the verb above the occasion that it names. */
interface Hold {
  readonly word: number;
  readonly verb: number;
}

/** What stands beside a statement in tokens. */
interface Roles {
  readonly cue: readonly Range[];
  readonly source: readonly Range[];
  readonly content: readonly Range[];
}

const NOTHING: Hold = { word: -1, verb: -1 };
/** How an occasion hangs on what is done on it: not as its object ("criticised Friday's speech"). */
const BESIDES = /^(?:obl|nmod|compound|advcl|nsubj)/;
/** Steps from a moment through the words for an occasion to the verb of saying. */
const MOST_STEPS = 4;
/** Coordinated cues that are gone back over. */
const MOST_CUES = 3;

/**
 * For each statement the moment at which it was said, or null.
 *
 * @param places of the moments that may be one, in order of the text; `first` −1 for those that may not
 * @example
 * findSaid(statements, tokens, words, places); // for “We left,” he said on Friday: [{ moment: 0, why: 'on the cue' }]
 */
export function findSaid(
  statements: readonly Attribution[],
  tokens: Tokens,
  words: Words,
  places: readonly Place[],
): (SaidAt | null)[] {
  const holds = places.map((place) => {
    enter(words, place);
    return place.first < 0 ? NOTHING : holdOf(words, place);
  });
  const ranges = (role: Role | null): Range[] => (role?.spans ?? []).map((span) => tokensIn(tokens, span));
  const all = statements.map(({ cue, source, content }): Roles => {
    return { cue: ranges(cue), source: ranges(source), content: ranges(content) };
  });
  const contents = contentsOver(places, all);
  return all.map((roles) => {
    if (roles.cue.length === 0) return null;
    const at = roles.cue[0].first;
    let best: SaidAt | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let i = firstFrom(places, at); i < places.length && places[i].from <= at; i++) {
      const { first } = places[i];
      // What stands in a content tells of sayings in the same content only.
      if (first < 0 || contents[i].some((content) => !isIn(content, at))) continue;
      enter(words, places[i]);
      const why = whySaid(words, roles, places[i], holds[i]);
      if (why === null) continue;
      const distance = Math.abs(first - at) + (why === SHARED ? places[i].to : 0);
      if (distance < least) {
        least = distance;
        best = { moment: i, why };
      }
    }
    return best;
  });
}

/** The contents that each place stands in. */
function contentsOver(places: readonly Place[], all: readonly Roles[]): (readonly Range[])[][] {
  const over: (readonly Range[])[][] = places.map(() => []);
  for (const { content } of all) {
    for (const { first, last } of content) {
      for (let i = firstFrom(places, first); i < places.length && places[i].from < last; i++) {
        if (places[i].first >= first && places[i].first < last) over[i].push(content);
      }
    }
  }
  return over;
}

const SHARED = 'on the cue before it, whose speaker it shares';

/** How a moment outside of a statement's content tells of its saying, or null where it does not. */
function whySaid(words: Words, { cue, source, content }: Roles, { first }: Place, { word, verb }: Hold): string | null {
  if (isIn(cue, word)) return 'on the cue';
  if (isIn(cue, verb)) return 'on the occasion of the saying';
  if (isIn(source, first)) {
    if (SPEAKING.has(words.lower(word))) return 'on the occasion of the saying';
    return isOfDocument(words, source, word) ? 'on the document that says it' : null;
  }
  // "according to a report published on Friday": what was published may have been left out of the source.
  if (isIn(source, word) && DOCUMENTS.has(words.lower(word))) return 'on the document that says it';
  if (isIn(cue, sharedCue(words, cue, verb, first))) return SHARED;
  // Beside the cue, but hung by the parse on what was said: "police said Friday that the gates were opened".
  return isIn(content, verb) && isBesideCue(cue, content, first) ? 'beside the cue' : null;
}

/** The word that a moment hangs on, and the verb above the words for an occasion: "said in a statement on Friday". */
function holdOf(words: Words, { first, last }: Place): Hold {
  const head = headOf(words, first, last);
  const word = words.head(head);
  // Where no parse was made, the nearest verb must do.
  if (word === head) {
    const verb = governingVerb(words, first, last);
    return { word: verb, verb };
  }
  let at = word;
  for (let step = 0; step < MOST_STEPS; step++) {
    const isOnTheWay = words.tag(at).startsWith('VB')
      ? isSpeaking(words, at)
      : !words.tag(at).startsWith('NN') ||
        (isOccasion(words.lower(at)) && BESIDES.test(words.arc(at)) && !isBeforeOrAfter(words, at));
    const above = words.head(at);
    if (!isOnTheWay || above === at) break;
    at = above;
  }
  return { word, verb: at };
}

/** "Ahead of Friday's meeting", "after Friday's talks": the saying was at another time. */
function isBeforeOrAfter(words: Words, noun: number): boolean {
  for (let t = noun - 1; t >= noun - SUBJECT_REACH && words.has(t); t--) {
    if (words.head(t) === noun && words.arc(t) === 'case' && NOT_AT.has(words.lower(t))) return true;
  }
  return false;
}

const NOT_AT: ReadonlySet<string> = new Set([
  'ahead',
  'before',
  'after',
  'since',
  'until',
  'following',
  'for',
  'about',
]);

/** "Speaking on Friday, she said", "a statement published on Friday": a participle that only tells how it was said. */
function isSpeaking(words: Words, verb: number): boolean {
  if (!words.arc(verb).startsWith('a')) return false;
  return (
    SPEAKING.has(words.lower(verb)) || (PUBLISHING.has(words.lower(verb)) && isOccasion(words.lower(words.head(verb))))
  );
}

/** Whether a word of a source is a document, or tells of its being published: "Friday's report", "a letter dated 3 March". */
function isOfDocument(words: Words, source: readonly Range[], word: number): boolean {
  if (!isIn(source, word)) return false;
  if (DOCUMENTS.has(words.lower(word))) return true;
  return PUBLISHING.has(words.lower(word)) && DOCUMENTS.has(words.lower(words.head(word)));
}

/** A word of the cue that is coordinated with the verb of the moment, where the moment stands before it and it has no subject of its own. */
function sharedCue(words: Words, cue: readonly Range[], verb: number, moment: number): number {
  if (verb < 0 || moment >= cue[0].first) return -1;
  for (const { first, last } of cue) {
    for (let t = first; t < last; t++) {
      for (let at = t, step = 0; step < MOST_CUES && words.arc(at) === 'conj' && !hasSubject(words, at); step++) {
        at = words.head(at);
        if (at === verb) return t;
      }
    }
  }
  return -1;
}

/** Whether a word has a subject before it, in the few words between. */
function hasSubject(words: Words, verb: number): boolean {
  for (let t = verb - 1; t >= verb - SUBJECT_REACH && words.has(t); t--) {
    if (words.head(t) === verb && words.arc(t).startsWith('nsubj')) return true;
  }
  return false;
}

/** Tokens before a verb or a noun that are looked at for what hangs on it. */
const SUBJECT_REACH = 12;
/** Tokens between the cue and a moment beside it: "said late on Friday", "told reporters on Friday". */
const BESIDE = 6;

/** Whether nothing of the content stands between the cue and what follows it closely. */
function isBesideCue(cue: readonly Range[], content: readonly Range[], moment: number): boolean {
  const end = cue[cue.length - 1].last;
  if (moment < end || moment > end + BESIDE) return false;
  return !content.some(({ first }) => first >= end && first <= moment);
}

function isIn(ranges: readonly Range[], token: number): boolean {
  for (const { first, last } of ranges) if (token >= first && token < last) return true;
  return false;
}

function enter(words: Words, { from, to }: Place): void {
  words.first = from;
  words.last = to;
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
