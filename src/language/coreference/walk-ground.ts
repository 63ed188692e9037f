/**
 * What a walk through a document's mentions looks up and does not change: the mentions in their places, the groups of names, and
 * what the parse binds to what. Made once a document, for all walks through it; linear in the tokens.
 */
import type { Document } from '../../text/document.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { RELATIONS } from '../parse/relations.ts';
import { findMentions } from './find-mentions.ts';
import { findSpeakers } from './find-speakers.ts';
import { suits } from './fits.ts';
import { type GroupedNames, groupNames } from './group-names.ts';
import { headWord } from './organization-names.ts';
import { type PlacedMention, placeMentions, SUBJECT } from './place-mentions.ts';
import type { WordFacts } from './word-facts.ts';

/** Whom a noun is said of by a copula, and whether it is denied of them. */
export interface Predicate {
  /** Index of a mention. */
  readonly subject: number;
  readonly isDenied: boolean;
}

const relation = (name: string): number => RELATIONS.indexOf(name);
const APPOSITION = relation('appos');
const FLAT = relation('flat');
const DESCRIBES = relation('nmod:desc');
const COMPOUND = relation('compound');
const ADJECTIVE = relation('amod');
const COPULA = relation('cop');
const SUBJECTS = new Set(['nsubj', 'nsubj:outer'].map(relation));
const NEGATES = new Set(['not', "n't", 'never', 'no']);
/** How far before a predicate its copula is looked for, and before a name its titles, in tokens. */
const PREDICATE_WINDOW = 24;
export const TITLE_WINDOW = 4;
/** Mentions after a pronoun among which its name may follow, and steps up the tree to their common verb. */
const AHEAD = 12;
const STEPS = 8;

export class WalkGround {
  readonly document: Document;
  readonly facts: WordFacts;
  readonly groups: GroupedNames;
  readonly mentions: readonly PlacedMention[];
  /** The mention that a token heads, or that is a name over it; -1 for none. */
  readonly mentionAt: Int32Array;
  /** The mention that speaks each quotation. */
  readonly speakers: ReadonlyMap<number, number>;
  /** Groups that descriptions are bound to by a name that follows as their apposition, by mention. */
  readonly linked: ReadonlyMap<number, number>;
  private readonly indexes: ReadonlyMap<PlacedMention, number>;

  constructor(document: Document, lexicon: Lexicon, facts: WordFacts) {
    facts.begin();
    this.document = document;
    this.facts = facts;
    this.groups = groupNames(document, facts);
    const bodies = new Set<string>();
    for (const { type, known } of this.groups.groups)
      for (const words of type === 'organization' ? known : []) {
        const head = headWord(words);
        if (head !== null) bodies.add(head);
      }
    this.mentions = placeMentions(document, lexicon, findMentions(document, facts, bodies));
    this.indexes = new Map(this.mentions.map((mention, i) => [mention, i]));
    this.mentionAt = new Int32Array(document.tokens!.length).fill(-1);
    this.mentions.forEach(({ head, kind, first, last, parts }, i) => {
      if (kind === 'name') for (let t = first; t < last; t++) if (this.mentionAt[t] < 0) this.mentionAt[t] = i;
      if (parts.length === 0 && (this.mentionAt[head] < 0 || kind !== 'name')) this.mentionAt[head] = i;
    });
    this.speakers = findSpeakers(this.mentions);
    this.linked = this.findLinked();
  }

  /** The group of a mention that is a name of one group for sure, or null. */
  nameGroup(i: number): number | null {
    const { name } = this.mentions[i];
    if (name === null) return null;
    const found = this.groups.names[name].groups;
    return found.length === 1 ? found[0] : null;
  }

  /** Whom a noun is said of: Anna Marek for the mayor in "Anna Marek is the mayor"; null where it is no predicate. */
  predicateOf(noun: number): Predicate | null {
    const { head, relation: relations, lexeme } = this.document.tokens!;
    let isPredicate = false;
    let isDenied = false;
    let subject = -1;
    for (let t = Math.max(0, noun - PREDICATE_WINDOW); t < noun; t++) {
      if (head[t] !== noun) continue;
      if (relations[t] === COPULA) isPredicate = true;
      if (SUBJECTS.has(relations[t])) subject = t;
      if (NEGATES.has(this.facts.fold(lexeme[t]))) isDenied = true;
    }
    return isPredicate && subject >= 0 ? { subject: this.mentionAt[subject], isDenied } : null;
  }

  /** Adjectives and nouns before a noun that belong to it: "interior" of "the interior minister". */
  wordsBefore(noun: number): string[] {
    const { head, relation: relations, lexeme } = this.document.tokens!;
    const words: string[] = [];
    for (let t = noun - 1; t >= 0 && t >= noun - TITLE_WINDOW; t--)
      if (head[t] === noun && (relations[t] === COMPOUND || relations[t] === ADJECTIVE))
        words.push(this.facts.fold(lexeme[t]));
    return words;
  }

  /** The group of the name that is the subject of a verb above the mention and follows it: "In his speech, Asante said"; or -1. */
  subjectAhead(mention: PlacedMention): number {
    const { head } = this.document.tokens!;
    for (let i = this.indexes.get(mention)! + 1, n = 0; i < this.mentions.length && n < AHEAD; i++, n++) {
      const other = this.mentions[i];
      if (other.sentence !== mention.sentence) break;
      if (other.role !== SUBJECT || other.kind !== 'name') continue;
      let t = mention.head;
      for (let step = 0; step < STEPS && t >= 0; step++) {
        t = head[t];
        if (t >= 0 && t === head[other.top]) return this.nameGroup(i) ?? -1;
      }
    }
    return -1;
  }

  private findLinked(): Map<number, number> {
    const { head, relation: relations } = this.document.tokens!;
    const linked = new Map<number, number>();
    this.mentions.forEach((mention, i) => {
      if (mention.kind !== 'name') return;
      const group = this.nameGroup(i);
      const by = relations[mention.head];
      if (group === null || (by !== APPOSITION && by !== FLAT && by !== DESCRIBES && by !== COMPOUND)) return;
      const at = this.mentionAt[head[mention.head]] ?? -1;
      if (at < 0 || this.mentions[at].kind !== 'description' || this.mentions[at].plural !== mention.plural) return;
      if (by === COMPOUND && mention.first !== this.mentions[at].head + 1) return;
      if (suits(this.mentions[at], this.groups.groups[group].type)) linked.set(at, group);
    });
    return linked;
  }
}
