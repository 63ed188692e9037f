/**
 * Where each mention stands: its sentence, paragraph and quotation, its part in the clause, and the verb that it hangs on.
 * These are what decides among candidates: a subject is likelier to be gone on with than what is owned (Lappin & Leass 1994).
 */
import type { Document } from '../../text/document.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { RELATIONS } from '../parse/relations.ts';
import { INSIDE, markQuotations, OPENING } from '../quotations/mark-quotations.ts';
import { UPOS_TAGS } from '../tag/tags.ts';
import type { FoundMention } from './find-mentions.ts';

/** The parts that a mention may have in its clause. */
export const ROLES = [
  'other',
  'subject',
  'passive',
  'object',
  'oblique',
  'possessor',
  'modifier',
  'root',
  'called',
] as const;
export const SUBJECT = ROLES.indexOf('subject');
export const PASSIVE = ROLES.indexOf('passive');
export const POSSESSOR = ROLES.indexOf('possessor');

export interface PlacedMention extends FoundMention {
  readonly sentence: number;
  readonly block: number;
  /** The number of the quotation that it stands in, or -1. */
  readonly quotation: number;
  /** Index in ROLES. */
  readonly role: number;
  /** The token that stands for it in the clause: that which it is an apposition to, or joined with, else its head. */
  readonly top: number;
  readonly isJoined: boolean;
  /** The verb or noun that it hangs on, or -1. */
  readonly governor: number;
  /** Whether it is the first mention of its sentence. */
  readonly isFirst: boolean;
}

const ROLE_OF: Readonly<Record<string, (typeof ROLES)[number]>> = {
  nsubj: 'subject',
  'nsubj:outer': 'subject',
  csubj: 'subject',
  'nsubj:pass': 'passive',
  obj: 'object',
  iobj: 'object',
  obl: 'oblique',
  'obl:agent': 'subject',
  'obl:unmarked': 'oblique',
  'nmod:poss': 'possessor',
  nmod: 'modifier',
  'nmod:desc': 'modifier',
  'nmod:unmarked': 'modifier',
  compound: 'modifier',
  root: 'root',
  vocative: 'called',
};
const ROLE_BY_RELATION = Uint8Array.from(RELATIONS, (name) => ROLES.indexOf(ROLE_OF[name] ?? 'other'));
const SAME = new Set(
  ['appos', 'flat', 'conj', 'nmod:desc', 'compound', 'list', 'dep'].map((name) => RELATIONS.indexOf(name)),
);
const CONJUNCT = RELATIONS.indexOf('conj');
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'].map((tag) => UPOS_TAGS.indexOf(tag)));

/** How many steps up the tree are looked at. */
const STEPS = 4;

/**
 * The mentions with their places.
 *
 * @example
 * placeMentions(document, lexicon, findMentions(document, facts))[0].role; // SUBJECT
 */
export function placeMentions(
  document: Document,
  lexicon: Lexicon,
  mentions: readonly FoundMention[],
): PlacedMention[] {
  const { tokens, sentences, blocks } = document;
  const { head, relation, upos, start } = tokens!;
  const marks = markQuotations(document, lexicon);
  const quotations = new Int32Array(marks.length).fill(-1);
  let quotation = -1;
  for (let t = 0; t < marks.length; t++) {
    if (marks[t] === OPENING) quotation++;
    if (marks[t] === INSIDE) quotations[t] = quotation;
  }
  let sentence = 0;
  let block = 0;
  let former = -1;
  return mentions.map((mention) => {
    const t = mention.head;
    while (sentence < sentences!.length && sentences!.last[sentence] <= mention.first) sentence++;
    while (block < blocks.length && blocks[block].end <= start[mention.first]) block++;
    let top = t;
    let isJoined = false;
    for (let step = 0; step < STEPS && SAME.has(relation[top]); step++) {
      const up = head[top];
      if (up < 0 || !NOMINAL.has(upos[up])) break;
      if (relation[top] === CONJUNCT) isJoined = true;
      top = up;
    }
    const isFirst = sentence !== former;
    former = sentence;
    const role = ROLE_BY_RELATION[relation[top]];
    return { ...mention, sentence, block, quotation: quotations[t], role, top, isJoined, governor: head[top], isFirst };
  });
}
