/**
 * Whom "the official" may mean where coreference does not say: sources that the article has described before by the same noun, whether
 * coreference knows them or not. Cost: a look at a dozen places a noun.
 */
import type { Mention } from '../../text/document.ts';
import type { ActorBook, Draft } from './actor-book.ts';
import type { Ground } from './ground.ts';
import type { Description } from './read-description.ts';
import type { SameNouns } from './same-nouns.ts';

/** Whom a definite description may mean by its noun alone, and why. */
export interface Told {
  readonly drafts: readonly Draft[];
  readonly why: string;
}

const NOT_TOLD: Told = { drafts: [], why: '' };

/** Candidates beyond which a description is taken for somebody of its own. */
const MOST_OPEN = 4;
/** Sources of one noun beyond which "the official" is nobody in particular. */
const MOST_DESCRIBED = 12;

/**
 * What one document has told before a word.
 *
 * @example
 * told.of(description, undefined).why; // 'the only minister before it'
 */
export class ToldBefore {
  private readonly ground: Ground;
  private readonly nouns: SameNouns;
  private readonly book: ActorBook;
  /** By noun, where a source was described of which coreference has no mention. */
  private readonly described = new Map<string, { readonly token: number; readonly draft: Draft }[]>();

  constructor(ground: Ground, nouns: SameNouns, book: ActorBook) {
    this.ground = ground;
    this.nouns = nouns;
    this.book = book;
  }

  /** Notes that a source is described at a token, by the noun there or by another one. */
  note(token: number, draft: Draft, noun = this.ground.lower(token)): void {
    const list = this.described.get(noun) ?? [];
    if (list.length < MOST_DESCRIBED) list.push({ token, draft });
    this.described.set(noun, list);
  }

  /**
   * Whom "the official" may mean where coreference does not say: the officials that the article has told of before, or one of them
   * alone where only that one stands in the same paragraph, or else in the one before.
   */
  of(description: Description, mention: Mention | undefined): Told {
    const { head, first, last, isDefinite, isPlural } = description;
    if (!isDefinite || isPlural || first !== head - 1 || last !== head + 1 || mention?.kind === 'name') return NOT_TOLD;
    if (mention?.entity != null) {
      const draft = this.book.ofEntity(mention.entity);
      const before = this.book
        .mentionsOf(draft)
        .some((other) => other.kind !== 'pronoun' && other.first < mention.first);
      if (draft.names.length > 0 || before) return NOT_TOLD;
    }
    const noun = this.ground.lower(head);
    const told = this.nouns.before(head).map(({ token, entity }) => ({ token, draft: this.book.ofEntity(entity) }));
    for (const local of this.described.get(noun) ?? []) if (local.token < head) told.push(local);
    const all = new Set(told.map(({ draft }) => draft));
    if (all.size === 1) return { drafts: [...all], why: `the only ${noun} before it` };
    const block = this.ground.blockOf(head);
    for (const nearest of [block, block - 1]) {
      const near = new Set(
        told.filter(({ token }) => this.ground.blockOf(token) === nearest).map(({ draft }) => draft),
      );
      if (near.size === 1)
        return {
          drafts: [...near],
          why: `the only ${noun} ${nearest === block ? 'before it in its' : 'in the'} paragraph${nearest === block ? '' : ' before'}`,
        };
      if (near.size > 1) break;
    }
    return all.size <= MOST_OPEN
      ? { drafts: [...all], why: `the article has told of ${all.size} by the word "${noun}"` }
      : NOT_TOLD;
  }
}
