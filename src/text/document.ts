/**
 * The Document: one canonical text and everything the engine has found in it so far.
 *
 * Text is never copied into tokens. Tokens and sentences are columns of numbers over the text (structure of arrays):
 * a 1 MB article is a handful of typed arrays, not a million objects. Every offset is in UTF-16 code units of `text`,
 * and every span is half-open: [start, end). Stages (src/reading/stages.ts) fill the columns from top to bottom.
 */

/** What a block is: where it stands in the article, not how it looks. */
export type BlockKind =
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'paragraph'
  | 'quotation'
  | 'list'
  | 'caption'
  | 'credit';

/** One paragraph, caption or quote box: the span [start, end) of the canonical text. Blocks never overlap. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

/** A half-open span of the canonical text in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/**
 * The tokens of a document: syntactic words in the sense of Universal Dependencies, so that "don't" is two of them.
 * All columns have `length` entries.
 */
export interface Tokens {
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 where this word continues the surface token before it (the "n't" of "don't"): a multiword token in CoNLL-U. */
  readonly joined: Uint8Array;
  /** Index into the Lexicon that read this document. */
  readonly lexeme: Int32Array;
  /** Index into UPOS_TAGS and XPOS_TAGS (src/language/tag/tags.ts); filled by the stage `tag`. */
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** The token that this one depends on, by its index in the document, or -1 for a sentence's root; filled by `parse`. */
  readonly head: Int32Array;
  /** Index into RELATIONS (src/language/parse/relations.ts); filled by `parse`. */
  readonly relation: Uint8Array;
}

/** Sentences as token ranges: sentence s holds the tokens first[s] up to, not including, last[s]. */
export interface Sentences {
  readonly length: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** What a name names. A group is a nationality, a people, a religion or a party's followers; a work is also a law or a treaty. */
export type NameType = 'person' | 'organization' | 'place' | 'group' | 'product' | 'work' | 'event';

/** A name: the tokens [first, last), without titles and articles before it. Filled by the stage `names`. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
  /** How sure the engine is of span and type, 0 … 1. */
  readonly probability: number;
  /** Index in `names` of the name that this one stands in (the place in an organisation's name), or null. */
  readonly parent: number | null;
}

/** What kind of words mention something: a name, a pronoun ("she", "their"), or a description ("the minister", "two officials"). */
export type MentionKind = 'name' | 'pronoun' | 'description';

/** What an entity is. A place may act as a body ("Moscow said"): that is for the reading to tell, not for coreference. */
export type EntityType = 'person' | 'organization' | 'place' | 'group' | 'work' | 'other';

/** An entity that a mention may mean, by its index in `entities`, and how likely that is (0 … 1). */
export interface EntityCandidate {
  readonly entity: number;
  readonly probability: number;
}

/** Words that mention a person, a body or another entity: the tokens [first, last). Filled by the stage `coreference`. */
export interface Mention {
  readonly first: number;
  readonly last: number;
  /** The token that heads it: "minister" in "the minister of health". */
  readonly head: number;
  readonly kind: MentionKind;
  /** Index in `entities` of what it means; null where that is open. */
  readonly entity: number | null;
  /** Likeliest first: one where it is clear, several where it is not (then `entity` is null), none where nothing fits. */
  readonly candidates: readonly EntityCandidate[];
  /** Why: the rule or the model that decided ("full name", "short name", "pronoun model", "role of an apposition" …). */
  readonly why: string;
}

/** Somebody or something that the document mentions, and all its mentions. Filled by the stage `coreference`. */
export interface Entity {
  readonly type: EntityType;
  /** Index in `mentions` of the longest proper name, or null where it is never named. */
  readonly name: number | null;
  /** Indexes in `mentions`, in order of the text. */
  readonly mentions: readonly number[];
  readonly gender: 'female' | 'male' | null;
  readonly number: 'singular' | 'plural' | null;
}

/** What the stages read and write. A column that no stage has written yet is undefined. */
export interface Document {
  readonly text: string;
  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal; part of every id. */
  readonly textSha256: string;
  readonly blocks: readonly Block[];
  tokens?: Tokens;
  sentences?: Sentences;
  /** What the parser's encoder made of each word in its sentence: rows of equal length, for later encoders; filled by `parse`. */
  contexts?: Int8Array;
  /** In order of the text, a name before those that stand in it. */
  names?: readonly Name[];
  /** In order of the text, outer mentions before those that stand in them. */
  mentions?: readonly Mention[];
  entities?: readonly Entity[];
}

/**
 * Makes a document of a canonical text and its blocks, with nothing found in it yet.
 *
 * @param textSha256 as `textSha256` of src/reading/engine.ts computes it; may be empty where no ids are needed
 * @example
 * createDocument('He left.', [{ kind: 'paragraph', start: 0, end: 8 }]).blocks.length; // 1
 */
export function createDocument(text: string, blocks: readonly Block[], textSha256 = ''): Document {
  return { text, textSha256, blocks };
}

/**
 * Allocates empty token columns for `length` tokens.
 *
 * @example
 * allocateTokens(3).start.length; // 3
 */
export function allocateTokens(length: number): Tokens {
  return {
    length,
    start: new Int32Array(length),
    end: new Int32Array(length),
    joined: new Uint8Array(length),
    lexeme: new Int32Array(length),
    upos: new Uint8Array(length),
    xpos: new Uint8Array(length),
    head: new Int32Array(length),
    relation: new Uint8Array(length),
  };
}
