/** Who speaks: the subject of a verb that attributes, through auxiliaries, coordination and relative clauses. */
import { entryAt } from '../acts/find-act.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import type { Ground } from './relay.ts';
import type { SentenceTree } from './sentence-tree.ts';
import { SOURCE_NOUNS } from './source-nouns.ts';

const SUBJECTS = new Set(['nsubj', 'nsubj:outer']);
const PASSIVE_SUBJECTS = new Set(['nsubj:pass']);
const PASSIVE_MARKS = new Set(['aux:pass', 'nsubj:pass']);
const AGENT = new Set(['obl:agent']);
const MARKS = new Set(['mark']);
const OBJECTS = new Set(['obj', 'iobj']);
const AUXILIARY = /^(?:aux|aux:pass|advmod|mark|cop|compound:prt)$/;

/** Subjects that speak for nobody: "there", "this shows", "what I say". */
const NOBODY = new Set('there this that these what whatever which nothing everything something'.split(' '));
/** In the first and second person only what is past is told of: "I asked him", not "I ask you", "I would say", "you can say". */
const SPEAKERS = new Set(['i', 'we', 'you', 'one']);

/** Acts of participles that tell more than the verb before: "withdrew, saying that"; not "left, not knowing who". */
const TOLD = /^(?:said|announced|warned|promised|threatened|denied|admitted|confirmed|predicted|suggested)$/;

/** Of a verb: who does it, and where the words that lead up to it begin ("had refused to" of "had refused to say"). */
export interface Speaker {
  readonly source: Range | null;
  readonly cueFirst: number;
}

/**
 * The speaker of a verb; undefined where nobody is said to speak: an imperative, an infinitive, "I think", "this shows".
 * The source is null where the verb is passive and names nobody ("they were told that").
 *
 * @param verb a token of the region
 * @example
 * findSpeaker(ground, 7); // of "The crew did not say why": { source: { first: 4, last: 6 }, cueFirst: 6 }
 */
export function findSpeaker(ground: Ground, verb: number): Speaker | undefined {
  const { words, tree, region } = ground;
  const top = topOfChain(words, tree, verb);
  if (top >= 0 && isOnlyPossible(words, tree, top)) return undefined;
  if (top < region.first || top >= region.last) return undefined;
  if (isUnfinished(words, tree, top)) return undefined;
  const cueFirst = chainFirst(words, tree, verb, top, region.first);
  if (isPassiveVerb(words, tree, verb)) {
    if (top !== verb || tree.relation(verb) === 'amod') return undefined;
    const agent = tree.child(verb, AGENT);
    const isBy = agent > verb && words.lower(tree.left(agent)) === 'by' && isPersonal(words, agent);
    const isWhole = words.tag(verb) !== 'VBN' || tree.children(verb).some((t) => PASSIVE_MARKS.has(tree.relation(t)));
    if (!isBy && !isWhole) return undefined;
    const stop = clauseFirst(words, agent + 1, region.last);
    return { source: isBy ? phraseOf(ground, agent, tree.left(agent) + 1, stop) : null, cueFirst };
  }
  const subject = subjectOf(words, tree, top, 0);
  if (!subject) return undefined;
  const { head, isAntecedent } = subject;
  const lower = words.lower(head);
  if (NOBODY.has(lower) || head < region.first || head >= region.last) return undefined;
  if (SPEAKERS.has(lower) && !isPast(words, tree, top)) return undefined;
  const stop = isAntecedent ? antecedentEnd(words, head, verb) : head < verb ? Math.min(cueFirst, verb) : region.last;
  const source = phraseOf(ground, head, afterCopula(tree, head), stop);
  return source ? { source, cueFirst: Math.max(cueFirst, source.last > verb ? cueFirst : source.last) } : undefined;
}

/** Whether a verb is passive, or a participle that stands behind its noun. */
export function isPassiveVerb(words: SentenceWords, tree: SentenceTree, verb: number): boolean {
  if (words.tag(verb) !== 'VBN' && words.tag(verb) !== 'VBD') return false;
  if (tree.child(verb, PASSIVE_MARKS) >= 0) return true;
  return words.tag(verb) === 'VBN' && /^(?:acl|amod)$/.test(tree.relation(verb));
}

/** "should ask", "must say", "can see": nobody has spoken; but "could not say" tells that nothing was said. */
function isOnlyPossible(words: SentenceWords, tree: SentenceTree, verb: number): boolean {
  const before = tree.children(verb).filter((t) => t < verb);
  if (before.some((t) => /^(?:not|n't|never)$/.test(words.lower(t)))) return false;
  return before.some((t) => words.tag(t) === 'MD' && !/^(?:will|'ll|would|'d)$/.test(words.lower(t)));
}

/** "let them know", "to step up and show", "their job was not to say": verbs of which it is open whether anybody does it. */
function isUnfinished(words: SentenceWords, tree: SentenceTree, verb: number): boolean {
  const before = tree.children(verb).filter((t) => t < verb);
  if (before.some((t) => words.tag(t) === 'TO')) return true;
  return words.tag(verb) === 'VB' && !before.some((t) => tree.relation(t).startsWith('aux'));
}

/** "refused" of "refused to say": verbs that only say whether or when the act took place pass their subject on. */
function topOfChain(words: SentenceWords, tree: SentenceTree, verb: number): number {
  let top = verb;
  for (let steps = 0; steps < 4 && tree.relation(top) === 'xcomp'; steps++) {
    const head = tree.head(top);
    if (head < 0 || head > top) return -1;
    const isControlled = tree.children(head).some((t) => OBJECTS.has(tree.relation(t)) && t > head && t < top);
    if (isControlled || passesNothingOn(words, tree, head)) return -1;
    top = head;
  }
  return top;
}

/** Verbs whose infinitive is itself what is said: of "promised to tell" the telling is the promise's content. */
function passesNothingOn(words: SentenceWords, tree: SentenceTree, verb: number): boolean {
  const entry = entryAt(words, verb);
  if (entry?.wordClass !== 'verb') return false;
  if (isPassiveVerb(words, tree, verb)) return false;
  return !/^(?:declined|wanted|said|thought|felt)$/.test(entry.act);
}

function subjectOf(
  words: SentenceWords,
  tree: SentenceTree,
  verb: number,
  depth: number,
): { head: number; isAntecedent: boolean } | undefined {
  const isPassive = isPassiveVerb(words, tree, verb);
  const own = tree.child(verb, isPassive ? PASSIVE_SUBJECTS : SUBJECTS);
  const head = tree.head(verb);
  const relation = tree.relation(verb);
  if (own >= 0) {
    if (!/^(?:who|which|that)$/.test(words.lower(own)) || !/^(?:WP|WDT|IN)$/.test(words.tag(own)))
      return { head: own, isAntecedent: false };
    if (relation.startsWith('acl') && head >= 0 && head < own && /^(?:NN|PRP|CD|DT)/.test(words.tag(head)))
      return { head: antecedentOf(words, tree, head, words.lower(own)), isAntecedent: true };
    return undefined;
  }
  if (depth > 3 || head < 0 || isPassive) return undefined;
  if (relation === 'conj' && words.tag(head).startsWith('VB') && agrees(words, verb, head))
    return subjectOf(words, tree, head, depth + 1);
  // "withdrew, saying that": of a participle it is the subject of the verb before.
  if (words.tag(verb) !== 'VBG') return undefined;
  const mark = tree.child(verb, MARKS);
  if (mark >= 0 && words.lower(mark) !== 'without') return undefined;
  if (
    relation === 'advcl' &&
    head < verb &&
    words.tag(head).startsWith('VB') &&
    TOLD.test(entryAt(words, verb)?.act ?? '')
  )
    return isPassiveVerb(words, tree, head) ? undefined : subjectOf(words, tree, head, depth + 1);
  return relation === 'acl' && head < verb && /^NN/.test(words.tag(head)) ? { head, isAntecedent: true } : undefined;
}

/** The noun that a relative pronoun means, where the parser hung the clause on a nearer one: "families in the valley who said". */
function antecedentOf(words: SentenceWords, tree: SentenceTree, noun: number, pronoun: string): number {
  const above = tree.head(noun);
  if (tree.relation(noun) !== 'nmod' || above < 0 || above > noun || !words.tag(above).startsWith('NN')) return noun;
  const isSource = SOURCE_NOUNS.has(words.lemma(above));
  if (pronoun === 'which') return isSource ? above : noun;
  return !SOURCE_NOUNS.has(words.lemma(noun)) && (isSource || words.tag(above) === 'NNS') ? above : noun;
}

/** Whether a verb that is joined to another one can share its subject: "admitted and sold", not "came to sell". */
function agrees(words: SentenceWords, verb: number, other: number): boolean {
  return [verb, other].every((t) => /^(?:VBD|VBZ|VBP|VBN|VB)$/.test(words.tag(t)));
}

/** Whether what leads up to a verb puts it into the past: "asked", "have asked", "did not ask", "used to say". */
function isPast(words: SentenceWords, tree: SentenceTree, verb: number): boolean {
  if (words.tag(verb) === 'VBD') return true;
  return tree
    .children(verb)
    .some(
      (t) =>
        t < verb &&
        tree.relation(t) === 'aux' &&
        (/^(?:have|has|had|'ve|did)$/.test(words.lower(t)) || (words.lower(t) === "'d" && words.tag(verb) === 'VBN')),
    );
}

/** Where the words that lead up to a verb begin: auxiliaries and adverbs of it, and the verbs that it hangs on. */
function chainFirst(words: SentenceWords, tree: SentenceTree, verb: number, top: number, least: number): number {
  let first = verb;
  for (let t = verb - 1; t >= least; t--) {
    const head = tree.head(t);
    const isChain = t === top || (t > top && words.tag(t).startsWith('VB') && tree.head(t) === top);
    const leadsUp = head >= Math.min(top, verb) && head <= verb && AUXILIARY.test(tree.relation(t));
    if (!isChain && !leadsUp && words.tag(t) !== 'TO' && words.tag(t) !== 'MD') break;
    if ((words.tag(t) === 'IN' && words.lower(t) !== 'without') || words.tag(t) === 'WRB') break;
    first = t;
  }
  return first;
}

/** Conjunctions that open a noun phrase: "neither the army nor the police". */
const PAIRED = new Set(['neither', 'both', 'either']);

/** Nouns behind "by" that do nothing: "by the end of winter", "by mistake", "by telephone". */
const NO_AGENTS = new Set(
  `end start beginning middle time year month week day hour way mistake law phone telephone email letter fax text radio`.split(
    ' ',
  ),
);

/** Somebody: not "by Monday", "by the end of winter". */
function isPersonal(words: SentenceWords, head: number): boolean {
  return /^(?:NN|PRP)/.test(words.tag(head)) && !NO_AGENTS.has(words.lemma(head)) && !words.lower(head).endsWith('day');
}

/** How far behind an agent its clause is looked for, in tokens: a text without full stops is one sentence. */
const CLAUSE_REACH = 60;

/** Where a clause begins that the parser may have hung on the noun before it: "told by the council that". */
function clauseFirst(words: SentenceWords, from: number, last: number): number {
  for (let t = from; t < Math.min(last, from + CLAUSE_REACH); t++)
    if (words.tag(t) === 'TO' || (/^(?:that|whether|how)$/.test(words.lower(t)) && /^(?:IN|WRB)$/.test(words.tag(t))))
      return t;
  return last;
}

/** The first word of a noun phrase that is a predicate: "Petra" of "It was Petra who said". */
function afterCopula(tree: SentenceTree, head: number): number {
  const before = tree
    .children(head)
    .filter((t) => t < head && /^(?:cop|nsubj|aux|expl|mark|cc|advmod)$/.test(tree.relation(t)));
  return before.length === 0 ? tree.left(head) : Math.max(...before) + 1;
}

/** The end of a noun phrase before its relative clause. */
function antecedentEnd(words: SentenceWords, head: number, verb: number): number {
  for (let t = head + 1; t <= verb; t++) if (/^(?:WP|WDT)$/.test(words.tag(t)) || t === verb) return t;
  return verb;
}

/** The tokens of a noun phrase, without commas, quotation marks and conjunctions at its ends; null where none are left. */
function phraseOf({ words, tree, region }: Ground, head: number, from: number, stop = region.last): Range | null {
  let first = Math.max(from, region.first);
  let last = Math.min(tree.right(head) + 1, stop, region.last);
  while (first < head && /^(?:,|:|``|''|CC|IN|RB|-LRB-|\.)$/.test(words.tag(first)) && !PAIRED.has(words.lower(first)))
    first++;
  while (last > first && /^(?:,|:|``|''|CC|\.|-LRB-)$/.test(words.tag(last - 1))) last--;
  return last > first ? { first, last } : null;
}
