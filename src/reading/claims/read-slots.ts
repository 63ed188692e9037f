/**
 * Who does what to whom: subject, object and the other parts of a clause, by the parse. Passives are turned, so that who does it is
 * always the subject and whom it is done to the object; "X is Y" has Y as its object; a relative pronoun stands for its noun; a second
 * verb shares the subject of the first. A fixed number of looks at each word that hangs on the predicate.
 */
import type { ClaimArgument, Predicate } from './claim.ts';
import type { Clause } from './find-clauses.ts';
import type { Ground } from './ground.ts';

/** The heads of the slots of a clause; −1 where one is empty. */
export interface SlotHeads {
  readonly subject: number;
  readonly object: number;
  readonly voice: Predicate['voice'];
}

const PRONOUNS: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom']);
/** "17 deaths": who and what stand behind prepositions. */
const NOMINAL: SlotHeads = { subject: -1, object: -1, voice: 'nominal' };
const PARTICIPLE = /^VB[ND]$/;

/** Reads the slots of clauses; those of a clause before are kept for the ones that share its subject. */
export class SlotReader {
  private readonly ground: Ground;
  private readonly known = new Map<number, SlotHeads>();

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /**
   * The heads of subject and object.
   *
   * @example
   * slots.heads(clause); // of "The warehouse was destroyed by fire": { subject: 5, object: 1, voice: 'passive' }
   */
  heads(clause: Clause): SlotHeads {
    const isNominal = clause.copula < 0 && this.isNominal(clause.verb);
    const found = clause.copula >= 0 ? this.ofCopula(clause) : isNominal ? NOMINAL : this.ofVerb(clause);
    this.known.set(clause.verb, found);
    return found;
  }

  private isNominal(t: number): boolean {
    const { ground } = this;
    if (!ground.tag(t).startsWith('NN') || ground.isHeadline[t] !== 0) return false;
    return ground.child(t, 'nsubj') < 0 && ground.relation(t) !== 'xcomp';
  }

  private ofCopula(clause: Clause): SlotHeads {
    const { ground } = this;
    const { verb } = clause;
    const isPlace = ground.child(verb, 'case') >= 0;
    return { subject: this.subjectOf(clause), object: isPlace ? -1 : verb, voice: 'copula' };
  }

  private ofVerb(clause: Clause): SlotHeads {
    const { ground } = this;
    const { verb } = clause;
    if (this.isPassive(clause)) {
      return { subject: this.agentOf(verb), object: this.subjectOf(clause), voice: 'passive' };
    }
    const object = this.objectOf(verb);
    const isPredicative =
      ground.lemma(verb) === 'be' || ground.lemma(verb) === 'stand' || ground.lemma(verb) === 'become';
    const xcomp = object < 0 && isPredicative ? ground.child(verb, 'xcomp') : -1;
    const isComplement = xcomp > verb && /^(?:NN|JJ|VBN)/.test(ground.tag(xcomp));
    return { subject: this.subjectOf(clause), object: isComplement ? xcomp : object, voice: 'active' };
  }

  /** The last of two objects ("gave the committee three letters"); and what a number hides: "damaged 30 to 40 houses", "released up to 300". */
  private objectOf(verb: number): number {
    const { ground } = this;
    let object = -1;
    for (let child = ground.tree.firstChild(verb); child >= 0; child = ground.tree.nextChild(child)) {
      const relation = ground.relation(child);
      if (relation === 'obj' && !this.isPlaced(verb, child)) object = child;
      else if (object < 0 && relation === 'obl' && child > verb && this.isCountedBy(child)) object = child;
    }
    return object;
  }

  /** Whether the preposition of a phrase is part of a number: "30 to 40 houses". */
  private isCountedBy(t: number): boolean {
    const { isQuantity, tree } = this.ground;
    const preposition = this.ground.child(t, 'case');
    return preposition < 0 ? isQuantity[tree.left(t)] !== 0 : isQuantity[preposition] !== 0;
  }

  /** "sank off Velden": a name right behind "off" is where, not what. */
  private isPlaced(verb: number, object: number): boolean {
    const particle = this.ground.child(verb, 'compound:prt');
    if (particle < 0 || this.ground.word(particle) !== 'off') return false;
    return particle + 1 === this.ground.tree.left(object) && this.ground.tag(object).startsWith('NNP');
  }

  /** "was closed", "12 killed" in a headline, "to be closed". */
  private isPassive({ verb, conjunct }: Clause): boolean {
    const { ground } = this;
    if (ground.child(verb, 'aux:pass') >= 0 || ground.child(verb, 'nsubj:pass') >= 0) return true;
    if (!PARTICIPLE.test(ground.tag(verb))) return false;
    // "were pulled out and taken ashore": the second participle shares the auxiliary of the first.
    if (conjunct >= 0 && this.known.get(conjunct)?.voice === 'passive' && ground.child(verb, 'nsubj') < 0)
      return ground.child(verb, 'obj') < 0 && ground.child(verb, 'aux') < 0;
    return (
      ground.tag(verb) === 'VBN' &&
      ground.child(verb, 'aux') < 0 &&
      ground.child(verb, 'obj') < 0 &&
      this.isClipped(verb)
    );
  }

  /** A participle that is the predicate of a headline: "12 killed as ferry sinks". */
  private isClipped(verb: number): boolean {
    return this.ground.isHeadline[verb] !== 0;
  }

  private agentOf(verb: number): number {
    const { ground } = this;
    for (let child = ground.tree.firstChild(verb); child >= 0; child = ground.tree.nextChild(child)) {
      if (child < verb || !ground.relation(child).startsWith('obl')) continue;
      const by = ground.child(child, 'case');
      if (by >= 0 && ground.word(by) === 'by' && (ground.relation(child) === 'obl:agent' || this.isSomebody(child)))
        return child;
    }
    return -1;
  }

  /** Not "by Monday", "by ten per cent", "by telephone". */
  private isSomebody(t: number): boolean {
    return /^(?:NNPS?|PRP)$/.test(this.ground.tag(t)) && !this.ground.word(t).endsWith('day');
  }

  /** What the subject of the words is, be it who does it or whom it is done to. */
  private subjectOf({ verb, governors, conjunct }: Clause): number {
    const { ground } = this;
    for (const at of [verb, ...governors.toReversed()]) {
      const own = this.ownSubject(at);
      if (own >= 0) return own;
    }
    // "and there was only shouting": nobody's.
    if (ground.child(verb, 'expl') >= 0) return -1;
    const shared = conjunct < 0 ? undefined : this.known.get(conjunct);
    if (shared) return shared.voice === 'passive' ? shared.object : shared.subject;
    const top = governors[0] ?? verb;
    const head = ground.head(top);
    if (head < 0) return -1;
    // "12 killed", "Court to hear case", "as ferry sinks".
    if (ground.isHeadline[verb] !== 0) {
      const noun = ground.relation(top) === 'acl' ? head : ground.child(verb, 'compound');
      return noun >= 0 && noun < verb ? noun : -1;
    }
    return ground.owner[head] === ground.owner[verb] ? -1 : this.controllerOf(top, head);
  }

  /** Who is to do what an infinitive or a participle names that a cue governs: "the firm promised to pay", "denied ordering", "urged them to leave". */
  private controllerOf(verb: number, cue: number): number {
    const { ground } = this;
    const tag = ground.tag(verb);
    const isBare = tag === 'VBG' || (tag === 'VB' && ground.child(verb, 'aux') < 0);
    if (!isBare || !/^(?:xcomp|ccomp|advcl)$/.test(ground.relation(verb)) || !ground.tag(cue).startsWith('VB'))
      return -1;
    const object = ground.child(cue, 'obj');
    if (object > cue && object < verb) return object;
    return ground.child(cue, 'aux:pass') >= 0 ? ground.child(cue, 'nsubj:pass') : this.ownSubject(cue);
  }

  private ownSubject(at: number): number {
    const { ground } = this;
    const subject = ground.child(at, 'nsubj');
    if (subject < 0) return -1;
    if (!PRONOUNS.has(ground.word(subject)) || !ground.relation(at).startsWith('acl')) return subject;
    const antecedent = ground.head(at);
    return antecedent >= 0 && antecedent < at ? antecedent : subject;
  }

  /** The heads of the other parts, each with how it hangs on the clause; times and places are told apart by who asks. */
  others(
    { verb, copula }: Clause,
    { subject, object, voice }: SlotHeads,
  ): { head: number; relation: ClaimArgument['relation'] }[] {
    const { ground } = this;
    const found: { head: number; relation: string }[] = [];
    // "is under water": the complement itself.
    const placed = copula >= 0 ? ground.child(verb, 'case') : -1;
    if (placed >= 0) found.push({ head: verb, relation: this.wholePreposition(placed) });
    for (let child = ground.tree.firstChild(verb); child >= 0; child = ground.tree.nextChild(child)) {
      if (child === subject || child === object) continue;
      const relation = ground.relation(child);
      if (relation === 'xcomp' && /^(?:JJ|NN|VBN)/.test(ground.tag(child)) && ground.child(child, 'mark') < 0)
        found.push({ head: child, relation: 'complement' });
      else if (relation === 'iobj' || (relation === 'obj' && child < object))
        found.push({ head: child, relation: 'recipient' });
      else if (relation === 'obl' || relation === 'obl:agent' || (voice === 'nominal' && relation === 'nmod')) {
        const preposition = ground.child(child, 'case');
        // "according to" says whose words they are.
        if (preposition < 0 || ground.word(preposition) === 'according') continue;
        found.push({ head: child, relation: this.wholePreposition(preposition) });
      } else if (relation === 'obj' && this.isPlaced(verb, child)) found.push({ head: child, relation: 'off' });
    }
    return found;
  }

  /** "because of", "out of": a preposition with the words that are fixed to it. */
  private wholePreposition(preposition: number): string {
    const { ground } = this;
    let words = ground.word(preposition);
    for (let t = preposition + 1; ground.relation(t) === 'fixed' && ground.head(t) === preposition; t++)
      words += ` ${ground.word(t)}`;
    return words;
  }
}
