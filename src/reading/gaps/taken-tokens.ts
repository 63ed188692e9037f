/**
 * Which tokens are parts of statements, so that the rules find nothing there. A statement of the tagger that is hardly surer than not gives way
 * where it stands wholly in what somebody is said to have said: "She faxed the list, she said" is no statement with the cue "faxed".
 */
import type { Range } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument } from '../reading.ts';
import { rangesOf } from '../relays/role-of.ts';
import { tokensOfRoles } from './change-statement.ts';
import type { Found } from './find-unfound.ts';

/** Statements of less confidence give way. */
const SURE = 0.6;

export class TakenTokens {
  private readonly document: ReadDocument;
  private readonly statements: readonly Attribution[];
  /** The number of the statement that each token is a part of, from 1; 0 for none. */
  private readonly owners: Int32Array;
  private readonly weak: readonly (readonly Range[] | null)[];

  constructor(document: ReadDocument, statements: readonly Attribution[]) {
    this.document = document;
    this.statements = statements;
    this.owners = new Int32Array(document.tokens!.length);
    const roles = statements.map((statement) => tokensOfRoles(document, statement));
    for (const [n, ranges] of roles.entries())
      for (const { first, last } of ranges) this.owners.fill(n + 1, first, last);
    this.weak = statements.map(({ confidence }, n) => (confidence < SURE ? roles[n] : null));
  }

  /** Whether every word of a sentence but its last, the full stop, is a part of a statement: then nobody else can speak there. */
  isAll({ first, last }: Range): boolean {
    for (let t = first; t < last - 1; t++) if (this.owners[t] === 0) return false;
    return true;
  }

  /**
   * Whether no statement is in the way of one.
   *
   * @example
   * taken.isFree({ source: { first: 4, last: 5 }, cue: { first: 5, last: 6 }, content: [{ first: 0, last: 3 }] }); // true
   */
  isFree({ source, cue, content }: Found): boolean {
    if ([...(source === null ? [] : [source]), cue].some((range) => this.ownersOf(range).length > 0)) return false;
    const isBehind = content.every(({ last }) => last <= cue.first);
    return content
      .flatMap((range) => this.ownersOf(range))
      .every((owner) => isBehind && source !== null && this.weak[owner - 1]?.every((range) => isIn(range, content)));
  }

  /** The statements but for those that give way to others. */
  without(found: readonly Attribution[]): Attribution[] {
    const gone = new Set(
      found.flatMap(({ content }) => rangesOf(this.document, content)).flatMap((range) => this.ownersOf(range)),
    );
    return this.statements.filter((_, n) => !gone.has(n + 1));
  }

  private ownersOf({ first, last }: Range): number[] {
    return [...new Set(this.owners.subarray(first, last))].filter((owner) => owner > 0);
  }
}

function isIn({ first, last }: Range, content: readonly Range[]): boolean {
  return content.some((part) => part.first <= first && last <= part.last);
}
