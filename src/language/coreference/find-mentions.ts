/**
 * Finds what mentions somebody: names, pronouns, descriptions of persons and bodies ("the minister", "two officials", "the
 * agency"), and several of these joined ("the minister and his aide"). The parse gives the extent of a description; a model over
 * its noun (word-facts.ts) tells whether it means a person or a body. Linear in the tokens.
 */
import type { Document, MentionKind } from '../../text/document.ts';
import { RELATIONS } from '../parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../tag/tags.ts';
import { type Pronoun, pronounOf } from './pronouns.ts';
import type { WordFacts } from './word-facts.ts';

/** What opens a description. */
export type Determiner = 'definite' | 'demonstrative' | 'possessive' | 'indefinite' | 'none';

export interface FoundMention {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly kind: MentionKind;
  /** Of the document's names, or null. */
  readonly name: number | null;
  readonly pronoun: Pronoun | null;
  readonly determiner: Determiner;
  /** What a description means: a person or a body. */
  readonly means: 'person' | 'body' | null;
  readonly plural: boolean;
  /** Whether it means somebody only where the text has named a body so: "the cross" behind "the Red Cross". */
  readonly isByName: boolean;
  /** The heads of the mentions that a joint mention is made of. */
  readonly parts: readonly number[];
}

const NOUN = UPOS_TAGS.indexOf('NOUN');
const PROPER = UPOS_TAGS.indexOf('PROPN');
const PLURAL = new Set(['NNS', 'NNPS'].map((tag) => XPOS_TAGS.indexOf(tag)));
const COMMON = XPOS_TAGS.indexOf('NN');
const FAMILY = XPOS_TAGS.indexOf('NNPS');
const PERSONAL = XPOS_TAGS.indexOf('PRP');
const POSSESSIVE = XPOS_TAGS.indexOf('PRP$');
const relations = (...names: string[]): ReadonlySet<number> => new Set(names.map((name) => RELATIONS.indexOf(name)));

const ADVERB = RELATIONS.indexOf('advmod');
const CASE = RELATIONS.indexOf('case');
const DETERMINER = RELATIONS.indexOf('det');
const POSSESSOR = RELATIONS.indexOf('nmod:poss');
const NUMERAL = RELATIONS.indexOf('nummod');
const CONJUNCT = RELATIONS.indexOf('conj');
/** What belongs to a description: its determiner, adjectives and what it is of, but no clauses and appositions. */
const INNER = relations(
  ...['det', 'amod', 'compound', 'nmod', 'nmod:poss', 'nummod', 'case', 'flat', 'advmod', 'nmod:desc', 'nmod:unmarked'],
  ...['fixed', 'goeswith', 'det:predet', 'compound:prt'],
);
/** Words that are part of another's phrase and mention nothing by themselves. */
const PARTS = relations(
  'compound',
  'flat',
  'fixed',
  'goeswith',
  'amod',
  'det',
  'nmod:desc',
  'advmod',
  'case',
  'nummod',
);

/** How deep a phrase is followed. */
const DEEPEST = 8;

/** From which probability a noun means a person or a body. */
const MEANS = 0.5;

/**
 * The mentions of a document that is parsed and has names, in order of the text, outer ones first.
 *
 * @param bodies nouns by which bodies are named in the text, folded: "commission" of the Morrin River Commission
 * @example
 * findMentions(document, facts, new Set()).map(({ kind }) => kind); // ['name', 'description', 'pronoun']
 */
export function findMentions(document: Document, facts: WordFacts, bodies: ReadonlySet<string>): FoundMention[] {
  const { length, head, relation, upos, xpos, lexeme } = document.tokens!;
  const names = document.names!;
  const inName = new Uint8Array(length);
  const mentions: FoundMention[] = [];
  const base = {
    pronoun: null,
    determiner: 'none',
    means: null,
    plural: false,
    isByName: false,
    parts: [],
    name: null,
  } as const;
  names.forEach(({ first, last, type }, name) => {
    inName.fill(1, first, last);
    const top = headOf(head, first, last);
    // Peoples are many, and so are families.
    const plural = type === 'group' || (type === 'person' && xpos[last - 1] === FAMILY);
    mentions.push({ ...base, first, last, head: top, kind: 'name', name, plural });
  });
  const extents = extentsOf(document);
  for (let t = 0; t < length; t++) {
    const tag = xpos[t];
    if (tag === PERSONAL || tag === POSSESSIVE) {
      const pronoun = pronounOf(facts.fold(lexeme[t]), tag === POSSESSIVE);
      if (pronoun !== null)
        mentions.push({
          ...base,
          first: t,
          last: t + 1,
          head: t,
          kind: 'pronoun',
          pronoun,
          plural: pronoun.number === 'plural',
        });
      continue;
    }
    if ((upos[t] !== NOUN && upos[t] !== PROPER) || inName[t] === 1 || PARTS.has(relation[t])) continue;
    const { person, body } = facts.noun(lexeme[t]);
    const told = person >= MEANS ? 'person' : body >= MEANS ? 'body' : null;
    const first = extents.first[t];
    const plural = PLURAL.has(tag);
    const determiner = determinerOf(document, facts, first, t);
    const isByName = told === null && determiner === 'definite' && tag === COMMON && bodies.has(facts.fold(lexeme[t]));
    if (told === null && !isByName) continue;
    const means = told ?? 'body';
    const last = extents.last[t];
    mentions.push({ ...base, first, last, head: t, kind: 'description', determiner, means, plural, isByName });
  }
  mentions.push(...joined(mentions, head, relation));
  return mentions.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** The token of a range that hangs on one outside it. */
function headOf(head: Int32Array, first: number, last: number): number {
  for (let t = first; t < last; t++) if (head[t] < first || head[t] >= last) return t;
  return first;
}

/** For each token, where the phrase that it heads begins and ends. */
function extentsOf({ tokens }: Document): { first: Int32Array; last: Int32Array } {
  const { length, head, relation, upos } = tokens!;
  const first = new Int32Array(length);
  const last = new Int32Array(length);
  for (let t = 0; t < length; t++) {
    first[t] = t;
    last[t] = t + 1;
  }
  for (let t = 0; t < length; t++) {
    if (!INNER.has(relation[t]) || (relation[t] === ADVERB && (upos[head[t]] === NOUN || upos[head[t]] === PROPER)))
      continue;
    // A preposition stands outside the phrase of its own noun, but inside those that the noun belongs to.
    let at = relation[t] === CASE ? head[t] : t;
    for (let depth = 0; depth < DEEPEST && at >= 0 && INNER.has(relation[at]) && relation[at] !== CASE; depth++) {
      at = head[at];
      if (at < 0) break;
      if (t < first[at]) first[at] = t;
      if (t >= last[at]) last[at] = t + 1;
    }
  }
  return { first, last };
}

function determinerOf({ tokens }: Document, facts: WordFacts, first: number, noun: number): Determiner {
  const { head, relation, lexeme } = tokens!;
  for (let t = first; t < noun; t++) {
    if (head[t] !== noun) continue;
    if (relation[t] === POSSESSOR) return 'possessive';
    if (relation[t] === NUMERAL) return 'indefinite';
    if (relation[t] !== DETERMINER) continue;
    const word = facts.fold(lexeme[t]);
    if (word === 'the') return 'definite';
    return /^(?:this|that|these|those)$/.test(word) ? 'demonstrative' : 'indefinite';
  }
  return 'none';
}

/** Mentions that are joined by conjunctions: one from the first to the last of them. */
function joined(mentions: readonly FoundMention[], head: Int32Array, relation: Uint8Array): FoundMention[] {
  const byHead = new Map<number, FoundMention>();
  for (const mention of mentions) if (!byHead.has(mention.head)) byHead.set(mention.head, mention);
  const parts = new Map<number, number[]>();
  for (const mention of mentions) {
    if (relation[mention.head] !== CONJUNCT || byHead.get(mention.head) !== mention) continue;
    const top = byHead.get(head[mention.head]);
    if (top === undefined || top.last > mention.first || !mayJoin(top) || !mayJoin(mention)) continue;
    const list = parts.get(top.head) ?? [top.head];
    list.push(mention.head);
    parts.set(top.head, list);
  }
  return [...parts].map(([top, heads]) => {
    const { first, means } = byHead.get(top)!;
    const last = Math.max(...heads.map((part) => byHead.get(part)!.last));
    return {
      first,
      last,
      head: top,
      kind: 'description',
      name: null,
      pronoun: null,
      determiner: 'none',
      means: means ?? 'person',
      plural: true,
      isByName: false,
      parts: heads,
    };
  });
}

const mayJoin = ({ pronoun, last, first }: FoundMention): boolean =>
  pronoun === null || (last > first && pronoun.form !== 'possessive' && pronoun.gender !== 'neuter');
