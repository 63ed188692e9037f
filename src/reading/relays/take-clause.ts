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
const QUESTION = /^(?:whether|if|how|why|what|who|where|when|which|whom|whose)$/;

/**
 * A clause or an infinitive that hangs on the verb, or on a noun between it and the verb: "told the police that".
 *
 * @example
 * clauseAfter(ground, 5, entry)?.content; // of "told the police that it sank": "that it sank"
 */
export function clauseAfter(ground: Ground, verb: number, entry: CueEntry): Taken | undefined {
  const { words, tree, region } = ground;
  const own = tree.children(verb).filter((t) => t > verb);
  const adopted = own
    .filter((t) => NOUNS.has(tree.relation(t)))
    .flatMap((noun) =>
      tree.children(noun).filter((t) => t > noun && CLAUSES.has(tree.relation(t)) && isClearlyClause(ground, t)),
    );
  for (const clause of [...own.filter((t) => CLAUSES.has(tree.relation(t))), ...adopted]) {
    const first = openingOf(words, Math.max(tree.left(clause), verb + 1));
    if (first >= region.last || first > clause) continue;
    if (isInterrupted(words, verb + entry.words.length, first)) continue;
    const rule = kindOfClause(ground, verb, entry, clause, first);
    if (!rule || (rule === 'infinitive' && !isTold(ground, verb, entry))) continue;
    const isOfObject = rule === 'infinitive' && (entry.act === 'accused' || entry.act === 'predicted');
    const from = isOfObject ? objectFirst(ground, verb, first) : first;
    // "they expect you to", "expect to": a demand or an intention, and no prediction.
    if (isOfObject && entry.act === 'predicted' && (from === first || words.tag(from) === 'PRP')) continue;
    const content = cutRange(words, from, Math.min(tree.right(clause) + 1, region.last));
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
  const asks = relation === 'ccomp' || (lower === 'whether' && tree.relation(first) === 'mark');
  if (QUESTION.test(lower) && asks) return takesQuestion(entry, lower) ? 'clause' : undefined;
  if (words.tag(first) === 'TO' && words.tag(first + 1) !== 'NN') {
    const lemma = entry.words[0];
    const isOpen =
      WITH_INFINITIVE_ALSO.has(lemma) || (WITH_INFINITIVE.has(entry.act) && !DEEDS_WITH_INFINITIVE.has(lemma));
    const isGerund = words.tag(clause) === 'VBG';
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

/** Whether a clause that hangs on a noun is what the verb takes, not one that describes the noun. */
function isClearlyClause({ words, tree }: Ground, clause: number): boolean {
  const first = openingOf(words, tree.left(clause));
  if (/^(?:that|whether)$/.test(words.lower(first))) return tree.relation(first) === 'mark';
  return words.tag(first) === 'TO';
}

/** Of what is known or found out, "whether" leaves open what "who" and "why" do not tell: "knows why he left" attributes nothing. */
function takesQuestion({ act, words }: CueEntry, opener: string): boolean {
  if (act === 'thought' || act === 'found') return opener === 'whether' || opener === 'if';
  return act !== 'wanted' && act !== 'felt' && words[0] !== 'discuss';
}

function objectFirst({ tree }: Ground, verb: number, before: number): number {
  const object = tree.children(verb).find((t) => t > verb && t < before && tree.relation(t) === 'obj');
  return object === undefined ? before : tree.left(object);
}
