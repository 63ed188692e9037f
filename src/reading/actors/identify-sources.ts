/**
 * Tells who a source is, from its words: a name and a description are looked up among coreference's mentions, a pronoun is who it
 * stands for, "who" is the noun before it, "I" and "we" in a quotation are its speaker, "this newspaper" is the outlet. Where the words
 * leave it open, so does the answer: several candidates, or none. A guess is never made.
 */
import type { Mention, Span } from '../../text/document.ts';
import { type Range, type SentenceWords, tokensIn } from '../acts/sentence-words.ts';
import type { Attribution, Resolution } from '../reading.ts';
import type { ActorBook, Draft } from './actor-book.ts';
import type { DraftTypes } from './draft-types.ts';
import type { Ground } from './ground.ts';
import { nounBefore } from './noun-before.ts';
import { isPersonNoun, kindOfNoun } from './noun-kinds.ts';
import { type Description, readDescription } from './read-description.ts';
import type { SameNouns } from './same-nouns.ts';
import { splitJoint } from './split-joint.ts';

/** Who a source is, while actors are still drafts. */
export interface Found {
  readonly resolution: Resolution;
  /** One where it is clear; several, the likeliest first, where it is open, or joint. */
  readonly drafts: readonly { readonly draft: Draft; readonly probability: number }[];
  readonly isJoint: boolean;
  readonly why: readonly string[];
}

/** Whom a definite description may mean by its noun alone, and why. */
interface ToldBefore {
  readonly drafts: readonly Draft[];
  readonly why: string;
}

const NOT_TOLD: ToldBefore = { drafts: [], why: '' };

/** How many statements before one are looked at for that whose quotation it stands in. */
const ENCLOSING_REACH = 64;
/** Candidates beyond which a description is taken for somebody of its own. */
const MOST_OPEN = 4;
/** Sources of one noun beyond which "the official" is nobody in particular. */
const MOST_DESCRIBED = 12;
/** From which probability candidates that turn out to be one are taken for sure. */
const SURE = 0.6;
const ONE_PERSON = /^(?:he|she|him|his|her|hers)$/;
/** How far a dateline may reach into a source: "MIROVA, Velmora — Transport Minister …". */
const DATELINE_REACH = 12;

export class SourceIdentifier {
  private readonly ground: Ground;
  private readonly types: DraftTypes;
  private readonly nouns: SameNouns;
  /** By noun, where a source was described of which coreference has no mention. */
  private readonly described = new Map<string, { readonly token: number; readonly draft: Draft }[]>();
  private readonly book: ActorBook;
  private readonly statements: readonly Attribution[];
  private readonly found: (Found | null | undefined)[];
  private readonly numbers: ReadonlyMap<string, number>;
  /** Entities by their longest name; made where it is first asked for. */
  private named: Map<string, number> | null = null;

  constructor(ground: Ground, nouns: SameNouns, types: DraftTypes, book: ActorBook) {
    this.types = types;
    this.ground = ground;
    this.nouns = nouns;
    this.book = book;
    this.statements = ground.document.statements ?? [];
    this.found = new Array(this.statements.length);
    this.numbers = new Map(this.statements.map(({ id }, position) => [id, position]));
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
    const range = this.trimmed(tokensIn(this.ground.tokens, span));
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
  known({ first, last }: Range): Draft | undefined {
    const { ground } = this;
    const description = readDescription(ground, first, last);
    const pronoun = ground
      .mentionsOver(first)
      .map((m) => ground.mentions[m])
      .find(({ kind }) => kind === 'pronoun');
    const mention = description ? this.mentionOf(description) : pronoun;
    const { drafts } = description ? this.toldBefore(description, mention) : NOT_TOLD;
    const draft =
      drafts.length === 1 ? drafts[0] : mention?.entity == null ? undefined : this.book.ofEntity(mention.entity);
    return draft?.isSource ? draft : undefined;
  }

  private ofPart(range: Range, position: number | undefined): Found {
    const { ground } = this;
    const words = ground.wordsAt(range.first);
    const lower = words.lower(range.first);
    const tag = words.tag(range.first);
    if (/^W(?:P|DT)$/.test(tag) || (lower === 'that' && range.last === range.first + 1))
      return this.ofRelative(range.first, words);
    const isAlone = range.last === range.first + 1 || tag === 'PRP';
    if (/^PRP/.test(tag) && isAlone) return this.ofPronoun(range, words, position);
    if (/^(?:this|our)$/.test(lower) && kindOfNoun(words.lower(range.first + 1)) === 'medium')
      return one(this.source(this.book.ofVoice('outlet', range)), 'implied', `${ground.textOf(range)} → the outlet`);
    const description = readDescription(ground, range.first, range.last);
    return description ? this.ofDescription(description, range) : nobody('no noun');
  }

  private ofDescription(description: Description, range: Range): Found {
    const { ground, book } = this;
    const last = phraseEnd(ground, description, range);
    const phrase = { first: description.first, last };
    const apposed = this.apposedName(description, range);
    if (apposed) {
      const why = `apposition: ${ground.textOf(phrase)} = ${ground.textOf(apposed)}`;
      return one(this.source(this.draftOfName(apposed)), 'known', why);
    }
    if (description.kind === 'nobody') return nobody(`${ground.textOf(phrase)}: nobody in particular`);
    const mention = this.mentionOf(description);
    const told = this.toldBefore(description, mention);
    if (told.drafts.length > 0) return this.ofToldBefore(told, description, phrase);
    if (mention?.entity != null && this.mayDescribe(description, mention))
      return this.ofEntity(mention, description, range);
    if (mention && mention.candidates.length > 1) return this.uncertain(mention);
    const name = ground.nameAt(description.head) ?? unfoundName(ground, description);
    if (name && description.whole === null)
      return one(this.source(this.draftOfName(name)), 'known', `named: ${ground.textOf(name)}`);
    const draft = book.ofPhrase(description, last, isSameByWords(description));
    draft.phrases.push({ description, last });
    this.describe(description.head, draft, this.nounOf(description));
    return one(this.source(draft), 'known', `described: ${ground.textOf(phrase)}`);
  }

  private ofEntity(mention: Mention, description: Description, range: Range): Found {
    const { ground, book } = this;
    const entity = mention.entity!;
    const draft = this.source(book.ofEntity(entity));
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
    const full = this.fullName(draft);
    const name = draft.names.find(({ first, last: end }) => first >= range.first && end <= range.last);
    if (name === undefined) return one(draft, 'implied', `${said} → ${full}`, book.whyJoined(entity) || mention.why);
    const short = ground.textOf(name);
    return short === full || holdsWords(short, full)
      ? one(draft, 'known', `named: ${short}`)
      : one(draft, 'implied', `short name: ${short} → ${full}`);
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

  private describe(token: number, draft: Draft, noun = this.ground.lower(token)): void {
    const list = this.described.get(noun) ?? [];
    if (list.length < MOST_DESCRIBED) list.push({ token, draft });
    this.described.set(noun, list);
  }

  /**
   * Whom "the official" may mean where coreference does not say: the officials that the article has told of before, or one of them
   * alone where only that one stands in the same paragraph, or else in the one before.
   */
  private toldBefore(description: Description, mention: Mention | undefined): ToldBefore {
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

  private ofToldBefore({ drafts, why }: ToldBefore, description: Description, phrase: Range): Found {
    const said = this.ground.textOf(phrase);
    if (drafts.length > 1)
      return {
        resolution: 'uncertain',
        // One part is left for somebody whom the article has not told of.
        drafts: drafts.map((draft) => ({ draft: this.source(draft), probability: 1 / (drafts.length + 1) })),
        isJoint: false,
        why: [`${said}: ${why}`],
      };
    const [draft] = drafts;
    const who = this.fullName(draft);
    draft.ranges.push(phrase);
    this.describe(description.head, draft);
    return said.toLowerCase() === who.toLowerCase()
      ? one(this.source(draft), 'known', `described: ${said}`)
      : one(this.source(draft), 'implied', `${said} → ${who}`, why);
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

  /** "A Hydrovel spokesman, Piet Karras": the name that stands in apposition to a description, inside the source. */
  private apposedName(description: Description, range: Range): Range | undefined {
    const { ground } = this;
    if (ground.nameAt(description.head)) return undefined;
    const words = ground.wordsAt(range.first);
    if (words.lower(description.last) !== ',' || description.last + 1 >= range.last) return undefined;
    const next = readDescription(ground, description.last + 1, range.last);
    const name = next && ground.nameAt(next.head);
    if (!next || !name || next.isPlural || name.first < description.last) return undefined;
    const isPerson = kindOfNoun(words.lower(description.head)) !== 'body';
    return isPerson === (name.type === 'person') || !isPerson ? name : undefined;
  }

  /** The draft of a name: of its mention's entity, of one that has the same name, or of its own. */
  private draftOfName(name: Range): Draft {
    const { ground, book } = this;
    const mention = ground
      .mentionsOver(name.last - 1)
      .map((m) => ground.mentions[m])
      .find(({ kind, entity }) => kind === 'name' && entity !== null);
    const entity = mention?.entity ?? this.entityNamed(ground.textOf(name));
    return entity === undefined ? book.ofName(name) : book.ofEntity(entity);
  }

  private entityNamed(words: string): number | undefined {
    if (this.named === null) {
      this.named = new Map();
      for (const [e, { name }] of (this.ground.document.entities ?? []).entries())
        if (name !== null) this.named.set(this.ground.textOf(this.ground.mentions[name]), e);
    }
    return this.named.get(words);
  }

  private ofPronoun(range: Range, words: SentenceWords, position: number | undefined): Found {
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
      if (ONE_PERSON.test(pronoun) && !this.types.mayBeOnePerson(draft))
        return nobody(`pronoun: ${pronoun}, which ${this.fullName(draft)} cannot be`);
      return one(this.source(draft), 'implied', `pronoun: ${pronoun} → ${this.fullName(draft)}`, mention.why);
    }
    if (mention && mention.candidates.length > 0) return this.uncertain(mention);
    return nobody(`pronoun: ${pronoun}, nobody it could mean`);
  }

  /** Inside of a quotation its speaker; outside, the outlet or its writer. */
  private ofFirstPerson(range: Range, pronoun: string, position: number | undefined): Found {
    const outer = position === undefined ? undefined : this.enclosing(position);
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
    const draft = byline ? this.draftOfName(byline) : this.book.ofVoice(isWriter ? 'writer' : 'outlet', range);
    return one(
      this.source(draft),
      'implied',
      `${pronoun} outside of quotation marks → ${isWriter ? 'the writer' : 'the outlet'}`,
    );
  }

  /** The only person whom the byline names. */
  private bylineName(): Range | undefined {
    const { names } = this.ground.document;
    const people = (names ?? []).filter(({ type, first }) => type === 'person' && this.ground.isByline(first));
    return people.length === 1 ? people[0] : undefined;
  }

  /** The position of the innermost statement in whose content a source stands. */
  private enclosing(position: number): number | undefined {
    const { parent, source } = this.statements[position];
    if (parent !== null) return this.numbers.get(parent);
    const [start, end] = source!.spans[0];
    let found: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (
      let i = Math.max(0, position - ENCLOSING_REACH);
      i < Math.min(this.statements.length, position + ENCLOSING_REACH);
      i++
    ) {
      if (i === position) continue;
      for (const [first, last] of this.statements[i].content?.spans ?? [])
        if (first <= start && end <= last && last - first < least) {
          found = i;
          least = last - first;
        }
    }
    return found;
  }

  /** "who", "which": the mention or name that ends right before it. */
  private ofRelative(t: number, words: SentenceWords): Found {
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
      const draft = this.source(this.book.ofEntity(mention.entity));
      return one(draft, 'implied', `${pronoun} → ${ground.textOf(mention)}`, mention.why);
    }
    if (mention) return this.uncertain(mention);
    const phrase = nounBefore(words, t);
    const description = phrase && readDescription(ground, phrase.first, phrase.last);
    if (!phrase || !description) return nobody(`${pronoun}: no noun before it`);
    const found = this.ofDescription(description, phrase);
    return found.resolution === 'known'
      ? { ...found, resolution: 'implied', why: [`${pronoun} → ${ground.textOf(phrase)}`, ...found.why] }
      : found;
  }

  private uncertain({ candidates, why, first, last }: Mention): Found {
    const words = this.ground.textOf({ first, last });
    // Entities that coreference holds apart may be one by now.
    const shares = new Map<Draft, number>();
    for (const { entity, probability } of candidates) {
      const draft = this.book.ofEntity(entity);
      if (ONE_PERSON.test(words.toLowerCase()) && !this.types.mayBeOnePerson(draft)) continue;
      shares.set(draft, (shares.get(draft) ?? 0) + probability);
    }
    const fit = [...shares].map(([draft, probability]) => ({ draft, probability }));
    if (fit.length === 0) return nobody(`${words}: nobody it could mean`);
    if (fit.length === 1 && candidates.length > 1 && fit[0].probability >= SURE)
      return one(
        this.source(fit[0].draft),
        'implied',
        `${words} → ${this.fullName(fit[0].draft)}`,
        'all that it could mean are one',
      );
    const reason = fit.length === 1 ? 'not sure' : `${fit.length} it could mean`;
    return {
      resolution: 'uncertain',
      drafts: fit.map(({ draft, probability }) => ({ draft: this.source(draft), probability })),
      isJoint: false,
      why: [`${words}: ${reason}`, ...(why ? [why] : [])],
    };
  }

  private fullName(draft: Draft): string {
    const { ground } = this;
    for (const e of draft.entities) {
      const { name } = ground.document.entities![e];
      if (name !== null) return ground.textOf(ground.mentions[name]);
    }
    return ground.textOf(draft.names[0] ?? this.book.firstOf(draft));
  }

  private source(draft: Draft): Draft {
    draft.isSource = true;
    return draft;
  }

  /** Without a dateline, an opening conjunction or adverb, quotation marks, and a closing comma. */
  private trimmed({ first, last }: Range): Range {
    const words = this.ground.wordsAt(Math.min(first, this.ground.tokens.length - 1));
    let start = first;
    for (let t = first; t < Math.min(last - 1, first + DATELINE_REACH); t++)
      if (/^(?:—|–|-|--)$/.test(words.lower(t)) && (words.tag(t) === ':' || words.tag(t - 1) === '-RRB-'))
        start = t + 1;
    let end = Math.min(last, words.last);
    while (start < end - 1 && /^(?:,|CC|``|''|:|\.|-LRB-|-RRB-)$/.test(words.tag(start))) start++;
    while (start < end - 1 && words.tag(start) === 'RB' && words.tag(start + 1) !== 'CD') start++;
    while (end > start + 1 && /^(?:,|``|''|:|\.|-RRB-|IN|W(?:P|DT))$/.test(words.tag(end - 1))) end--;
    return { first: start, last: end };
  }
}

/** A name that was not found as one: "Hydrovel", "the news site Undertow": proper nouns alone, or behind a noun for what it is. */
function unfoundName(ground: Ground, { head, first, kind }: Description): Range | undefined {
  const words = ground.wordsAt(head);
  if (kind !== undefined || words.tag(head) !== 'NNP') return undefined;
  let begin = head;
  while (begin > first && words.tag(begin - 1) === 'NNP' && kindOfNoun(words.lower(begin - 1)) === undefined) begin--;
  const isAlone = begin === first || (begin === first + 1 && words.lower(first) === 'the');
  return isAlone || kindOfNoun(words.lower(begin - 1)) !== undefined ? { first: begin, last: head + 1 } : undefined;
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

function one(draft: Draft, resolution: Resolution, ...why: string[]): Found {
  return {
    resolution,
    drafts: [{ draft, probability: 1 }],
    isJoint: false,
    why: why.filter((reason) => reason !== ''),
  };
}

function nobody(why: string): Found {
  return { resolution: 'none', drafts: [], isJoint: false, why: [why] };
}
