/**
 * Tells who a source is, from its words: a name and a description are looked up among coreference's mentions, a pronoun is who it
 * stands for, "who" is the noun before it, "I" and "we" in a quotation are its speaker, "this newspaper" is the outlet. Where the words
 * leave it open, so does the answer: several candidates, or none. A guess is never made.
 */
import type { Span } from '../../text/document.ts';
import { type Range, tokensIn } from '../acts/sentence-words.ts';
import type { Attribution } from '../reading.ts';
import type { ActorBook, Draft } from './actor-book.ts';
import { DescribedSources } from './described-sources.ts';
import type { DraftTypes } from './draft-types.ts';
import { EnclosingStatements } from './enclosing-statements.ts';
import { type Found, nobody, one } from './found.ts';
import type { Ground } from './ground.ts';
import { kindOfNoun } from './noun-kinds.ts';
import { PronounSources } from './pronoun-sources.ts';
import { readDescription } from './read-description.ts';
import type { SameNouns } from './same-nouns.ts';
import { SourceDrafts } from './source-drafts.ts';
import { splitJoint } from './split-joint.ts';
import { ToldBefore } from './told-before.ts';
import { trimSource } from './trim-source.ts';

/**
 * The sources of one document.
 *
 * @example
 * identifier.ofStatement(0)?.resolution; // 'known'
 */
export class SourceIdentifier {
  private readonly ground: Ground;
  private readonly book: ActorBook;
  private readonly statements: readonly Attribution[];
  private readonly found: (Found | null | undefined)[];
  private readonly described: DescribedSources;
  private readonly pronouns: PronounSources;

  constructor(ground: Ground, nouns: SameNouns, types: DraftTypes, book: ActorBook) {
    this.ground = ground;
    this.book = book;
    this.statements = ground.document.statements ?? [];
    this.found = new Array(this.statements.length);
    const drafts = new SourceDrafts(ground, types, book);
    this.described = new DescribedSources(ground, types, book, drafts, new ToldBefore(ground, nouns, book));
    const enclosing = new EnclosingStatements(this.statements);
    this.pronouns = new PronounSources(ground, book, drafts, this.described, enclosing, (position) =>
      this.ofStatement(position),
    );
  }

  /** Who the source of a statement is, by the statement's position; null where it has none. */
  ofStatement(position: number): Found | null {
    const known = this.found[position];
    if (known !== undefined) return known;
    // A quotation that holds itself would never end.
    this.found[position] = nobody('its own quotation');
    const { source } = this.statements[position];
    const found = source === null ? null : this.ofSpan(source.spans[0], position);
    this.found[position] = found;
    return found;
  }

  /**
   * Who the words of a span name.
   *
   * @param position of the statement that it is the source of; none for a side, which is never "I"
   */
  ofSpan(span: Span, position?: number): Found {
    const range = trimSource(this.ground, tokensIn(this.ground.tokens, span));
    if (range.last <= range.first) return nobody('no word');
    const parts = splitJoint(this.ground, range);
    if (parts.length === 1) return this.ofPart(range, position);
    const found = parts.map((part) => this.ofPart(part, position));
    const drafts = found.flatMap(({ drafts: [first] }) => (first ? [{ draft: first.draft, probability: 1 }] : []));
    if (found.some(({ resolution }) => resolution === 'uncertain' || resolution === 'none') || drafts.length < 2)
      return found[0];
    return {
      resolution: found.some(({ resolution }) => resolution === 'implied') ? 'implied' : 'known',
      drafts,
      isJoint: true,
      why: [`joint source of ${drafts.length}`, ...found.flatMap(({ why }) => why)],
    };
  }

  /** The draft that a noun phrase or a pronoun means, where that is a source already. */
  known(range: Range): Draft | undefined {
    return this.described.known(range);
  }

  private ofPart(range: Range, position: number | undefined): Found {
    const { ground } = this;
    const words = ground.wordsAt(range.first);
    const lower = words.lower(range.first);
    const tag = words.tag(range.first);
    if (/^W(?:P|DT)$/.test(tag) || (lower === 'that' && range.last === range.first + 1))
      return this.pronouns.ofRelative(range.first, words);
    const isAlone = range.last === range.first + 1 || tag === 'PRP';
    if (/^PRP/.test(tag) && isAlone) return this.pronouns.ofPronoun(range, words, position);
    if (/^(?:this|our)$/.test(lower) && kindOfNoun(words.lower(range.first + 1)) === 'medium')
      return one(this.book.ofVoice('outlet', range), 'implied', `${ground.textOf(range)} → the outlet`);
    const description = readDescription(ground, range.first, range.last);
    return description ? this.described.of(description, range) : nobody('no noun');
  }
}
