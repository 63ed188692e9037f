/** Which draft a name is, what a draft is called in full, and which drafts a mention may mean that coreference leaves open. */
import type { Mention } from '../../text/document.ts';
import type { Range } from '../acts/sentence-words.ts';
import type { ActorBook, Draft } from './actor-book.ts';
import type { DraftTypes } from './draft-types.ts';
import { asSource, type Found, nobody, one } from './found.ts';
import type { Ground } from './ground.ts';

/** From which probability candidates that turn out to be one are taken for sure. */
const SURE = 0.6;
const ONE_PERSON = /^(?:he|she|him|his|her|hers)$/;

/**
 * The drafts of one document's sources.
 *
 * @example
 * drafts.fullName(draft); // 'Ada Lund'
 */
export class SourceDrafts {
  private readonly ground: Ground;
  private readonly types: DraftTypes;
  private readonly book: ActorBook;
  /** Entities by their longest name; made where it is first asked for. */
  private named: Map<string, number> | null = null;

  constructor(ground: Ground, types: DraftTypes, book: ActorBook) {
    this.ground = ground;
    this.types = types;
    this.book = book;
  }

  /** The draft of a name: of its mention's entity, of one that has the same name, or of its own. */
  ofName(name: Range): Draft {
    const { ground, book } = this;
    const mention = ground
      .mentionsOver(name.last - 1)
      .map((m) => ground.mentions[m])
      .find(({ kind, entity }) => kind === 'name' && entity !== null);
    const entity = mention?.entity ?? this.entityNamed(ground.textOf(name));
    return entity === undefined ? book.ofName(name) : book.ofEntity(entity);
  }

  /** The longest name, or the first words where it has none. */
  fullName(draft: Draft): string {
    const { ground } = this;
    for (const e of draft.entities) {
      const { name } = ground.document.entities![e];
      if (name !== null) return ground.textOf(ground.mentions[name]);
    }
    return ground.textOf(draft.names[0] ?? this.book.firstOf(draft));
  }

  /** Whether a pronoun may mean a draft: "she" is no ministry. */
  isFit(pronoun: string, draft: Draft): boolean {
    return !ONE_PERSON.test(pronoun) || this.types.mayBeOnePerson(draft);
  }

  /** What a mention that is open may be. */
  uncertain({ candidates, why, first, last }: Mention): Found {
    const words = this.ground.textOf({ first, last });
    // Entities that coreference holds apart may be one by now.
    const shares = new Map<Draft, number>();
    for (const { entity, probability } of candidates) {
      const draft = this.book.ofEntity(entity);
      if (!this.isFit(words.toLowerCase(), draft)) continue;
      shares.set(draft, (shares.get(draft) ?? 0) + probability);
    }
    const fit = [...shares].map(([draft, probability]) => ({ draft, probability }));
    if (fit.length === 0) return nobody(`${words}: nobody it could mean`);
    if (fit.length === 1 && candidates.length > 1 && fit[0].probability >= SURE)
      return one(
        fit[0].draft,
        'implied',
        `${words} → ${this.fullName(fit[0].draft)}`,
        'all that it could mean are one',
      );
    const reason = fit.length === 1 ? 'not sure' : `${fit.length} it could mean`;
    return {
      resolution: 'uncertain',
      drafts: fit.map(({ draft, probability }) => ({ draft: asSource(draft), probability })),
      isJoint: false,
      why: [`${words}: ${reason}`, ...(why ? [why] : [])],
    };
  }

  private entityNamed(words: string): number | undefined {
    if (this.named === null) {
      this.named = new Map();
      for (const [e, { name }] of (this.ground.document.entities ?? []).entries())
        if (name !== null) this.named.set(this.ground.textOf(this.ground.mentions[name]), e);
    }
    return this.named.get(words);
  }
}
