/** A clause or an infinitive that a verb takes: "that it sank", "why it sank", "it had sunk", "to leave", "selling it". */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import type { SentenceWords } from '../acts/sentence-words.ts';
import { DEEDS_WITH_INFINITIVE, WITH_INFINITIVE, WITH_INFINITIVE_ALSO } from './complements.ts';
import { cutRange, openingOf } from './cut-range.ts';
import { isPassiveVerb } from './find-subject.ts';
import type { Ground, RelayRule, Taken } from './relay.ts';

const AGENT = new Set(['obl:agent']);
const CLAUSES = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'acl:relcl', 'csubj', 'parataxis']);
const NOUNS = new Set(['obj', 'iobj', 'obl', 'obl:agent', 'nmod', 'obl:unmarked']);
const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'expl', 'csubj', 'nsubj:outer']);
/** How many tokens may stand between a verb and a clause that the parser hung on a noun. */
const FURTHEST = 14;
const QUESTION = /^(?:whether|if|how|why|what|who|where|when|which|whom|whose)$/;

/**
 * A clause or an infinitive that hangs on the verb, or on a noun between it and the verb: "told the police that".
 *
 * @example
 * clauseAfter(ground, 5, entry)?.content; // of "told the police that it sank": "that it sank"
 */
export function clauseAfter(ground: Ground, verb: number, entry: CueEntry): Taken | undefined {
  const { words, tree, region } = ground;
  // Of "keeps telling me it is safe" the parser may hang the clause on "keeps".
  const above = tree.relation(verb) === 'xcomp' ? tree.children(tree.head(verb)) : [];
  const own = [...tree.children(verb), ...above].filter((t) => t > verb);
  for (const clause of [...own.filter((t) => isClauseOf(ground, t)), ...adopted(ground, verb, entry)]) {
    const first = openingOf(words, Math.max(tree.left(clause), verb + 1));
    if (first >= region.last || first > clause) continue;
    if (isInterrupted(words, verb + entry.words.length, first)) continue;
    const rule = kindOfClause(ground, verb, entry, clause, first);
    if (!rule || (rule === 'infinitive' && !isTold(ground, verb, entry))) continue;
    // "ordered flags to be lowered": the flags are part of the order.
    const isToBe = entry.act === 'demanded' && words.lower(first + 1) === 'be' && words.tag(clause) === 'VBN';
    const isOfObject = rule === 'infinitive' && (entry.act === 'accused' || entry.act === 'predicted' || isToBe);
    // "asked for the road to be opened": what is asked for begins behind the cue.
    const isOfPhrase = rule === 'infinitive' && entry.words.length > 1;
    const behind = isOfPhrase ? verb + entry.words.length : first;
    const from = isOfObject ? objectFirst(ground, verb, first) : behind;
    // "they expect you to", "expect to": a demand or an intention, and no prediction.
    if (isOfObject && entry.act === 'predicted' && (from === first || words.tag(from) === 'PRP')) continue;
    // "that it was a quarter past one": the parser may make two clauses of one.
    const other = own.find((t) => t > clause && tree.relation(t) === 'ccomp' && tree.left(t) <= tree.right(clause));
    const isTwo = rule === 'clause' && other !== undefined && tree.relation(clause) === 'ccomp';
    const start = isTwo ? Math.max(verb + 1, Math.min(from, tree.left(other))) : from;
    const content = cutRange(words, start, Math.min(tree.right(isTwo ? other : clause) + 1, region.last));
    if (content) return { content: [content], rule };
  }
  return undefined;
}

/** Whether another clause, or the end of one, stands between a verb and what seems to be its clause: then the parse is wrong. */
function isInterrupted(words: SentenceWords, from: number, to: number): boolean {
  for (let t = from; t < to; t++)
    if (/^(?:VBD|VBZ|VBP|MD|\.|W)/.test(words.tag(t)) || words.lower(t) === ';') return true;
  return false;
}

/** Where a passive names nobody, only a few verbs tell of words: "were told to leave", not "were expected to", "should be asked to". */
function isTold({ words, tree }: Ground, verb: number, entry: CueEntry): boolean {
  if (!isPassiveVerb(words, tree, verb)) return true;
  if (tree.child(verb, AGENT) >= 0) return true;
  const isModal = tree.children(verb).some((t) => t < verb && words.tag(t) === 'MD');
  return !isModal && /^(?:tell|order|instruct|advise|warn|urge)$/.test(entry.words[0]);
}

function kindOfClause(
  { words, tree }: Ground,
  verb: number,
  entry: CueEntry,
  clause: number,
  first: number,
): RelayRule | undefined {
  const lower = words.lower(first);
  const relation = tree.relation(clause);
  // "all that they say that happened": the second "that" is a subject.
  if (lower === 'that' && tree.relation(first) === 'mark')
    return /^(?:VBD|VBZ|VBP|MD)$/.test(words.tag(first + 1)) ? undefined : 'clause';
  const asks =
    relation === 'ccomp' ||
    (relation === 'obj' && tree.left(clause) === clause) ||
    (lower === 'whether' && tree.relation(first) === 'mark');
  if (QUESTION.test(lower) && asks) return takesQuestion(entry, lower) ? 'clause' : undefined;
  if (words.tag(first) === 'TO' && words.tag(first + 1) !== 'NN') {
    const lemma = entry.words[0];
    const isOpen =
      WITH_INFINITIVE_ALSO.has(lemma) || (WITH_INFINITIVE.has(entry.act) && !DEEDS_WITH_INFINITIVE.has(lemma));
    const isGerund = words.tag(first + 1) === 'VBG';
    if (isGerund) return entry.act === 'admitted' || entry.act === 'apologised' ? 'infinitive' : undefined;
    return isOpen && /^(?:xcomp|ccomp|advcl|acl)$/.test(relation) ? 'infinitive' : undefined;
  }
  if (words.tag(clause) === 'VBG') {
    const isDone = entry.act === 'denied' || entry.act === 'admitted' || entry.act === 'suggested';
    if (isDone && relation === 'xcomp') return 'infinitive';
    const isBlamed = /^(?:accused|praised|criticised|apologised|admitted)$/.test(entry.act);
    return isBlamed && /^(?:of|for|with|to)$/.test(lower) ? 'infinitive' : undefined;
  }
  if (relation !== 'ccomp' || entry.act === 'declined') return undefined;
  // A bare clause needs its own subject: "said they were fishermen".
  const subject = tree.child(clause, SUBJECTS);
  if (subject <= verb || subject >= clause) return undefined;
  // "the moment they told us would never come": an addressee, not a subject.
  return /^(?:me|us|him|them)$/.test(words.lower(subject)) ? undefined : 'clause';
}

/** Whether a child of a verb is its clause, or a question in the place of its object: "described how". */
function isClauseOf({ words, tree }: Ground, child: number): boolean {
  return CLAUSES.has(tree.relation(child)) || (tree.relation(child) === 'obj' && /^W/.test(words.tag(child)));
}

/** The clause behind a verb that the parser hung on a noun between: "told by an officer at the gate that". */
function adopted({ words, tree, region }: Ground, verb: number, entry: CueEntry): number[] {
  const from = verb + entry.words.length;
  for (let t = from; t < Math.min(region.last, from + FURTHEST); t++) {
    const clause = tree.head(t);
    const opens = /^(?:that|whether)$/.test(words.lower(t)) || words.tag(t) === 'TO';
    if (!opens || tree.relation(t) !== 'mark' || clause < t || !CLAUSES.has(tree.relation(clause))) continue;
    let at = tree.head(clause);
    for (let steps = 0; steps < 4 && at > verb && NOUNS.has(tree.relation(at)); steps++) at = tree.head(at);
    return at === verb && tree.head(clause) !== verb ? [clause] : [];
  }
  return [];
}

/** "does not know whether" is a doubt; but "knows why he left" and "shows how it works" attribute nothing. */
function takesQuestion({ act, words }: CueEntry, opener: string): boolean {
  if (words[0] === 'resolve') return false;
  if (act === 'thought') return opener === 'whether' || opener === 'if';
  return act !== 'found' && act !== 'wanted' && act !== 'felt' && words[0] !== 'discuss';
}

function objectFirst({ tree }: Ground, verb: number, before: number): number {
  const object = tree.children(verb).find((t) => t > verb && t < before && tree.relation(t) === 'obj');
  return object === undefined ? before : tree.left(object);
}
