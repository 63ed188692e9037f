/**
 * What the words around a cue make of its act: *denied entry* is no denial, *told them to leave* is a demand, *said that the
 * report was false* is a denial. One rule a verb, each on a few words beside it.
 */
import type { Lead } from './find-act.ts';
import { deniesItself, isCalledFalse } from './find-denial.ts';
import { ABSURD, CLAIMS, FALSE, GRANTS, INSTITUTIONS, NO_CLAIMS, OFFERS } from './objects.ts';
import type { Range, SentenceWords } from './sentence-words.ts';
import type { SpeechAct, Stance } from './speech-acts.ts';

/** What a cue stands in. */
export interface CueContext {
  /** The words of the cue's sentence. */
  readonly words: SentenceWords;
  /** The words of the sentences of the content, in order; empty where there is none. */
  readonly content: readonly ContentPart[];
  /** Whether all of the content stands in quotation marks. */
  readonly isDirect: boolean;
  /** Whether the act did not take place: then what the content says makes no act of it. */
  readonly isNegated: boolean;
}

/** Tokens of the content within one sentence. */
export interface ContentPart extends Range {
  readonly words: SentenceWords;
}

export interface ActAndStance {
  readonly act: SpeechAct;
  readonly stance: Stance;
}

/** How many words beside a verb are looked at. */
const REACH = 7;
/** How many words of a content are looked at for what it says of a claim. */
const CONTENT_REACH = 24;

type Rule = (context: CueContext, lead: Lead) => Partial<ActAndStance> | undefined;

const RULES: Readonly<Record<string, Rule>> = {
  deny: (context, lead) => (isGrant(context, lead) ? { act: 'declined' } : undefined),
  reject: (context, lead) => ({ act: isClaim(context, lead) ? 'denied' : 'declined' }),
  ...each(['dismiss', 'brush', 'wave', 'shrug'], (context, lead) =>
    isOffer(context, lead) || objects(context, lead).includes('question') ? { act: 'declined' } : undefined,
  ),
  withdraw: (context, lead) => (isClaim(context, lead) ? undefined : { act: 'announced' }),
  rescind: (context, lead) => (isClaim(context, lead) ? undefined : { act: 'announced' }),
  claim: (context, lead) =>
    objects(context, lead).slice(0, 4).some(within(NO_CLAIMS)) ? { stance: 'neutral' } : undefined,
  admit: ({ words }, { last }) =>
    words.lower(last) === 'to' && [1, 2, 3].some((n) => INSTITUTIONS.has(words.lemma(last + n)))
      ? { act: 'said', stance: 'neutral' }
      : undefined,
  acknowledge: (context, lead) =>
    objects(context, lead).slice(0, 3).includes('receipt') ? { act: 'confirmed', stance: 'neutral' } : undefined,
  charge: ({ words }, { last }) => (/^(?:CD|\$)$/.test(words.tag(last)) ? { act: 'said' } : undefined),
  ask: ({ words }, { last }) => {
    if (words.lower(last - 1) === 'for') return words.lower(last) === 'comment' ? { act: 'asked' } : undefined;
    return ordersTo(words, last, 0) ? { act: 'demanded' } : undefined;
  },
  tell: (context, lead) =>
    ordersTo(context.words, lead.last, isPassive(context.words, lead) ? 0 : 1)
      ? { act: 'demanded' }
      : ofContent(context),
  ...each(['call', 'describe', 'brand', 'label', 'dub', 'term', 'characterize', 'characterise'], (context, lead) => {
    if (lead.entry.words.length > 1) return undefined;
    if (callsFalse(objects(context, lead))) return { act: 'denied' };
    // "what the ministry called a mishap" leaves the word to the ministry.
    return saysWhat(context.words, lead.first) ? { stance: 'distancing' } : undefined;
  }),
  ...each(['assure', 'reassure', 'guarantee'], (context, lead) => ({
    act: objects(context, lead, 12).some((word) => /^(?:will|would|shall|'ll)$/.test(word)) ? 'promised' : 'said',
  })),
  ...each(['say', 'reply', 'respond', 'answer', 'add', 'write', 'insist', 'state', 'statement', 'maintain'], ofContent),
};

/**
 * Act and stance of a cue, given the word that leads it (undefined where none of its words is known, or there is no cue).
 *
 * @example
 * refineAct(context, findLead(context.words, cue)); // { act: 'denied', stance: 'neutral' }
 */
export function refineAct(context: CueContext, lead: Lead | undefined): ActAndStance {
  if (!lead) return { act: 'said', stance: 'neutral', ...ofContent(context) };
  const { words, act, stance } = lead.entry;
  const before = { act, stance };
  if (lead.entry.wordClass === 'noun' && act !== 'said') return before;
  const refined = { ...before, ...RULES[words[0]]?.(context, lead) };
  // "denied having said": the saying is denied.
  return isDenied(context.words, lead) ? { ...refined, act: 'denied' } : refined;
}

/** What a content says by itself, where the cue leaves the act open: a question, a refusal to comment, a denial. */
function ofContent(context: CueContext): Partial<ActAndStance> | undefined {
  const { content, isDirect, isNegated } = context;
  if (content.length === 0 || isNegated) return undefined;
  if (isDirect && endsInQuestion(content[content.length - 1])) return { act: 'asked' };
  const lemmas = lemmasOf(content[0]);
  const comment = lemmas.indexOf('comment');
  if (comment > 0 && comment < 8 && lemmas.slice(0, comment).some((word) => /^(?:no|not|n't|never)$/.test(word)))
    return { act: 'declined' };
  return isCalledFalse(lemmas) || deniesItself(content[0]) ? { act: 'denied' } : undefined;
}

function callsFalse(words: readonly string[]): boolean {
  return words.some(within(FALSE)) || (words.some(within(ABSURD)) && words.some(within(CLAIMS)));
}

/** Whether something to be granted is what is denied, not a clause about it: "denied the family a visa". */
function isGrant({ words }: CueContext, { last }: Lead): boolean {
  for (let t = last; t < last + REACH && words.has(t); t++) {
    if (CLAIMS.has(words.lemma(t)) || /^(?:that|any|having|being|to|by|,)$/.test(words.lower(t))) return false;
    if (t === last && words.tag(t) === 'VBG') return false;
    if (GRANTS.has(words.lemma(t))) return !/^(?:VBD|VBZ|VBP|MD|POS)$/.test(words.tag(t + 1));
  }
  return false;
}

/** Whether what a verb takes is something said: "the claim", "that …", "as false". */
function isClaim(context: CueContext, lead: Lead): boolean {
  const found = objects(context, lead).find(
    (word) => CLAIMS.has(word) || OFFERS.has(word) || FALSE.has(word) || word === 'that',
  );
  return found !== undefined && (found === 'that' || !OFFERS.has(found));
}

function isOffer(context: CueContext, lead: Lead): boolean {
  const found = objects(context, lead).find((word) => CLAIMS.has(word) || OFFERS.has(word) || FALSE.has(word));
  return found !== undefined && OFFERS.has(found);
}

/** The dictionary forms after a verb, or of the content where the verb stands behind it or is passive. */
function objects(context: CueContext, lead: Lead, reach = REACH): string[] {
  const { words, content } = context;
  const found: string[] = [];
  for (let t = lead.last; t < lead.last + reach && words.has(t); t++) {
    const lower = words.lower(t);
    if (lower === 'by' || /^[.,;:]$/.test(words.tag(t))) break;
    found.push(words.lemma(t));
  }
  if (found.length > 0 && !isPassive(words, lead)) return found;
  return content.length > 0 ? [...found, ...lemmasOf(content[0]).slice(0, reach)] : found;
}

/** "them to leave", "for calm", "residents not to go": a person, then "to" and a verb. */
function ordersTo(words: SentenceWords, from: number, fewest: number): boolean {
  for (let t = from; t < from + 8 && words.has(t); t++) {
    if (words.tag(t) === 'TO') return t - from >= fewest && words.tag(t + 1) === 'VB';
    if (!/^(?:DT|NNP?S?|NNPS|PRP\$?|JJ|POS|CC|CD|IN|RB)$/.test(words.tag(t))) return false;
    if (/^(?:that|if|whether|about|on|in|at)$/.test(words.lower(t))) return false;
  }
  return false;
}

/** Whether the verb is a participle behind a form of "be". */
export function isPassive(words: SentenceWords, { first }: Range): boolean {
  if (!/^(?:VBN|VBD)$/.test(words.tag(first))) return false;
  for (let t = first - 1; t >= first - 4 && words.has(t); t--) {
    const lemma = words.lemma(t);
    if (lemma === 'be' || lemma === 'get') return true;
    if (!/^(?:RB|VBN)$/.test(words.tag(t))) return false;
  }
  return false;
}

/** Whether "deny" stands right before a participle: "denied ever having said". */
function isDenied(words: SentenceWords, { first }: Lead): boolean {
  if (words.tag(first) !== 'VBG' && words.tag(first) !== 'VBN') return false;
  let t = first - 1;
  while (words.lower(t) === 'having' || words.lower(t) === 'ever') t--;
  return (words.tag(first) === 'VBG' || t < first - 1) && words.lemma(t) === 'deny';
}

/** Whether "what" opens the clause of a verb: "what the ministry called". */
function saysWhat(words: SentenceWords, verb: number): boolean {
  for (let t = verb - 1; t >= verb - 6 && words.has(t); t--) {
    if (words.lower(t) === 'what') return true;
    if (/^(?:VB[DZP]|[.,;:])$/.test(words.tag(t)) && words.lemma(t) !== 'have') return false;
  }
  return false;
}

function lemmasOf({ words, first, last }: ContentPart): string[] {
  const found: string[] = [];
  for (let t = first; t < last && found.length < CONTENT_REACH; t++) {
    if (!/^(?:``|''|-LRB-|-RRB-)$/.test(words.tag(t)))
      found.push(words.tag(t) === 'VBG' ? words.lower(t) : words.lemma(t));
  }
  return found;
}

function endsInQuestion({ words, first, last }: ContentPart): boolean {
  for (let t = last - 1; t >= Math.max(first, last - 3); t--) if (words.lower(t).endsWith('?')) return true;
  return false;
}

function within(list: ReadonlySet<string>): (word: string) => boolean {
  return (word) => list.has(word);
}

function each(lemmas: readonly string[], rule: Rule): Record<string, Rule> {
  return Object.fromEntries(lemmas.map((lemma) => [lemma, rule]));
}
