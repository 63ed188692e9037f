/**
 * The words of a noun phrase, and who it mentions: from its first word to its last before a relative clause, an apposition or a time.
 * Each word of the phrase is looked at a fixed number of times.
 */
import { RELATIONS } from '../../language/parse/relations.ts';
import { type Range, tokensIn } from '../acts/sentence-words.ts';
import type { Slot } from './claim.ts';
import type { Ground } from './ground.ts';
import { NEGATIONS } from './modal-words.ts';

/** What stands before a noun phrase and is no part of it. */
const OUTSIDE_BEFORE = relationTable(
  'case mark cc cop aux aux:pass nsubj nsubj:pass nsubj:outer expl punct advcl discourse parataxis obl obl:unmarked cc:preconj',
);
/** What goes on with a noun phrase behind its head. */
const GOES_ON = relationTable(
  `nmod nmod:poss nmod:unmarked nmod:desc flat compound nummod amod det fixed goeswith appos conj cc case advmod`,
);
const [PUNCT, APPOS, NMOD, ADVMOD, CONJ] = ['punct', 'appos', 'nmod', 'advmod', 'conj'].map((name) =>
  RELATIONS.indexOf(name),
);
/** Words between those of one phrase that are gone over, should the tree be deep. */
const MOST_DEPTH = 24;

/** Reads phrases of one document. */
export class PhraseReader {
  private readonly ground: Ground;
  /** Which actor each token mentions, by its index; −1 for none. */
  private readonly actors: Int32Array;

  constructor(ground: Ground) {
    this.ground = ground;
    this.actors = actorsByToken(ground);
  }

  /**
   * The phrase that a word heads.
   *
   * @param from its first token at the earliest
   * @example
   * phrases.slot(1); // { text: 'The ferry', actor: null, … }
   */
  slot(head: number, from = 0): Slot {
    const range = this.rangeOf(head, from);
    const actor = this.actors[head];
    const span = this.ground.spanOf(range);
    return {
      spans: [span],
      text: this.ground.document.text.slice(...span),
      actor: actor < 0 ? null : this.ground.document.actors![actor].id,
    };
  }

  /** The tokens of the phrase that a word heads. */
  rangeOf(head: number, from = 0): Range {
    const { tree } = this.ground;
    let first = head;
    for (let child = tree.firstChild(head); child >= 0 && child < head; child = tree.nextChild(child)) {
      // A hyphen or a comma between the words of the phrase is one of them.
      if (relationAt(this.ground, child) === PUNCT && first !== head) continue;
      const isOutside = OUTSIDE_BEFORE[relationAt(this.ground, child)] !== 0 || NEGATIONS.has(this.ground.word(child));
      if (isOutside || this.ground.isTime[child] !== 0) first = head;
      else if (first === head) first = tree.left(child);
    }
    // "as many as 60 people", "up to three gates".
    while (first > from && this.ground.isQuantity[first - 1] !== 0 && this.ground.isQuantity[first] !== 0) first--;
    first = Math.max(first, from);
    while (first < head && this.hangsOver(first, head)) first++;
    return { first, last: this.lastOf(head, 0) + 1 };
  }

  /** A dash, or the "that" of a clause that was taken for the first word of its subject. */
  private hangsOver(t: number, head: number): boolean {
    const tag = this.ground.tag(t);
    if (tag === ':' || tag === ',' || tag === 'HYPH' || this.ground.word(t) === '-') return true;
    return this.ground.word(t) === 'that' && /^NNP?S$/.test(this.ground.tag(head));
  }

  /** The last token of a phrase before what only tells more of it. */
  private lastOf(head: number, depth: number): number {
    const { tree } = this.ground;
    let last = head;
    let pending = -1;
    if (depth > MOST_DEPTH) return last;
    for (let child = tree.firstChild(head); child >= 0; child = tree.nextChild(child)) {
      if (child < head) continue;
      const relation = relationAt(this.ground, child);
      if (relation === PUNCT) {
        // A mark counts only where the phrase goes on behind it.
        if (!/^(?:,|-|–|''|``|:)$/.test(this.ground.tag(child)) && this.ground.word(child) !== '-') break;
        if (this.ground.word(child) === ',') pending = child;
        continue;
      }
      if (GOES_ON[relation] === 0 || this.ground.isTime[child] !== 0) break;
      if ((relation === APPOS || relation === NMOD) && pending >= 0) break;
      if (relation === ADVMOD && child > last + 1) break;
      if (relation === CONJ && this.isClause(child)) break;
      pending = -1;
      last = Math.max(last, this.lastOf(child, depth + 1));
    }
    return last;
  }

  private isClause(t: number): boolean {
    return (
      this.ground.child(t, 'nsubj') >= 0 || this.ground.child(t, 'cop') >= 0 || /^VB[DZP]$/.test(this.ground.tag(t))
    );
  }
}

const relationAt = ({ tokens }: Ground, t: number): number => tokens.relation[t];

/** 1 for each relation that is named. */
function relationTable(names: string): Uint8Array {
  const wanted = new Set(names.split(' '));
  return Uint8Array.from(RELATIONS, (name) => (wanted.has(name) ? 1 : 0));
}

/** Shorter mentions keep their words where longer ones hold them. */
function actorsByToken({ document, tokens }: Ground): Int32Array {
  const actors = new Int32Array(tokens.length).fill(-1);
  const mentions = (document.actors ?? []).flatMap((actor, a) => actor.mentions.map((span) => ({ a, span })));
  mentions.sort((x, y) => y.span[1] - y.span[0] - (x.span[1] - x.span[0]));
  for (const { a, span } of mentions) {
    const { first, last } = tokensIn(tokens, span);
    actors.fill(a, first, last);
  }
  return actors;
}
