/**
 * Which words are predicates of claims: main and coordinated clauses, finite clauses of time, cause and contrast, relative clauses
 * whose pronoun is the subject, the participles of headlines, and nouns of events that are all that a statement holds. What stands behind "if" or "whether", infinitives of purpose and reduced
 * relatives put nothing forward by themselves, and are left out, with all that hangs on them. Each token is looked at once.
 */
import { EVENT_NOUNS, EVENT_VERBS } from '../../language/en/event-nouns.ts';
import { leadsCue } from '../acts/cue-lexicon.ts';
import { type Ground, NOBODYS } from './ground.ts';
import { GOVERNORS, OPENERS_OF_NONE } from './modal-words.ts';

/** A predicate, and the verbs above it that only say how it is meant: "plans" of "plans to open". */
export interface Clause {
  /** The verb, or of "X is Y" the word that Y hangs on. */
  readonly verb: number;
  /** The form of "be" of "X is Y", or −1. */
  readonly copula: number;
  /** From the outermost inwards. */
  readonly governors: readonly number[];
  /** The predicate that this one is coordinated with, or −1. */
  readonly conjunct: number;
}

const UNKNOWN = 0;
const CLAIM = 1;
/** A clause that is read as part of another one: a governor, an auxiliary of speech. */
const PASSED = 2;
const NONE = 3;

/** Governors that are passed on the way to a predicate. */
const MOST_GOVERNORS = 4;
const RELATIVE_PRONOUNS: ReadonlySet<string> = new Set(['who', 'which', 'that']);

/** Finds the clauses of one document. */
export class ClauseFinder {
  private readonly ground: Ground;
  private readonly states: Uint8Array;

  constructor(ground: Ground) {
    this.ground = ground;
    this.states = new Uint8Array(ground.tokens.length);
  }

  /**
   * All clauses that put something forward, in order of the text.
   *
   * @example
   * new ClauseFinder(ground).find().length; // of "Twelve people died and 30 were injured.": 2
   */
  find(): Clause[] {
    const { owner, tokens } = this.ground;
    const clauses: Clause[] = [];
    for (let t = 0; t < tokens.length; t++) {
      if (owner[t] === NOBODYS || this.stateOf(t) !== CLAIM) continue;
      const governors = this.governorsOf(t);
      const top = governors[0] ?? t;
      const isConjoined = this.ground.relation(top) === 'conj' && owner[this.ground.head(top)] === owner[t];
      const conjunct = isConjoined ? this.innermost(this.ground.head(top)) : -1;
      clauses.push({ verb: t, copula: this.copulaOf(t), governors, conjunct });
    }
    return clauses;
  }

  /** The form of "be" between a subject and what it is, or −1. */
  private copulaOf(t: number): number {
    const copula = this.ground.child(t, 'cop');
    // "is to address parliament", where the verb was taken for a noun.
    return copula >= 0 && this.isTo(t) ? -1 : copula;
  }

  private stateOf(t: number): number {
    if (this.states[t] === UNKNOWN) {
      // Against circles; and what hangs on itself is no clause.
      this.states[t] = NONE;
      this.states[t] = this.look(t);
    }
    return this.states[t];
  }

  private look(t: number): number {
    const { ground } = this;
    if (!this.isPredicate(t)) return this.isNominal(t) ? CLAIM : NONE;
    // The cue of a statement frames what is claimed, also of a statement within another one.
    if (ground.isCue[t] !== 0) return NONE;
    const relation = ground.relation(t);
    const head = ground.head(t);
    const isTop = head < 0 || ground.owner[head] !== ground.owner[t];
    if (isTop) return this.ofTop(t, relation);
    switch (relation) {
      case 'conj': {
        // "tests showed | and were": the first conjunct decides, unless it is no clause.
        return this.isPredicate(head) ? (this.stateOf(head) === NONE ? NONE : this.own(t)) : NONE;
      }
      case 'parataxis':
      case 'ccomp':
        return this.isUnderNone(head) || this.opensNone(t) ? NONE : this.own(t);
      case 'xcomp':
        return this.governs(head, t) && this.stateOf(head) === PASSED ? this.own(t) : NONE;
      case 'advcl':
        return this.isFinite(t) && this.hasSubject(t) && !this.opensNone(t) && !this.isUnderNone(head)
          ? this.own(t)
          : NONE;
      case 'acl:relcl':
        return this.isSubjectRelative(t) && !this.isUnderNone(head) ? this.own(t) : NONE;
      case 'root':
        return this.own(t);
      case 'acl':
        // "12 killed", "Court to hear case": of a headline, the participle and the infinitive are the verbs.
        return ground.isHeadline[t] !== 0 && ground.head(head) < 0 && ground.tag(t) !== 'VBG' ? this.own(t) : NONE;
      case 'obl':
        return this.isHeadlineVerb(t) ? this.own(t) : NONE;
      default:
        return NONE;
    }
  }

  /** "reported 17 deaths", "ruled out any release of water": a content that is told in a noun. */
  private isNominal(t: number): boolean {
    const { ground } = this;
    const { owner, isCue, document } = ground;
    if (owner[t] >= (document.statements?.length ?? 0) || isCue[t] !== 0) return false;
    const head = ground.head(t);
    if (head >= 0 && owner[head] === owner[t]) return false;
    const tag = ground.tag(t);
    if (tag !== 'NN' && tag !== 'NNS') return false;
    const lemma = ground.lemma(t);
    return EVENT_NOUNS.has(lemma) || EVENT_VERBS.has(lemma);
  }

  /** A clause that the sentence, or what the source says, hangs on. */
  private ofTop(t: number, relation: string): number {
    if (relation === 'acl:relcl') return this.isSubjectRelative(t) ? this.own(t) : NONE;
    if (relation === 'acl' || relation === 'amod' || relation === 'compound') {
      // "denied ordering it", "its promise to rebuild": the content is the verb with what hangs on it.
      return this.begins(t) ? this.own(t) : NONE;
    }
    if (relation === 'advcl') return this.isFinite(t) && this.hasSubject(t) && !this.opensNone(t) ? this.own(t) : NONE;
    // Of what was asked, the question is the content: the modality says that it is open.
    return this.own(t);
  }

  /** Whether a verb itself opens what its owner holds, but for "to" and the like. */
  private begins(t: number): boolean {
    const { owner, tree } = this.ground;
    return t === 0 || owner[tree.left(t)] !== owner[tree.left(t) - 1] || tree.left(t) === 0;
  }

  /** A clause that is a claim, or one that only governs the infinitive behind it, or frames a clause ("I can tell you that"). */
  private own(t: number): number {
    const { ground } = this;
    for (let child = ground.tree.firstChild(t); child >= 0; child = ground.tree.nextChild(child)) {
      if (ground.owner[child] !== ground.owner[t]) continue;
      const relation = ground.relation(child);
      if (relation === 'xcomp' && this.governs(t, child)) return PASSED;
      if (relation === 'ccomp' && this.frames(t, child)) return PASSED;
    }
    return CLAIM;
  }

  /** "I can tell you that", "it is clear that", "this shows that": speaking of oneself, or of nothing. */
  private frames(t: number, clause: number): boolean {
    const { ground } = this;
    if (!this.isPredicate(clause)) return false;
    const subject = ground.child(t, 'nsubj');
    const word = subject < 0 ? '' : ground.word(subject);
    return leadsCue(ground.lemma(t)) && (word === 'i' || word === 'we' || word === 'it' || subject < 0);
  }

  /** Whether a verb or adjective only says how the infinitive behind it is meant, and whose it is not. */
  private governs(t: number, infinitive: number): boolean {
    const { ground } = this;
    if (infinitive < t || !this.isPredicate(infinitive)) return false;
    const lemma = ground.lemma(t);
    if (!GOVERNORS.has(lemma) && !(lemma === 'be' && this.isTo(infinitive))) return false;
    const object = ground.child(t, 'obj');
    if (object > t && object < infinitive) return false;
    return this.isTo(infinitive) || ground.tag(infinitive) === 'VBG';
  }

  private isTo(t: number): boolean {
    const mark = this.ground.child(t, 'mark');
    return mark >= 0 && this.ground.tag(mark) === 'TO';
  }

  /** The governors of a predicate, from the outermost inwards. */
  private governorsOf(t: number): number[] {
    const governors: number[] = [];
    for (let at = t; governors.length < MOST_GOVERNORS && this.ground.relation(at) === 'xcomp'; ) {
      at = this.ground.head(at);
      if (at < 0 || this.states[at] !== PASSED) break;
      governors.unshift(at);
    }
    return governors;
  }

  /** The predicate that a governor leads to; itself for others. */
  private innermost(t: number): number {
    let at = t;
    for (let step = 0; step < MOST_GOVERNORS && this.stateOf(at) === PASSED; step++) {
      const next = this.ground.child(at, 'xcomp');
      if (next < 0) break;
      at = next;
    }
    return at;
  }

  private isPredicate(t: number): boolean {
    const { ground } = this;
    const tag = ground.tag(t);
    if (tag.startsWith('VB')) return ground.relation(t) !== 'aux' && ground.relation(t) !== 'aux:pass';
    if (ground.child(t, 'cop') >= 0) return true;
    if (ground.relation(t) === 'xcomp' && this.isTo(t)) return true;
    if (this.isHeadlineVerb(t)) return true;
    // Some verbs are tagged as nouns, in headlines above all: what has a subject is a predicate.
    return /^(?:NN|NNS|NNP|JJ|IN|RB)$/.test(tag) && ground.child(t, 'nsubj') >= 0 && ground.relation(t) !== 'nmod';
  }

  /** "12 killed as ferry sinks": what the parse takes for a noun behind "as" is a verb in a headline. */
  private isHeadlineVerb(t: number): boolean {
    const { ground } = this;
    if (ground.isHeadline[t] === 0 || ground.tag(t) !== 'NNS' || ground.relation(t) !== 'obl') return false;
    const opener = ground.child(t, 'case');
    return (
      opener >= 0 &&
      (ground.word(opener) === 'as' || ground.word(opener) === 'after') &&
      ground.child(t, 'compound') >= 0
    );
  }

  private isUnderNone(t: number): boolean {
    return this.isPredicate(t) && this.stateOf(t) === NONE;
  }

  /** Whether a condition, a question or a purpose opens a clause. */
  private opensNone(t: number): boolean {
    const { ground } = this;
    for (let child = ground.tree.firstChild(t); child >= 0 && child < t; child = ground.tree.nextChild(child)) {
      const relation = ground.relation(child);
      if ((relation === 'mark' || relation === 'advmod') && OPENERS_OF_NONE.has(ground.word(child))) return true;
      if (relation === 'mark' && ground.tag(child) === 'TO') return true;
    }
    return false;
  }

  private isFinite(t: number): boolean {
    const { ground } = this;
    if (/^VB[DPZ]$/.test(ground.tag(t))) return true;
    return ground.child(t, 'aux') >= 0 || this.copulaOf(t) >= 0;
  }

  private hasSubject(t: number): boolean {
    return this.ground.child(t, 'nsubj') >= 0;
  }

  private isSubjectRelative(t: number): boolean {
    const { ground } = this;
    if (!this.isFinite(t)) return false;
    const subject = ground.child(t, 'nsubj');
    return subject >= 0 && subject < t && RELATIVE_PRONOUNS.has(ground.word(subject));
  }
}
