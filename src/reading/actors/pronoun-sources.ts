/** Sources that are pronouns: whom they stand for, who "I" is inside of a quotation and outside, and the noun before "who". */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import type { ActorBook } from './actor-book.ts';
import type { DescribedSources } from './described-sources.ts';
import type { EnclosingStatements } from './enclosing-statements.ts';
import { type Found, nobody, one } from './found.ts';
import type { Ground } from './ground.ts';
import { nounBefore } from './noun-before.ts';
import { readDescription } from './read-description.ts';
import type { SourceDrafts } from './source-drafts.ts';

/**
 * The pronouns of one document.
 *
 * @example
 * pronouns.ofRelative(7, words).why; // ['who → a clerk']
 */
export class PronounSources {
  private readonly ground: Ground;
  private readonly book: ActorBook;
  private readonly drafts: SourceDrafts;
  private readonly described: DescribedSources;
  private readonly enclosing: EnclosingStatements;
  private readonly ofStatement: (position: number) => Found | null;

  /** @param ofStatement who the source of the statement at a position is; null where it has none */
  constructor(
    ground: Ground,
    book: ActorBook,
    drafts: SourceDrafts,
    described: DescribedSources,
    enclosing: EnclosingStatements,
    ofStatement: (position: number) => Found | null,
  ) {
    this.ground = ground;
    this.book = book;
    this.drafts = drafts;
    this.described = described;
    this.enclosing = enclosing;
    this.ofStatement = ofStatement;
  }

  /**
   * Whom a pronoun stands for.
   *
   * @param position of the statement that it is the source of; none for a side
   */
  ofPronoun(range: Range, words: SentenceWords, position: number | undefined): Found {
    const { ground } = this;
    const t = range.first;
    const pronoun = words.lower(t) === 'i' ? 'I' : words.lower(t);
    if (/^(?:I|me|my|we|us|our)$/.test(pronoun)) return this.ofFirstPerson(range, pronoun, position);
    if (/^you/.test(pronoun)) return nobody('you: the reader');
    const mention = ground
      .mentionsOver(t)
      .map((m) => ground.mentions[m])
      .find(({ kind, head }) => kind === 'pronoun' && head === t);
    if (mention?.entity != null) {
      const draft = this.book.ofEntity(mention.entity);
      if (this.book.mentionsOf(draft).every(({ kind }) => kind === 'pronoun'))
        return nobody(`pronoun: ${pronoun}, whom no other word names`);
      if (!this.drafts.isFit(pronoun, draft))
        return nobody(`pronoun: ${pronoun}, which ${this.drafts.fullName(draft)} cannot be`);
      return one(draft, 'implied', `pronoun: ${pronoun} → ${this.drafts.fullName(draft)}`, mention.why);
    }
    if (mention && mention.candidates.length > 0) return this.drafts.uncertain(mention);
    return nobody(`pronoun: ${pronoun}, nobody it could mean`);
  }

  /** "who", "which": the mention or name that ends right before it. */
  ofRelative(t: number, words: SentenceWords): Found {
    const { ground } = this;
    let last = t;
    while (/^(?:,|-LRB-)$/.test(words.tag(last - 1))) last--;
    const pronoun = words.lower(t);
    if (!words.has(last - 1)) return nobody(`${pronoun}: nothing before it`);
    const before = ground
      .mentionsOver(last - 1)
      .map((m) => ground.mentions[m])
      .filter(
        (mention) =>
          mention.last <= t && mention.kind !== 'pronoun' && (mention.entity !== null || mention.candidates.length > 1),
      );
    // The longest that ends there: "the brother of Ames, who said" is the brother.
    const mention = before[before.length - 1];
    if (mention?.entity != null) {
      return one(this.book.ofEntity(mention.entity), 'implied', `${pronoun} → ${ground.textOf(mention)}`, mention.why);
    }
    if (mention) return this.drafts.uncertain(mention);
    const phrase = nounBefore(words, t);
    const description = phrase && readDescription(ground, phrase.first, phrase.last);
    if (!phrase || !description) return nobody(`${pronoun}: no noun before it`);
    const found = this.described.of(description, phrase);
    return found.resolution === 'known'
      ? { ...found, resolution: 'implied', why: [`${pronoun} → ${ground.textOf(phrase)}`, ...found.why] }
      : found;
  }

  /** Inside of a quotation its speaker; outside, the outlet or its writer. */
  private ofFirstPerson(range: Range, pronoun: string, position: number | undefined): Found {
    const outer = position === undefined ? undefined : this.enclosing.of(position);
    if (outer !== undefined) {
      const found = this.ofStatement(outer);
      if (!found || found.drafts.length === 0) return nobody(`${pronoun} in a quotation whose speaker is not told`);
      const why = `${pronoun} in a quotation → its speaker`;
      if (found.resolution === 'uncertain') return { ...found, why: [why, ...found.why] };
      return { ...found, resolution: 'implied', why: [why, ...found.why] };
    }
    if (this.ground.isQuoted(range.first)) return nobody(`${pronoun} in a quotation that no statement holds`);
    const isWriter = /^(?:I|me|my)$/.test(pronoun);
    const byline = isWriter ? this.bylineName() : undefined;
    const draft = byline ? this.drafts.ofName(byline) : this.book.ofVoice(isWriter ? 'writer' : 'outlet', range);
    return one(draft, 'implied', `${pronoun} outside of quotation marks → ${isWriter ? 'the writer' : 'the outlet'}`);
  }

  /** The only person whom the byline names. */
  private bylineName(): Range | undefined {
    const { names } = this.ground.document;
    const people = (names ?? []).filter(({ type, first }) => type === 'person' && this.ground.isByline(first));
    return people.length === 1 ? people[0] : undefined;
  }
}
