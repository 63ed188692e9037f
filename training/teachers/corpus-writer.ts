/**
 * Writes what teachers read: the tokens of all documents, one after the other, as columns of numbers, a file a column (little-endian),
 * and corpus.json, which says where each document lies in them. What a set does not say of a token is UNKNOWN.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lexicon, Lexicon as Words } from '../../src/language/lexicon/lexicon.ts';
import { FEATURES, type NameFeatures, PERSON_FEATURE, PLACE_FEATURE } from '../../src/language/names/features.ts';
import { markQuotations } from '../../src/language/quotations/mark-quotations.ts';
import type { Document } from '../../src/text/document.ts';

/** In columns of bytes: nothing is known of the token. */
export const UNKNOWN = 255;

/** Heads: not known; and known to be none of the document's tokens, so that any is wrong. */
export const UNKNOWN_HEAD = -2;
export const NO_SUCH_HEAD = -3;

/** Where a word stands in a run of capitalised ones, and how it is written elsewhere (src/language/names/features.ts). */
const CAPITALS_FEATURE = 20;

/** What a document is for. */
export interface Purpose {
  /** Which set it is of, and whether it is learned from or measured on. */
  readonly set: string;
  readonly isDev: boolean;
}

/** What is known of a document's tokens. */
export interface Gold {
  readonly head?: Int32Array;
  readonly relation?: Uint8Array;
  /** Labels of the statement tagger. */
  readonly statements?: Uint8Array;
  /** A bit for each label that the name tagger may give a token. */
  readonly names?: Uint32Array;
  /** Words of the treebank, and names as [first, last, type]; for scores. */
  readonly words?: number;
  readonly spans?: readonly (readonly [number, number, number])[];
}

interface Entry extends Purpose {
  readonly id: string;
  readonly first: number;
  readonly tokens: number;
  readonly words?: number;
  readonly spans?: Gold['spans'];
}

export class CorpusWriter {
  private readonly lexicon: Lexicon;
  private readonly words = new Words();
  private readonly entries: Entry[] = [];
  private readonly columns = {
    word: [] as Int32Array[],
    head: [] as Int32Array[],
    names: [] as Uint32Array[],
    upos: [] as Uint8Array[],
    xpos: [] as Uint8Array[],
    place: [] as Uint8Array[],
    quotation: [] as Uint8Array[],
    relation: [] as Uint8Array[],
    statements: [] as Uint8Array[],
    placeList: [] as Uint8Array[],
    personList: [] as Uint8Array[],
    capitals: [] as Uint8Array[],
  };
  private readonly names: NameFeatures;
  /** By column of what lists say: numbers of the buckets met. */
  private readonly known = LISTS.map(() => new Map<number, number>());
  private tokens = 0;

  /**
   * @param lexicon the one that read the documents
   * @param names tells what its lists know of a word
   */
  constructor(lexicon: Lexicon, names: NameFeatures) {
    this.lexicon = lexicon;
    this.names = names;
  }

  /**
   * Adds a document that has tokens, sentences and tags.
   *
   * @param id by which the models that learn from the teachers know it
   * @example
   * writer.add('a', { set: 'plain', isDev: false }, document, {});
   */
  add(id: string, purpose: Purpose, document: Document, gold: Gold): void {
    const { length, lexeme, upos, xpos } = document.tokens!;
    const { columns, lexicon } = this;
    this.entries.push({ id, ...purpose, first: this.tokens, tokens: length, words: gold.words, spans: gold.spans });
    this.tokens += length;
    columns.word.push(Int32Array.from(lexeme, (id) => this.words.intern(lexicon.forms[id])));
    columns.head.push(gold.head ?? new Int32Array(length).fill(UNKNOWN_HEAD));
    columns.names.push(gold.names ?? new Uint32Array(length));
    columns.upos.push(upos.slice());
    columns.xpos.push(xpos.slice());
    columns.place.push(placesOf(document));
    columns.quotation.push(markQuotations(document, lexicon));
    columns.relation.push(gold.relation ?? new Uint8Array(length).fill(UNKNOWN));
    columns.statements.push(gold.statements ?? new Uint8Array(length).fill(UNKNOWN));
    const listed = this.listsOf(document);
    LISTS.forEach(({ column }, i) => {
      columns[column].push(listed[i]);
    });
  }

  /** By column of LISTS, a number for each token that tells the buckets of its feature apart; 0 is none. */
  private listsOf(document: Document): Uint8Array[] {
    const { length } = document.tokens!;
    const { tokens, buckets } = this.names.of({ ...document, contexts: new Int8Array(0) }, 0);
    return LISTS.map(({ feature }, i) => {
      const numbers = new Uint8Array(length);
      const known = this.known[i];
      tokens.forEach((token, row) => {
        const bucket = buckets[row * FEATURES + feature];
        if (bucket < 0) return;
        if (!known.has(bucket)) known.set(bucket, Math.min(254, known.size + 1));
        numbers[token] = known.get(bucket)!;
      });
      return numbers;
    });
  }

  /**
   * Writes the columns, corpus.json, and the vectors of all forms in 4096ths.
   *
   * @param vectorOf the vector of a form, if it has one
   * @example
   * writer.write('corpus', { relations: RELATIONS }, 100, () => undefined);
   */
  write(folder: string, facts: object, dimensions: number, vectorOf: (form: string) => number[] | undefined): void {
    mkdirSync(folder, { recursive: true });
    for (const [name, pieces] of Object.entries(this.columns)) {
      const bytes = pieces.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
      writeFileSync(join(folder, `${name}.bin`), Buffer.concat(bytes));
    }
    const forms = this.words.forms.slice(0, this.words.size);
    const vectors = new Int16Array(forms.length * dimensions);
    forms.forEach((form, i) => {
      vectorOf(form)
        ?.slice(0, dimensions)
        .forEach((value, d) => {
          vectors[i * dimensions + d] = Math.max(-32_768, Math.min(32_767, Math.round(value * 4096)));
        });
    });
    writeFileSync(join(folder, 'vectors.bin'), vectors);
    writeFileSync(
      join(folder, 'corpus.json'),
      JSON.stringify({ ...facts, dimensions, forms, documents: this.entries }),
    );
    console.log(`${this.entries.length} documents, ${this.tokens} tokens, ${forms.length} forms`);
  }
}

/** Features of names that lists and capitals tell, and the columns that they go to. */
const LISTS = [
  { column: 'placeList', feature: PLACE_FEATURE },
  { column: 'personList', feature: PERSON_FEATURE },
  { column: 'capitals', feature: CAPITALS_FEATURE },
] as const;

/** By token: 0, 1 where a sentence begins, 2 where a paragraph does. */
function placesOf({ tokens, sentences, blocks }: Document): Uint8Array {
  const places = new Uint8Array(tokens!.length);
  let block = -1;
  for (let s = 0; s < sentences!.length; s++) {
    const first = sentences!.first[s];
    const before = block;
    while (block + 1 < blocks.length && blocks[block + 1].start <= tokens!.start[first]) block++;
    places[first] = block === before ? 1 : 2;
  }
  return places;
}
