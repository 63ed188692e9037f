/**
 * When and where a claim happened: the moment that hangs on its predicate, on a verb that governs it, or on an event beside it; and the
 * place that an expression of place names. A moment of saying is never one, nor is a length of time. Nothing is taken from elsewhere.
 */
import { tokensIn } from '../acts/sentence-words.ts';
import type { Moment } from '../reading.ts';
import type { Clause } from './find-clauses.ts';
import type { Ground } from './ground.ts';
import type { SlotHeads } from './read-slots.ts';

/** Prepositions of where something happens; ways to and from a place stay arguments. */
const PLACING: ReadonlySet<string> = new Set(
  `in at near off on outside inside beside around above below beneath under across along opposite over of within beyond between throughout
   downstream upstream north south east west`.split(/\s+/),
);
const WAYS: ReadonlySet<string> = new Set(
  'to from into onto through toward towards for against with by about'.split(' '),
);
/** Steps down a phrase to a place's name: "off the village of Harsel". */
const MOST_STEPS = 3;

/** Finds the circumstances of the claims of one document. */
export class CircumstanceFinder {
  private readonly ground: Ground;
  /** The moments of events by the token that they hang on. */
  private readonly moments: ReadonlyMap<number, readonly Moment[]>;
  /** Index of the place that each token is part of, or −1. */
  private readonly places: Int32Array;

  constructor(ground: Ground) {
    this.ground = ground;
    this.moments = momentsByAnchor(ground);
    this.places = placesByToken(ground);
  }

  /**
   * The id of the moment of a clause, or null.
   *
   * @example
   * circumstances.when(clause, heads); // 'mom_…' of "died on Monday"
   */
  when({ verb, copula, governors, conjunct }: Clause, { subject, object }: SlotHeads): string | null {
    const found = this.best([verb, copula, ...governors], verb) ?? this.besides(verb);
    // "The current is strong": a word of the subject is no time.
    const isSlot = (t: number): boolean =>
      t >= 0 && found !== null && found.start <= this.ground.tokens.start[t] && this.ground.tokens.start[t] < found.end;
    const own = isSlot(subject) || isSlot(object) ? null : found;
    if (own) return own.id;
    // "On Sunday the army closed the road and searched two villages": what stands before both is of both.
    if (conjunct < 0 || this.ground.child(verb, 'nsubj') >= 0) return null;
    const shared = this.best([conjunct], verb);
    return shared && shared.start < this.ground.tokens.start[conjunct] ? shared.id : null;
  }

  /** The id of the place of a clause, or null. */
  where({ verb, governors }: Clause, { subject, object, voice }: SlotHeads): string | null {
    for (const at of [verb, ...governors.toReversed()]) {
      const place = this.placeOn(at);
      if (place >= 0) return this.ground.document.places![place].id;
    }
    // "damaged houses in Velden", "two gates at Gradna stood open".
    const patient = object >= 0 && voice !== 'copula' ? object : subject;
    const place = patient < 0 ? -1 : this.placeUnder(patient, 'nmod');
    return place < 0 ? null : this.ground.document.places![place].id;
  }

  /** Whether a word is part of a place or of a time, so that it is no other part of a claim. */
  isCircumstance(t: number): boolean {
    return this.places[t] >= 0 || this.ground.isTime[t] !== 0;
  }

  private best(tokens: readonly number[], near: number): Moment | null {
    let best: Moment | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const t of tokens) {
      for (const moment of t < 0 ? [] : (this.moments.get(t) ?? [])) {
        // What has a date before what has none, an interval before its ends, then the nearest.
        const cost =
          (moment.edtf === null ? 2e9 : 0) +
          (moment.timex === null ? 0 : 1e9) +
          Math.abs(moment.start - this.ground.tokens.start[near]);
        if (cost >= least) continue;
        least = cost;
        best = moment;
      }
    }
    return best;
  }

  /** "killed in a crash on Monday": the time of what it happened in. */
  private besides(verb: number): Moment | null {
    const { ground } = this;
    for (let child = ground.tree.firstChild(verb); child >= 0; child = ground.tree.nextChild(child)) {
      const relation = ground.relation(child);
      if (relation !== 'obl' && !relation.startsWith('obl:u')) continue;
      const preposition = ground.child(child, 'case');
      if (relation === 'obl' && (preposition < 0 || !DURING.has(ground.word(preposition)))) continue;
      const found = this.best([child], child);
      if (found) return found;
    }
    return null;
  }

  private placeOn(verb: number): number {
    const { ground } = this;
    const particle = ground.child(verb, 'compound:prt');
    for (let child = ground.tree.firstChild(verb); child >= 0; child = ground.tree.nextChild(child)) {
      const relation = ground.relation(child);
      if (relation.startsWith('obl') || relation === 'advmod') {
        const place = this.placeIn(child, 0);
        if (place >= 0) return place;
      }
      // "sank off Velden", where the parse takes "off" for a part of the verb.
      if (
        relation === 'obj' &&
        particle >= 0 &&
        particle + 1 === ground.tree.left(child) &&
        PLACING.has(ground.word(particle))
      ) {
        const place = this.placeIn(child, 1);
        if (place >= 0) return place;
      }
    }
    // "was under water near Velden": the complement is the predicate itself.
    return ground.child(verb, 'cop') >= 0 && ground.child(verb, 'case') >= 0
      ? this.placeIn(verb, 0)
      : this.placeUnder(verb, 'nmod');
  }

  private placeUnder(head: number, relation: string): number {
    const { ground } = this;
    for (let child = ground.tree.firstChild(head); child >= 0; child = ground.tree.nextChild(child)) {
      if (child < head || ground.relation(child) !== relation) continue;
      const preposition = ground.child(child, 'case');
      if (preposition < 0 || !NEAR_NOUNS.has(ground.word(preposition))) continue;
      const place = this.placeIn(child, 0);
      if (place >= 0) return place;
    }
    return -1;
  }

  /** The place in a phrase of place: its head, or a name that hangs on it. */
  private placeIn(head: number, step: number): number {
    const { ground } = this;
    const preposition = ground.child(head, 'case');
    const word = preposition < 0 ? '' : ground.word(preposition);
    if (step === 0 && (WAYS.has(word) || (preposition >= 0 && !PLACING.has(word)))) return -1;
    if (this.places[head] >= 0) return this.places[head];
    if (step >= MOST_STEPS) return -1;
    for (let child = ground.tree.firstChild(head); child >= 0; child = ground.tree.nextChild(child)) {
      const relation = ground.relation(child);
      if (!/^(?:nmod|obl|compound|flat|appos)/.test(relation)) continue;
      const inner = ground.child(child, 'case');
      if (relation === 'nmod' && inner >= 0 && !PLACING.has(ground.word(inner))) continue;
      const place = this.placeIn(child, step + 1);
      if (place >= 0) return place;
    }
    return -1;
  }
}

/** Prepositions of the event in which something happened. */
const DURING: ReadonlySet<string> = new Set(['in', 'during', 'at', 'on']);
/** Prepositions behind a noun that say where it is. */
const NEAR_NOUNS: ReadonlySet<string> = new Set(['in', 'at', 'near', 'off', 'outside', 'on']);

function momentsByAnchor({ document, tokens }: Ground): Map<number, Moment[]> {
  const moments = new Map<number, Moment[]>();
  for (const moment of document.moments ?? []) {
    if (moment.anchor?.kind !== 'event') continue;
    if (moment.timex?.type === 'DURATION' && moment.basis !== 'relative:event') continue;
    const { first } = tokensIn(tokens, moment.anchor.spans[0]);
    const list = moments.get(first);
    if (list) list.push(moment);
    else moments.set(first, [moment]);
  }
  return moments;
}

function placesByToken({ document, tokens }: Ground): Int32Array {
  const places = new Int32Array(tokens.length).fill(-1);
  for (const [p, { start, end, adjective }] of (document.places ?? []).entries()) {
    if (adjective) continue;
    const { first, last } = tokensIn(tokens, [start, end]);
    places.fill(p, first, last);
  }
  return places;
}
