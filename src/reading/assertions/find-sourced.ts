/**
 * Whether an article names a source for what it asserts: looks for a statement whose content tells the same fact, by the words that
 * they share.
 *
 * Key words are figures (in digits or words, from three up), names, nouns, verbs and adjectives, each by a stem. An assertion is taken to be
 * sourced by a statement that shares a weight of three or more with it, and half of the assertion's own; a figure weighs
 * two, any other key word one. Where the assertion holds figures, one of them must be shared: "12 died" is not sourced by
 * "17 died". It says that somebody is quoted on the matter, not that they said exactly this.
 *
 * Cost: linear. A stem that stands in more statements than MOST_STATEMENTS tells none of them apart, and is passed over.
 */
import { hashString, type Lexicon } from '../../language/lexicon/lexicon.ts';
import { UPOS_TAGS } from '../../language/tag/tags.ts';
import type { Attribution, ReadDocument } from '../reading.ts';
import { tokensOf } from '../voices/mark-voices.ts';
import type { Clause } from './find-clauses.ts';

const LEAST_WEIGHT = 3;
const LEAST_SHARE = 0.5;
const FIGURE_WEIGHT = 2;
const MOST_STATEMENTS = 16;
/** Words that say nothing of which fact is meant. */
const EMPTY = new Set(
  'be is are was were been being have has had do does did say says said will would can could may might must shall should people man men woman women person thing time year day week month make made take took get got go went come came other same more most many much such own last next first new one two mr mrs ms dr'.split(
    ' ',
  ),
);
const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const FIGURE = UPOS_TAGS.indexOf('NUM');
const KEYED: ReadonlySet<number> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ'].map((name) => UPOS_TAGS.indexOf(name)));

/**
 * Makes a function that gives, for each clause, the id of the statement that sources it, or null.
 *
 * @example
 * createSourceFinder(lexicon)(document, clauses); // [null, 'stmt_…']
 */
export function createSourceFinder(
  lexicon: Lexicon,
): (document: ReadDocument, clauses: readonly Clause[]) => (string | null)[] {
  const stems = new Stems(lexicon);
  return (document, clauses) => {
    const statements = document.statements ?? [];
    const places = index(document, statements, stems);
    const weights = new Int32Array(statements.length);
    const figures = new Uint8Array(statements.length);
    return clauses.map((clause) => {
      const best = bestStatement(document, clause, places, stems, weights, figures);
      return best < 0 ? null : statements[best].id;
    });
  };
}

type Places = ReadonlyMap<number, readonly number[]>;

/** The statements in whose content each stem stands. Statements without a source name none. */
function index(document: ReadDocument, statements: readonly Attribution[], stems: Stems): Places {
  const places = new Map<number, number[]>();
  for (const [s, { source, content }] of statements.entries()) {
    if (source === null) continue;
    for (const span of content?.spans ?? []) {
      const [first, last] = tokensOf(document.tokens!, span);
      for (let t = first; t < last; t++) {
        const stem = stems.of(document, t);
        if (stem === 0) continue;
        const list = places.get(stem);
        if (!list) places.set(stem, [s]);
        else if (list.at(-1) !== s && list.length <= MOST_STATEMENTS) list.push(s);
      }
    }
  }
  return places;
}

function bestStatement(
  document: ReadDocument,
  { first, last }: Clause,
  places: Places,
  stems: Stems,
  weights: Int32Array,
  figures: Uint8Array,
): number {
  const touched: number[] = [];
  const seen = new Set<number>();
  let total = 0;
  let hasFigure = false;
  for (let t = first; t < last; t++) {
    const stem = stems.of(document, t);
    if (stem === 0 || seen.has(stem)) continue;
    seen.add(stem);
    const isFigure = document.tokens!.upos[t] === FIGURE;
    const weight = isFigure ? FIGURE_WEIGHT : 1;
    if (isFigure) hasFigure = true;
    total += weight;
    const list = places.get(stem);
    if (!list || list.length > MOST_STATEMENTS) continue;
    for (const s of list) {
      if (weights[s] === 0) touched.push(s);
      weights[s] += weight;
      if (isFigure) figures[s] = 1;
    }
  }
  let best = -1;
  for (const s of touched) {
    const enough = weights[s] >= LEAST_WEIGHT && weights[s] >= LEAST_SHARE * total && (!hasFigure || figures[s] === 1);
    if (enough && (best < 0 || weights[s] > weights[best] || (weights[s] === weights[best] && s < best))) best = s;
  }
  for (const s of touched) {
    weights[s] = 0;
    figures[s] = 0;
  }
  return best;
}

/** Stems of lexemes, as hashes; computed once a form. */
class Stems {
  private readonly lexicon: Lexicon;
  private column = new Uint32Array(1024);
  private filled = 0;
  private generation = -1;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** The stem of a token that is a key word, or 0. */
  of({ tokens }: ReadDocument, t: number): number {
    const upos = tokens!.upos[t];
    if (upos !== FIGURE && !KEYED.has(upos)) return 0;
    const lexeme = tokens!.lexeme[t];
    if (this.generation !== this.lexicon.generation) {
      this.generation = this.lexicon.generation;
      this.filled = 0;
    }
    if (lexeme >= this.filled) this.fill();
    return this.column[lexeme];
  }

  private fill(): void {
    const { size, lowers, lowerHash } = this.lexicon;
    if (size > this.column.length) {
      const larger = new Uint32Array(lowerHash.length);
      larger.set(this.column);
      this.column = larger;
    }
    for (; this.filled < size; this.filled++) this.column[this.filled] = hashOf(lowers[this.filled]);
  }
}

function hashOf(lower: string): number {
  if (EMPTY.has(lower) || lower.length < 2) return /^[3-9]$/.test(lower) ? hashString(lower) : 0;
  const number = NUMBERS.indexOf(lower);
  return hashString(number >= 0 ? String(number) : stemOf(lower));
}

/**
 * A word without the endings that inflection adds; rough, and the same for all forms of most words.
 *
 * @example
 * stemOf('died') === stemOf('dies'); // true
 */
export function stemOf(lower: string): string {
  const word = lower.replaceAll(',', '');
  if (/\d/.test(word)) return word;
  let stem = word;
  if (/(?:ies|ied)$/.test(word)) stem = word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  else {
    const bare = word.replace(/(?:ings?|ed|es|s)$/, '');
    if (bare.length >= 3) stem = bare;
  }
  return stem.replace(/([^aeiou])\1$/, '$1').replace(/e$/, '');
}
