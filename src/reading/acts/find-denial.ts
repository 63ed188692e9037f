/**
 * Whether what somebody says is a denial by itself, where the cue leaves the act open: *said it had not hidden a release*.
 *
 * Not every negative sentence denies something: *police said no arrests were made* reports. What counts, in the first clause of the content:
 * 1. a claim is called false, or not true (*said the report was baseless*), or something published is said not to be what it is
 *    given out for (*said the page was not a document of the firm*);
 * 2. an event did not take place: *no release took place*, *no water had left the dam*, *there was no discharge*; but not where
 *    what is missing is a result that news counts or waits for (arrests, injuries, a decision, details …);
 * 3. the speaker did not do something to something: *we did not open the gates*, *it had concealed nothing*; but not where the verb
 *    tells of knowing, seeing, having or not yet having done, and never of what was done to the speaker (*we were not warned*).
 * 4. the speaker says that he denies it (*my client denies it*).
 * What lies ahead, what is only possible and what is asked is no denial. The lists were drawn up for Hearsay.
 */

import { CLAIMS, FALSE } from './objects.ts';
import type { ContentPart } from './refine-act.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Nouns for what may be missing without anybody denying it. */
const AWAITED =
  list(`one injury casualty death fatality arrest victim survivor suspect decision date detail comment information evidence reason doubt
  need time place way sign chance choice idea word money question problem deadline timeline plan agreement deal progress change news response answer
  reply threat danger risk rush talk meeting announcement contact date result vote charge end limit cost price matter longer other more further`);
/** Verbs of what happens. */
const HAPPENING = list('take happen occur exist leave be open release flow fall go come pass enter reach');
/** Verbs that tell of no deed that one could be accused of. */
const NO_DEEDS =
  list(`know think believe want wish see hear remember recall understand need have get expect like feel decide receive find say speak talk
  comment discuss read watch meet make take give set reach finish complete lose mind care mean sleep eat hope plan consider come go happen work live
  vote win play seem appear let forget recognise recognize support mention realise realize notice learn enjoy begin start arrive`);
const OTHERS = /^(?:he|she|they)$/;
const SPEAKERS = list('i we it he she they');
/** What is published and said to be something. */
const PUBLISHED = list(
  'page document letter photo photograph picture video recording email e-mail memo log note file image tape list message post',
);
/** How many words of the first clause are looked at. */
const REACH = 14;

/**
 * Whether a content denies something.
 *
 * @example
 * deniesItself(part); // true for "no release took place and therefore none was hidden"
 */
export function deniesItself(part: ContentPart): boolean {
  const clause = firstClause(part);
  return isNotIt(clause) || isNoEvent(clause) || isNoDeed(clause) || isDenying(clause);
}

interface Word {
  readonly lower: string;
  readonly lemma: string;
  readonly tag: string;
}

/** The words of the first clause without quotation marks and an opening "that". */
function firstClause({ words, first, last }: ContentPart): Word[] {
  const clause: Word[] = [];
  for (let t = first; t < last && clause.length < REACH; t++) {
    const [lower, tag] = [words.lower(t), words.tag(t)];
    if (/^(?:``|''|-LRB-|-RRB-)$/.test(tag)) continue;
    if (clause.length === 0 && (lower === 'that' || tag === ',' || tag === 'CC')) continue;
    if (/^[.;:]$/.test(tag) || /^(?:if|unless|until|because|when|but)$/.test(lower)) break;
    clause.push({ lower, lemma: words.lemma(t), tag });
  }
  return clause;
}

const isNot = ({ lower }: Word): boolean => lower === 'not' || lower === "n't" || lower === 'never';

/** "We deny it", "my client denies this". */
function isDenying(clause: readonly Word[]): boolean {
  const own = clause[0]?.tag === 'PRP$' ? 2 : 1;
  const isOurs = own === 2 || /^(?:i|we)$/.test(clause[0]?.lower ?? '');
  return isOurs && /^(?:deny|reject|refute)$/.test(clause[own]?.lemma ?? '') && /^VB[PZD]$/.test(clause[own].tag);
}

/** "The page was not a document of the firm". */
function isNotIt(clause: readonly Word[]): boolean {
  const be = clause.findIndex(({ lemma, tag }) => lemma === 'be' && tag.startsWith('VB'));
  if (be < 1 || !clause.slice(0, be).some(({ lemma }) => PUBLISHED.has(lemma) || CLAIMS.has(lemma))) return false;
  const [not, next] = clause.slice(be + 1);
  if (not === undefined || next === undefined || !isNot(not)) return false;
  return next.tag === 'DT' || /^(?:true|genuine|authentic|real|accurate|ours|theirs|his|hers)$/.test(next.lower);
}

/** "No release took place", "there was no discharge". */
function isNoEvent(clause: readonly Word[]): boolean {
  const isThere = clause[0]?.lower === 'there' && clause[1]?.lemma === 'be' && clause[1].tag === 'VBD';
  const no = isThere ? 2 : 0;
  if (clause[no]?.lower !== 'no') return false;
  let noun = no + 1;
  while (/^(?:JJ|NNP?|NNS|VBG|VBN)$/.test(clause[noun]?.tag ?? '') && /^NN/.test(clause[noun + 1]?.tag ?? '')) noun++;
  if (!/^NNS?$/.test(clause[noun]?.tag ?? '')) return false;
  if (clause.slice(no + 1, noun + 1).some(({ lemma }) => AWAITED.has(lemma))) return false;
  if (isThere) return true;
  const verb = clause.slice(noun + 1).findIndex(({ tag }) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag)) + noun + 1;
  if (verb <= noun || clause[verb].tag !== 'VBD') return false;
  const main = clause.slice(verb).find(({ lemma, tag }) => tag.startsWith('VB') && lemma !== 'have') ?? clause[verb];
  return HAPPENING.has(main.lemma);
}

/** "We did not open the gates", "it had concealed nothing". */
function isNoDeed(clause: readonly Word[]): boolean {
  if (!SPEAKERS.has(clause[0]?.lower ?? '')) return false;
  const [, auxiliary, ...rest] = clause;
  // "he did not" may be said of somebody else; "I do not" tells of habits.
  const isDeed =
    auxiliary?.lower === 'had' || (/^(?:did|have|has)$/.test(auxiliary?.lower ?? '') && !OTHERS.test(clause[0].lower));
  if (!isDeed) return false;
  const words = rest.filter(({ tag, lower }) => tag !== 'RB' || isNot({ tag, lower, lemma: lower }));
  const isNegated = words.length > 0 && isNot(words[0]);
  const [verb, ...after] = isNegated ? words.slice(1) : words;
  if (verb === undefined || !/^(?:VB|VBN)$/.test(verb.tag) || verb.lemma === 'be' || NO_DEEDS.has(verb.lemma))
    return false;
  if (rest.some(({ lower }) => lower === 'yet')) return false;
  if (!isNegated) return after[0]?.lower === 'nothing' || (after[0]?.lower === 'no' && /^NN/.test(after[1]?.tag ?? ''));
  return after.slice(0, 4).some(({ tag }) => /^(?:NN|PRP)/.test(tag)) && after[0]?.tag !== 'IN';
}

/**
 * Whether a claim is called false: "the allegations were false", "that is not true", "it is a lie".
 *
 * @param lemmas the dictionary forms of the content, in order
 * @example
 * isCalledFalse(['the', 'report', 'be', 'baseless']); // true
 */
export function isCalledFalse(lemmas: readonly string[]): boolean {
  const be = lemmas.indexOf('be');
  if (be < 1 || be > 10) return false;
  const subject = lemmas.slice(0, be);
  const isSaid =
    subject.some((word) => CLAIMS.has(word)) ||
    (be <= 3 && /^(?:it|this|that|these|those|they)$/.test(subject[be - 1]));
  const verdict = lemmas.slice(be + 1, be + 6);
  const stop = verdict.findIndex((word) => /^(?:[,;.]|that|to|if|when)$/.test(word));
  const judged = stop < 0 ? verdict : verdict.slice(0, stop);
  if (!isSaid) return false;
  const isNegated = judged.some((word) => word === 'not' || word === "n't");
  return isNegated ? judged.includes('true') : judged.some((word) => FALSE.has(word));
}
