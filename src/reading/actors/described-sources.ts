/**
 * Sources that are noun phrases: whom a description means, by the name beside it, by coreference, by what the article has told before, or
 * as somebody of its own.
 */
import type { Mention } from '../../text/document.ts';
import type { Range } from '../acts/sentence-words.ts';
import type { ActorBook, Draft } from './actor-book.ts';
import { findApposedName, findUnfoundName } from './description-names.ts';
import type { DraftTypes } from './draft-types.ts';
import { asSource, type Found, nobody, one } from './found.ts';
import type { Ground } from './ground.ts';
import { isPersonNoun } from './noun-kinds.ts';
import { type Description, readDescription } from './read-description.ts';
import type { SourceDrafts } from './source-drafts.ts';
import type { Told, ToldBefore } from './told-before.ts';

/**
 * The descriptions of one document: whom those mean that were asked for before is told to later ones.
 *
 * @example
 * described.of(description, range).why; // ['named: Ada Lund']
 */
export class DescribedSources {
  private readonly ground: Ground;
  private readonly types: DraftTypes;
  private readonly book: ActorBook;
  private readonly drafts: SourceDrafts;
  private readonly told: ToldBefore;

  constructor(ground: Ground, types: DraftTypes, book: ActorBook, drafts: SourceDrafts, told: ToldBefore) {
    this.ground = ground;
    this.types = types;
    this.book = book;
    this.drafts = drafts;
    this.told = told;
  }

  /** Whom a description means that is a source, or a part of one. */
  of(description: Description, range: Range): Found {
    const { ground, book } = this;
    const last = phraseEnd(ground, description, range);
    const phrase = { first: description.first, last };
    const apposed = findApposedName(ground, description, range);
    if (apposed) {
      const why = `apposition: ${ground.textOf(phrase)} = ${ground.textOf(apposed)}`;
      return one(this.drafts.ofName(apposed), 'known', why);
    }
    if (description.kind === 'nobody') return nobody(`${ground.textOf(phrase)}: nobody in particular`);
    const mention = this.mentionOf(description);
    const told = this.told.of(description, mention);
    if (told.drafts.length > 0) return this.ofToldBefore(told, description, phrase);
    if (mention?.entity != null && this.mayDescribe(description, mention))
      return this.ofEntity(mention, description, range);
    if (mention && mention.candidates.length > 1) return this.drafts.uncertain(mention);
    const name = ground.nameAt(description.head) ?? findUnfoundName(ground, description);
    if (name && description.whole === null)
      return one(this.drafts.ofName(name), 'known', `named: ${ground.textOf(name)}`);
    const draft = book.ofPhrase(description, last, isSameByWords(description));
    draft.phrases.push({ description, last });
    this.told.note(description.head, draft, this.nounOf(description));
    return one(draft, 'known', `described: ${ground.textOf(phrase)}`);
  }

  /** The draft that a noun phrase or a pronoun means, where that is a source already. */
  known({ first, last }: Range): Draft | undefined {
    const { ground } = this;
    const description = readDescription(ground, first, last);
    const pronoun = ground
      .mentionsOver(first)
      .map((m) => ground.mentions[m])
      .find(({ kind }) => kind === 'pronoun');
    const mention = description ? this.mentionOf(description) : pronoun;
    const { drafts } = description ? this.told.of(description, mention) : { drafts: [] };
    const draft =
      drafts.length === 1 ? drafts[0] : mention?.entity == null ? undefined : this.book.ofEntity(mention.entity);
    return draft?.isSource ? draft : undefined;
  }

  private ofEntity(mention: Mention, description: Description, range: Range): Found {
    const { ground, book } = this;
    const entity = mention.entity!;
    const draft = asSource(book.ofEntity(entity));
    const last = phraseEnd(ground, description, range);
    const said = ground.textOf({ first: description.first, last });
    if (draft.names.length === 0) {
      const first = book.mentionsOf(draft).find(({ kind }) => kind !== 'pronoun');
      draft.phrases.push({ description, last });
      const before = first === undefined ? said : ground.textOf(first);
      return first === undefined || first.head === mention.head || isSameWords(said, before)
        ? one(draft, 'known', `described: ${said}`)
        : one(draft, 'implied', `${said} → ${before}`, book.whyJoined(entity) || mention.why);
    }
    const full = this.drafts.fullName(draft);
    const name = draft.names.find(({ first, last: end }) => first >= range.first && end <= range.last);
    if (name === undefined) return one(draft, 'implied', `${said} → ${full}`, book.whyJoined(entity) || mention.why);
    const short = ground.textOf(name);
    return short === full || holdsWords(short, full)
      ? one(draft, 'known', `named: ${short}`)
      : one(draft, 'implied', `short name: ${short} → ${full}`);
  }

  private ofToldBefore({ drafts, why }: Told, description: Description, phrase: Range): Found {
    const said = this.ground.textOf(phrase);
    if (drafts.length > 1)
      return {
        resolution: 'uncertain',
        // One part is left for somebody whom the article has not told of.
        drafts: drafts.map((draft) => ({ draft: asSource(draft), probability: 1 / (drafts.length + 1) })),
        isJoint: false,
        why: [`${said}: ${why}`],
      };
    const [draft] = drafts;
    const who = this.drafts.fullName(draft);
    draft.ranges.push(phrase);
    this.told.note(description.head, draft);
    return said.toLowerCase() === who.toLowerCase()
      ? one(draft, 'known', `described: ${said}`)
      : one(draft, 'implied', `${said} → ${who}`, why);
  }

  /** Whether a description may mean what coreference says: a doctor is no place and no body. */
  private mayDescribe({ head }: Description, { kind, entity }: Mention): boolean {
    if (kind === 'name' || !isPersonNoun(this.ground.lower(head))) return true;
    return this.types.mayBeOnePerson(this.book.ofEntity(entity!));
  }

  /** The noun of a description, in the singular: that of "one of them" is what they are. */
  private nounOf({ head, whole }: Description): string {
    const { ground } = this;
    if (whole === null) return ground.lower(head);
    const mention = ground
      .mentionsOver(whole.first)
      .map((m) => ground.mentions[m])
      .find(({ entity }) => entity !== null);
    const told =
      mention && this.book.mentionsOf(this.book.ofEntity(mention.entity!)).find(({ kind }) => kind === 'description');
    return ground
      .lower(told?.head ?? head)
      .replace(/ies$/, 'y')
      .replace(/s$/, '');
  }

  /** The mention that a description is: the one over its head noun that is not of something else it holds. */
  private mentionOf({ head, first, whole }: Description): Mention | undefined {
    const over = this.ground.mentionsOver(head).map((m) => this.ground.mentions[m]);
    const fit = over.filter((mention) =>
      whole
        ? mention.first === first
        : mention.kind !== 'pronoun' && (mention.head >= first || mention.kind === 'name'),
    );
    return (
      fit.find(({ kind, entity }) => kind === 'name' && entity !== null) ??
      fit.find(({ entity }) => entity !== null) ??
      fit.find(({ candidates }) => candidates.length > 0)
    );
  }
}

/** Where the words that describe a source end: at the comma behind its noun, "an official, who …", or with the source. */
function phraseEnd(ground: Ground, { last }: Description, range: Range): number {
  const words = ground.wordsAt(range.first);
  let end = last;
  while (end < range.last && !/^(?:,|:|-LRB-)$/.test(words.tag(end))) end++;
  return end;
}

/** "The ministry" and "police" are the same wherever they stand; officials of the same words may be others. */
function isSameByWords({ isDefinite, isPlural, kind, number }: Description): boolean {
  if (number !== null) return false;
  return kind === 'body' || (isDefinite && !isPlural);
}

/** Whether two descriptions are the same but for the article. */
function isSameWords(a: string, b: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/^(?:the|an?) /, '');
  return plain(a) === plain(b);
}

/** Whether all words of a full name stand in another. */
function holdsWords(text: string, full: string): boolean {
  const words = new Set(text.split(/\s+/));
  return full.split(/\s+/).every((word) => words.has(word));
}
