/**
 * Finds on what conditions a source speaks, in the words of the text: *who was not authorised to speak*, *on condition of anonymity
 * because …*, *asked not to be named*, *who gave only his first name*. Found around a few telling words; a clause of who-words
 * belongs to the noun before it, a main clause to its subject.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { PhraseTable } from '../../language/phrases/phrase-table.ts';
import type { Tokens } from '../../text/document.ts';
import { subjectBefore } from '../acts/noun-phrases.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import type { Ground } from './ground.ts';
import { nounBefore } from './noun-before.ts';

/** A condition, and the tokens of whom it is said: the noun phrase before the clause, or the clause's subject. */
export interface Condition {
  readonly words: Range;
  readonly owner: Range;
}

const TRIGGERS: readonly string[] = [
  ...[
    'anonymity',
    'anonymously',
    'named',
    'identified',
    'quoted',
    'authorised',
    'authorized',
    'permitted',
    'allowed',
    'cleared',
  ],
  ...['unauthorised', 'unauthorized', 'name', 'naming', 'identifying', 'surname', 'identity', 'empowered'],
];
const SPEAKING = /^(?:speak|talk|comment|discuss|brief|be|give|disclose|address|release|share|divulge|make)$/;
const NOT = /^(?:not|n't|never|without|declin(?:e|ed|ing)|refus(?:e|ed|ing)|nor)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const CONJUNCTIONS = /^(?:because|as|since|until|while|that|for|so|after|before|if|given|lest)$/;
/** How far a clause may reach before the telling word. */
const REACH = 24;
const LONGEST = 40;

/** Looks for conditions; one serves all documents that the lexicon reads. */
export class ConditionFinder {
  private readonly triggers: PhraseTable;

  constructor(lexicon: Lexicon) {
    this.triggers = new PhraseTable(lexicon, TRIGGERS);
  }

  /**
   * The conditions of a document, in order of the text.
   *
   * @example
   * finder.find(ground)[0].words; // the tokens of "who asked not to be named"
   */
  find(ground: Ground): Condition[] {
    const found: Condition[] = [];
    const tokens: Tokens = ground.tokens;
    let after = 0;
    for (let t = 0; t < tokens.length; t++) {
      if (t < after || !this.triggers.at(tokens, t, tokens.length, () => true)) continue;
      const words = ground.wordsAt(t);
      if (!isCondition(words, t)) continue;
      const condition = clauseOf(words, t);
      if (!condition) continue;
      found.push(condition);
      after = condition.words.last;
    }
    return found;
  }
}

function isCondition(words: SentenceWords, t: number): boolean {
  const lower = words.lower(t);
  const has = (from: number, wanted: RegExp): boolean => {
    for (let b = t - 1; b >= t - from; b--) if (wanted.test(words.lower(b))) return true;
    return false;
  };
  if (lower === 'anonymity') return true;
  if (lower === 'anonymously') return has(3, /^(?:spoke|speak|speaking|talked|talking|said|quoted)$/);
  if (/^(?:named|identified|quoted)$/.test(lower)) return has(2, /^(?:be|being)$/) && has(8, NOT);
  if (/^(?:authori[sz]ed|permitted|allowed|cleared|empowered)$/.test(lower))
    return has(4, NOT) && words.lower(t + 1) === 'to' && SPEAKING.test(words.lower(t + 2));
  if (/^unauthori[sz]ed$/.test(lower)) return words.lower(t + 1) === 'to' && SPEAKING.test(words.lower(t + 2));
  if (/^(?:naming|identifying)$/.test(lower)) return has(3, /^(?:not|n't)$/) && has(8, /^whom?$/);
  if (lower === 'identity') return has(6, /^(?:conceal|protect|withhold|hide|disclose|reveal)$/);
  // "name", "surname": "gave only her first name", "would not give his name", "asked that his name be withheld".
  if (has(6, /^(?:gave|give|giving|provide|provided|using|use)$/) && (has(5, /^only$/) || has(7, NOT))) return true;
  return (
    /^(?:be|not)$/.test(words.lower(t + 1)) &&
    /^(?:withheld|used|published|printed)$/.test(words.lower(t + 2) || words.lower(t + 3))
  );
}

function clauseOf(words: SentenceWords, t: number): Condition | undefined {
  const last = endOf(words, t);
  const least = Math.max(words.first, t - REACH);
  for (let b = t; b >= least; b--) {
    const tag = words.tag(b);
    if (/^(?:\.|;|``|'')$/.test(tag) && b < t) return undefined;
    if (/^(?:WP|WDT)$/.test(tag) && /^whom?$/.test(words.lower(b))) {
      const owner = nounBefore(words, b);
      return owner && { words: { first: b, last }, owner };
    }
    if (tag === 'VBG' && b < t - 1 && isAfterComma(words, b)) {
      const owner = ownerOfParticiple(words, b);
      return owner && { words: { first: b, last }, owner };
    }
    if (FINITE.test(tag) && !isRelativeVerb(words, b, least)) return ofMainVerb(words, b, t, last);
  }
  return undefined;
}

/** A finite verb with "who" before it, in the same clause, belongs to that. */
function isRelativeVerb(words: SentenceWords, verb: number, least: number): boolean {
  for (let b = verb - 1; b >= Math.max(least, verb - 6); b--) {
    if (/^whom?$/.test(words.lower(b))) return true;
    if (!/^(?:RB|MD|VB|VBD|VBZ|VBP|VBN|TO|PRP|NNP|DT)$/.test(words.tag(b))) return false;
  }
  return false;
}

/** "The official spoke on condition of anonymity", "said the official on condition of anonymity". */
function ofMainVerb(words: SentenceWords, verb: number, t: number, last: number): Condition | undefined {
  let first = verb;
  while (first > words.first && /^(?:MD|RB|VBD|VBZ|VBP|VB)$/.test(words.tag(first - 1))) first--;
  const subject = subjectBefore(words, first);
  const on = conditionAfter(words, verb, t);
  // The verb of saying is no condition: "said on condition of anonymity".
  const isSaying = /^(?:said|says|say|told|tells|added|confirmed|wrote)$/.test(words.lower(verb)) && on >= 0;
  const start = isSaying ? on : first;
  if (subject.last > subject.first && !/^(?:``|'')$/.test(words.tag(subject.last - 1)))
    return { words: { first: start, last }, owner: subject };
  const inverted = { first: verb + 1, last: on < 0 ? t : on };
  return inverted.last > inverted.first ? { words: { first: start, last }, owner: inverted } : undefined;
}

/** Where "on condition of" or "on the condition that" begins between a verb and the telling word, or -1. */
function conditionAfter(words: SentenceWords, verb: number, t: number): number {
  for (let b = t; b > verb; b--) if (/^(?:on|under)$/.test(words.lower(b)) && t - b <= 5) return b;
  return -1;
}

function isAfterComma(words: SentenceWords, b: number): boolean {
  return /^(?:,|NNP?S?|''|-LRB-)$/.test(words.tag(b - 1)) || b === words.first;
}

/** "the official said, speaking on condition of anonymity"; "a person speaking on condition of anonymity". */
function ownerOfParticiple(words: SentenceWords, participle: number): Range | undefined {
  if (words.tag(participle - 1) !== ',') return nounBefore(words, participle);
  for (let b = participle - 2; b >= Math.max(words.first, participle - REACH); b--) {
    if (!FINITE.test(words.tag(b))) continue;
    const subject = subjectBefore(words, b);
    if (subject.last > subject.first && !/^(?:``|''|,)$/.test(words.tag(b - 1))) return subject;
    return { first: b + 1, last: participle - 1 };
  }
  return nounBefore(words, participle);
}

/**
 * The clause's end: the next comma, stop or quotation mark, or a finite verb that belongs to the sentence around it ("who declined to be
 * named | said"), which a conjunction would have announced.
 */
function endOf(words: SentenceWords, t: number): number {
  let last = t + 1;
  let isAnnounced = false;
  for (; words.has(last) && last < t + LONGEST; last++) {
    const tag = words.tag(last);
    if (/^(?:[.,:;]|''|``|-RRB-)$/.test(tag) || (!isAnnounced && FINITE.test(tag))) break;
    isAnnounced ||= tag === 'CC' || tag === 'WP' || (tag === 'IN' && CONJUNCTIONS.test(words.lower(last)));
  }
  return last;
}
