/**
 * Reads from an FTS5 index which rows hold a word, straight from the pages on which FTS5 keeps its lists: asking by MATCH gives the same
 * rows, but takes each through SQLite's virtual machine and Node's driver. The pages' form is that of SQLite's file format
 * (fts5_index.c, "FTS5 on-disk format"), which no version may change without the index saying so; read-doclists.test.ts compares the two
 * ways over indexes in every state. Cost: one pass over the bytes of the word's lists.
 *
 * An index is a list of segments, the newest last within a level and the lowest level first; each has its terms in order on leaf pages,
 * and after each term its rows in order: a number, then the length of what else is told of the row, twice, plus one where older segments
 * no longer count for it. The newest segment that names a row decides.
 */
import type { Database } from '../database.ts';
import type { TextIndex } from './search-tables.ts';

/** Row of the table of pages that lists the segments. */
const STRUCTURE = 10;
/** A leaf's row is its segment's number times this, and its number. */
const SEGMENT = 2 ** 37;
/** Leaves that are read at once, after the first one. */
const LEAVES_AT_ONCE = 32;
/** What the terms of the main index begin with; those of indexes of prefixes begin with other digits. */
const MAIN = '0';
/** Among places in a row, which begin at 2. */
const COLUMN_FOLLOWS = 1;
/** Bytes of a number. */
const LONGEST = 9;

interface Segment {
  readonly id: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The rows that hold the word, or a word that begins so, in one of the columns (in any where none is named): one list a word, in order.
 * The lists are overwritten by the next call.
 *
 * @param word folded, as the index has it: letters a to z and digits
 * @example
 * readDoclists(database, 'statement_text', 'bridge', false, [2]); // [Float64Array [1048576, 1048579]]
 */
export function readDoclists(
  database: Database,
  index: TextIndex,
  word: string,
  prefix: boolean,
  columns: readonly number[] | null,
): Float64Array[] {
  const lists = new Map<string, Doclist[]>();
  for (const segment of segmentsOf(database, index)) {
    for (const [term, list] of findLists(database, index, segment, `${MAIN}${word}`, prefix)) {
      const known = lists.get(term);
      if (known) known.push(list);
      else lists.set(term, [list]);
    }
  }
  const reader = new RowReader([...lists.values()].flat(), columns);
  return [...lists.values()].map((ofTerm) => holding(reader.join(ofTerm)));
}

/** Of rows as readRows gives them, those that hold the word. */
function holding(rows: Float64Array): Float64Array {
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (rows[i] >= 0) rows[count++] = rows[i];
  return rows.subarray(0, count);
}

/** Rows of two lists, in order; where both name one, the newer list decides. */
function overrule(newer: Float64Array, older: Float64Array): Float64Array {
  const joined = new Float64Array(newer.length + older.length);
  let count = 0;
  let n = 0;
  let o = 0;
  while (n < newer.length && o < older.length) {
    const rowid = rowidOf(newer[n]);
    const other = rowidOf(older[o]);
    if (rowid <= other) joined[count++] = newer[n++];
    else joined[count++] = older[o];
    if (rowid >= other) o++;
  }
  while (n < newer.length) joined[count++] = newer[n++];
  while (o < older.length) joined[count++] = older[o++];
  return joined.subarray(0, count);
}

function rowidOf(row: number): number {
  return row < 0 ? -1 - row : row;
}

/** The newest first. */
function segmentsOf(database: Database, index: TextIndex): Segment[] {
  const row = database.get<{ block: Uint8Array }>(`SELECT block FROM ${index}_data WHERE id = ${STRUCTURE}`);
  if (!row) return [];
  // Four bytes that tell of changes stand first.
  const bytes = new Reader(row.block, 4);
  const levels = bytes.varint();
  bytes.varint();
  bytes.varint();
  const segments: Segment[] = [];
  for (let level = 0; level < levels; level++) {
    bytes.varint();
    const count = bytes.varint();
    const ofLevel: Segment[] = [];
    for (let i = 0; i < count; i++) ofLevel.push({ id: bytes.varint(), first: bytes.varint(), last: bytes.varint() });
    segments.push(...ofLevel.reverse());
  }
  return segments;
}

/** The rows of one term in one segment: pieces of pages, and where on each the first row number stands that is not counted from the one before. */
type Doclist = readonly Piece[];

interface Piece {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly whole: number;
}

function* findLists(
  database: Database,
  index: TextIndex,
  segment: Segment,
  wanted: string,
  prefix: boolean,
): Generator<[string, Doclist]> {
  const at = database.get<{ pgno: number }>(
    `SELECT pgno FROM ${index}_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1`,
    segment.id,
    Buffer.from(wanted),
  );
  const leaves = eachLeaf(database, index, segment, Math.max(segment.first, (at?.pgno ?? 0) >> 1));
  let open: { term: string; pieces: Piece[] } | null = null;
  for (const leaf of leaves) {
    if (open) open.pieces.push({ bytes: leaf.bytes, start: 4, end: leaf.terms[0] ?? leaf.end, whole: leaf.firstRowid });
    let term = '';
    for (const [position, start] of leaf.terms.entries()) {
      if (open) {
        yield [open.term, open.pieces];
        open = null;
      }
      const bytes = new Reader(leaf.bytes, start);
      const kept = position === 0 ? 0 : bytes.varint();
      const length = bytes.varint();
      // As Latin-1, so that a letter is a byte, which is what is kept of the term before.
      term =
        term.slice(0, kept) +
        Buffer.from(leaf.bytes.buffer, leaf.bytes.byteOffset + bytes.at, length).toString('latin1');
      bytes.at += length;
      const isWanted = prefix ? term.startsWith(wanted) : term === wanted;
      if (isWanted) {
        const piece = {
          bytes: leaf.bytes,
          start: bytes.at,
          end: leaf.terms[position + 1] ?? leaf.end,
          whole: bytes.at,
        };
        open = { term, pieces: [piece] };
      } else if (term > wanted) return;
    }
  }
  if (open) yield [open.term, open.pieces];
}

interface Leaf {
  readonly bytes: Uint8Array;
  /** Where the first row number of the page stands; 0 where it has none. */
  readonly firstRowid: number;
  readonly end: number;
  /** Where terms begin. */
  readonly terms: readonly number[];
}

function* eachLeaf(database: Database, index: TextIndex, { id, last }: Segment, first: number): Generator<Leaf> {
  // The first page alone holds most lists.
  for (let number = first, count = 1; number <= last; number += count, count = LEAVES_AT_ONCE) {
    const pages = database.all<{ block: Uint8Array }>(
      `SELECT block FROM ${index}_data WHERE id BETWEEN ? AND ? ORDER BY id`,
      id * SEGMENT + number,
      id * SEGMENT + Math.min(last, number + count - 1),
    );
    for (const { block } of pages) yield readLeaf(block);
  }
}

function readLeaf(bytes: Uint8Array): Leaf {
  const end = (bytes[2] << 8) | bytes[3];
  const footer = new Reader(bytes, end);
  const terms: number[] = [];
  for (let at = 0; footer.at < bytes.length; ) terms.push((at += footer.varint()));
  return { bytes, firstRowid: (bytes[0] << 8) | bytes[1], end, terms };
}

/** What is read next of a list. */
const [ROW, LENGTH, PLACE, COLUMN] = [0, 1, 2, 3];

/** Where lists are read to, again and again: one of its own for each word of most statements would keep the garbage collector busy. */
let spare = new Float64Array(0);

/** Reads lists into one column of numbers: a beginning such as "a*" has thousands of lists, most of them short. */
class RowReader {
  readonly #isAny: boolean;
  readonly #wanted = new Uint8Array(256);
  readonly #rows: Float64Array;
  #count = 0;

  /** @param lists all that will be read, each once */
  constructor(lists: readonly Doclist[], columns: readonly number[] | null) {
    this.#isAny = columns === null;
    for (const column of columns ?? []) this.#wanted[column] = 1;
    // Each row takes two bytes at least.
    let bytes = 0;
    for (const list of lists) for (const { start, end } of list) bytes += end - start;
    if (spare.length < bytes >> 1) spare = new Float64Array(bytes >> 1);
    this.#rows = spare;
  }

  /** The rows of one term in all segments, the newest first: as read() gives them. */
  join(lists: readonly Doclist[]): Float64Array {
    if (lists.length === 1) return this.read(lists[0]);
    const start = this.#count;
    const read = lists.toReversed().map((list) => this.read(list));
    // Where articles were only ever added, lists follow each other.
    let last = -1;
    const isInOrder = read.every((rows) => {
      if (rows.length === 0) return true;
      const follows = rowidOf(rows[0]) > last;
      last = rowidOf(rows[rows.length - 1]);
      return follows;
    });
    // The newest come last, and are the shortest: joined first, so that long lists are joined once.
    return isInOrder
      ? this.#rows.subarray(start, this.#count)
      : read.reduceRight((newer, older) => overrule(newer, older));
  }

  /** The rows of a list, in order; -1 - row where the list says that the row does not hold the word, or only in other columns. */
  read(list: Doclist): Float64Array {
    const found = this.#rows;
    const isAny = this.#isAny;
    const wanted = this.#wanted;
    const before = this.#count;
    let count = this.#count;
    let next = ROW;
    let rowid = 0;
    let left = 0;
    let column = 0;
    let holds = false;
    for (const { bytes, start, end, whole } of list) {
      let at = start;
      while (at < end) {
        if (left > 0 && (holds || isAny)) {
          const step = Math.min(left, end - at);
          at += step;
          left -= step;
          if (left === 0) next = ROW;
          continue;
        }
        const from = at;
        let byte = bytes[at++];
        let value = byte & 0x7f;
        while (byte >= 0x80) {
          byte = bytes[at++];
          if (at - from === LONGEST) {
            value = value * 256 + byte;
            break;
          }
          value = value * 128 + (byte & 0x7f);
        }
        if (next === ROW) {
          rowid = from === whole ? value : rowid + value;
          const length = bytes[at] >> 1;
          // Most often its length stands beside it in one byte, and what is told of it on the same page.
          if (isAny && at < end && bytes[at] < 0x80 && at + 1 + length <= end) {
            found[count++] = length > 0 ? rowid : -1 - rowid;
            at += 1 + length;
          } else next = LENGTH;
        } else if (next === LENGTH) {
          left = value >> 1;
          holds = isAny && left > 0;
          found[count++] = holds ? rowid : -1 - rowid;
          // What stands before any sign of a column is of the first one.
          column = 0;
          next = left > 0 ? PLACE : ROW;
        } else {
          left -= at - from;
          if (next === COLUMN) {
            column = value;
            next = PLACE;
          } else if (value === COLUMN_FOLLOWS) next = COLUMN;
          else if (wanted[column] === 1) {
            holds = true;
            found[count - 1] = rowid;
          }
          if (left === 0) next = ROW;
        }
      }
    }
    this.#count = count;
    return found.subarray(before, count);
  }
}

/** Numbers as SQLite writes them: seven bits a byte, the highest first, all eight in a ninth. */
class Reader {
  bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    const { bytes } = this;
    let byte = bytes[this.at++];
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let count = 2; count <= 8; count++) {
      byte = bytes[this.at++];
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    return value * 256 + bytes[this.at++];
  }
}
