/**
 * Whether an attribution took place: *did not say* is negated, *might say* and *has yet to say* are hypothetical, *denied
 * saying* is neither: it is a denial. Read from the verbs, modals and negations that lead up to the cue's leading word.
 */
import { ANSWERING, entryAt, type Lead } from './find-act.ts';
import type { Range, SentenceWords } from './sentence-words.ts';
import type { SpeechAct } from './speech-acts.ts';

export interface Polarity {
  /** The act did not take place, as the text tells it. */
  readonly negated: boolean;
  /** The act may take place, or is yet to, or is supposed. */
  readonly hypothetical: boolean;
  /** The negation makes a refusal of it: "would not say", "did not comment". */
  readonly act: SpeechAct | undefined;
}

/** How many tokens before a verb may lead up to it. */
const LONGEST_CHAIN = 24;
const NEGATIONS = new Set(['not', "n't", 'never', 'neither', 'nor', 'without']);
/** Verbs that negate the verb after "to". */
const FAILING = new Set([
  'fail',
  'forget',
  'neglect',
  'omit',
  'refuse',
  'decline',
  'hesitate',
  'unable',
  'reluctant',
  'unwilling',
  'refusal',
]);
/** Words before "to" after which the act lies ahead. */
const AHEAD = new Set([
  ...[
    'expect',
    'plan',
    'intend',
    'aim',
    'set',
    'due',
    'likely',
    'schedule',
    'prepare',
    'ready',
    'poise',
    'about',
    'bind',
    'go',
  ],
  ...['anticipate', 'prepared', 'expected', 'scheduled', 'poised', 'bound', 'slated', 'slate', 'predict', 'going'],
]);
/** Words before "to" that change nothing. */
const PASSING = new Set([
  ...[
    'continue',
    'begin',
    'start',
    'seek',
    'try',
    'like',
    'appear',
    'seem',
    'go',
    'able',
    'willing',
    'come',
    'use',
    'say',
    'have',
    'happy',
  ],
  ...['choose', 'decide', 'rush', 'quick', 'careful', 'opt', 'move', 'prefer'],
]);
const SUPPOSING = new Set([
  'may',
  'might',
  'could',
  'should',
  'must',
  'shall',
  'will',
  "'ll",
  'wo',
  'would',
  "'d",
  'ought',
]);
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest']);
const ANYBODY = new Set(['anyone', 'anybody', 'whoever', 'whomever']);
const NOBODY = new Set(['nobody', 'none', 'neither', 'no-one', 'noone']);
/** With these beside it, "would" tells a habit or a later act: "would often say", "would say only that". */
const HABIT = new Set([
  'later',
  'then',
  'often',
  'always',
  'only',
  'soon',
  'sometimes',
  'frequently',
  'usually',
  'eventually',
  'just',
  'rather',
]);

/**
 * How far the act of a cue took place.
 *
 * @param cue the tokens of the cue
 * @param lead its leading word; where there is none, the cue itself leads
 * @param source the tokens of the source, where they stand in the same sentence
 * @param isDirect whether all of the content is quoted
 * @example
 * readPolarity(words, cue, lead, source, false); // { negated: true, hypothetical: false, act: undefined }
 */
export function readPolarity(
  words: SentenceWords,
  cue: Range,
  lead: Lead | undefined,
  source: Range | undefined,
  isDirect: boolean,
): Polarity {
  const first = lead?.first ?? cue.first;
  const last = lead?.last ?? cue.first + 1;
  const chain = chainBefore(words, first, cue);
  const act = lead?.entry.act;
  const isRefused = chain.isNegated || isNobody(words, source);
  const isSupposed = !isRefused && chain.modal !== '' && !isHabit(words, chain, lead ?? cue, source, act, isDirect);
  return {
    negated: isRefused || chain.isYet || hasNothing(words, last, cue) || refusesToSpeak(words, act, last),
    hypothetical:
      chain.isYet ||
      chain.isAhead ||
      isSupposed ||
      isConditional(words, chain.first, source) ||
      isInverted(words, source, first),
    act: isRefused ? refusalOf(lead, chain.modal) : undefined,
  };
}

interface Chain {
  readonly first: number;
  readonly isNegated: boolean;
  readonly isAhead: boolean;
  readonly isYet: boolean;
  readonly modal: string;
  readonly hasHabit: boolean;
}

/** What leads up to a verb: "has so far not been able to" of "has so far not been able to say". */
function chainBefore(words: SentenceWords, verb: number, cue: Range): Chain {
  let isNegated = false;
  let isAhead = false;
  let isYet = false;
  let modal = '';
  let hasHabit = false;
  let t = verb - 1;
  for (; words.has(t) && t >= verb - LONGEST_CHAIN; t--) {
    const lower = words.lower(t);
    const tag = words.tag(t);
    const isBeforeTo = words.tag(t + 1) === 'TO';
    if (NEGATIONS.has(lower)) {
      // "not only said"; "it goes without saying".
      if (lower === 'not' && words.lower(t + 1) === 'only') continue;
      if (lower === 'without' && words.lemma(t - 1) === 'go') break;
      isNegated = true;
    } else if (lower === 'yet' && isBeforeTo) isYet = true;
    else if (tag === 'MD') modal = lower;
    else if (tag.startsWith('RB') || tag === 'EX') hasHabit ||= HABIT.has(lower);
    else if (tag === 'TO') {
      if (!leadsTo(words, t - 1)) break;
    } else if (isBeforeTo && FAILING.has(words.lemma(t))) isNegated = true;
    else if (isBeforeTo && (AHEAD.has(words.lemma(t)) || AHEAD.has(lower))) isAhead ||= isProspect(words, t);
    else if (isBeforeTo && (PASSING.has(words.lemma(t)) || PASSING.has(lower))) continue;
    else if (/^(?:be|have|do)$/.test(words.lemma(t)) && tag.startsWith('VB')) {
      // "is to announce": what is to come.
      if (isBeforeTo && words.lemma(t) === 'be' && verb === t + 2) isAhead = true;
    } else if (!(t >= cue.first && /^(?:,|CC)$/.test(tag)) && !(lower === 'or' && words.tag(t - 1) === 'VB')) break;
  }
  return { first: t + 1, isNegated, isAhead, isYet, modal, hasHabit };
}

/** Whether the word before "to" belongs to the verb after it. */
function leadsTo(words: SentenceWords, t: number): boolean {
  const lemma = words.lemma(t);
  const lower = words.lower(t);
  return (
    lower === 'yet' ||
    NEGATIONS.has(lower) ||
    lemma === 'be' ||
    [FAILING, AHEAD, PASSING].some((list) => list.has(lemma) || list.has(lower))
  );
}

/** "is expected to", "plans to"; not "went to", and not "expected him to". */
function isProspect(words: SentenceWords, t: number): boolean {
  return words.lemma(t) !== 'go' || words.tag(t) === 'VBG';
}

function isHabit(
  words: SentenceWords,
  { modal, hasHabit }: Chain,
  { first, last }: Range,
  source: Range | undefined,
  act: SpeechAct | undefined,
  isDirect: boolean,
): boolean {
  if (modal === 'can' || modal === 'ca') return true;
  if (modal !== 'would' && modal !== "'d") return !SUPPOSING.has(modal);
  const isWish = act === 'wanted' || words.lemma(last - 1) === 'like';
  const isMine = source !== undefined && words.lower(source.first) === 'i';
  // "would have us believe".
  const isIrony = words.lower(first) === 'have';
  // Words that are quoted were said: "she would warn us: “Mind the river.”"
  return isDirect || hasHabit || isWish || isMine || isIrony || HABIT.has(words.lower(last));
}

/** "if the ministry says", "anyone who says". */
function isConditional(words: SentenceWords, chainFirst: number, source: Range | undefined): boolean {
  const from = source && source.first < chainFirst ? source.first : chainFirst;
  for (let t = from - 1; t >= from - 2; t--) if (CONDITIONS.has(words.lower(t)) && words.tag(t) !== 'WP') return true;
  return source !== undefined && ANYBODY.has(words.lower(source.first));
}

/** A question: "Did the ministry say …?" */
function isInverted(words: SentenceWords, source: Range | undefined, verb: number): boolean {
  return (
    source !== undefined &&
    source.first === words.first + 1 &&
    verb >= source.last &&
    /^(?:do|have|be|will|would|could|can|should)$/.test(words.lemma(words.first)) &&
    words.lower(words.last - 1) === '?'
  );
}

/** "no one", "nobody", "neither side", "no official"; not "no fewer than". */
function isNobody(words: SentenceWords, source: Range | undefined): boolean {
  if (!source) return false;
  const lower = words.lower(source.first);
  const next = words.lower(source.first + 1);
  if (NOBODY.has(lower)) return true;
  if (lower === 'not') return next === 'one' || next === 'a';
  return lower === 'no' && !/^(?:fewer|less|more|doubt|other|longer|\.)$/.test(next);
}

/** "said nothing", "gave no details", "made no mention". */
function hasNothing(words: SentenceWords, last: number, cue: Range): boolean {
  for (let t = cue.first; t < Math.max(cue.last, last); t++) {
    const lower = words.lower(t);
    if (lower === 'nothing') return true;
    if (lower === 'no' && /^(?:NNS?|VB)$/.test(words.tag(t + 1)) && words.lower(t + 1) !== 'doubt') return true;
  }
  return false;
}

/** "refused to say": what is refused is the saying; of "refused an offer" nothing is negated. */
function refusesToSpeak(words: SentenceWords, act: SpeechAct | undefined, last: number): boolean {
  if (act !== 'declined') return false;
  for (let t = last; t < last + 8 && words.has(t); t++) {
    if (words.tag(t) === 'TO') {
      const next = words.tag(t + 1).startsWith('RB') ? t + 2 : t + 1;
      return words.tag(next).startsWith('VB') && entryAt(words, next) !== undefined;
    }
    if (/^[.;:]$/.test(words.tag(t))) return false;
  }
  return false;
}

/** The act that a negated act is, where the negation is itself a refusal. */
function refusalOf(lead: Lead | undefined, modal: string): SpeechAct | undefined {
  if (!lead) return undefined;
  if (lead.entry.words.some((word) => ANSWERING.has(word))) return 'declined';
  const isWill = modal === 'would' || modal === 'will' || modal === 'wo' || modal === "'d";
  return isWill && (lead.entry.act === 'said' || lead.entry.act === 'confirmed') ? 'declined' : undefined;
}
