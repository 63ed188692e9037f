/**
 * Reads from an FTS5 index which rows hold a word, straight from the pages on which FTS5 keeps its lists. Asking by MATCH gives the same
 * rows, each through SQLite's virtual machine and Node's driver: 0.4 µs a row, 300 ms for a word of most statements. This takes a
 * hundredth of a second. The pages' form is that of SQLite's file format (fts5_index.c, "FTS5 on-disk format"), which no version may
 * change without the index saying so; read-doclists.test.ts compares the two ways over indexes in every state.
 *
 * An index is a list of segments, the newest last within a level and the lowest level first; each has its terms in order on leaf pages,
 * and after each term its rows: a number, then the length of what else is told of the row, twice, plus one where older segments no
 * longer count for it. The newest segment that names a row decides.
 */
import type { Database } from '../database.ts';
import type { TextIndex } from './search-tables.ts';

/** Row of the table of pages that lists the segments. */
const STRUCTURE = 10;
/** A leaf's row is its segment's number times this, and its number. */
const SEGMENT = 2 ** 37;
/** Leaves that are read at once. */
const LEAVES_AT_ONCE = 32;
/** What the terms of the main index begin with; those of indexes of prefixes begin with other digits. */
const MAIN = '0';
/** Among places in a row, which begin at 2. */
const COLUMN_FOLLOWS = 1;

interface Segment {
  readonly id: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Calls `found` with every row that holds the word, or a word that begins so, in one of the columns (in any where none is named); with a
 * prefix, a row may come more than once.
 *
 * @param word folded, as the index has it: letters a to z and digits
 * @example
 * readDoclists(database, 'statement_text', 'bridge', false, [2], (key) => keys.push(key));
 */
export function readDoclists(
  database: Database,
  index: TextIndex,
  word: string,
  prefix: boolean,
  columns: readonly number[] | null,
  found: (rowid: number) => void,
): void {
  const lists = new Map<string, Doclist[]>();
  for (const segment of segmentsOf(database, index)) {
    for (const [term, list] of findLists(database, index, segment, `${MAIN}${word}`, prefix)) {
      const known = lists.get(term);
      if (known) known.push(list);
      else lists.set(term, [list]);
    }
  }
  for (const ofTerm of lists.values()) {
    // One segment has a row once; where there are more, the first one that names it decides.
    const seen = ofTerm.length > 1 ? new Set<number>() : null;
    for (const [position, list] of ofTerm.entries()) {
      readRows(list, columns, (rowid, holds) => {
        if (seen) {
          if (seen.has(rowid)) return;
          if (position < ofTerm.length - 1) seen.add(rowid);
        }
        if (holds) found(rowid);
      });
    }
  }
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
  for (let number = first; number <= last; number += LEAVES_AT_ONCE) {
    const until = Math.min(last, number + LEAVES_AT_ONCE - 1);
    // The first page alone holds most lists.
    const pages = database.all<{ block: Uint8Array }>(
      `SELECT block FROM ${index}_data WHERE id BETWEEN ? AND ? ORDER BY id`,
      id * SEGMENT + number,
      id * SEGMENT + until,
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

function readRows(
  list: Doclist,
  columns: readonly number[] | null,
  row: (rowid: number, holds: boolean) => void,
): void {
  let rowid = 0;
  let piece = 0;
  const bytes = new Reader(list[0].bytes, list[0].start);
  /** Goes on to the next page where this one is at its end; false at the end of all. */
  const isOpen = (): boolean => {
    while (piece < list.length && bytes.at >= list[piece].end) {
      if (++piece === list.length) break;
      bytes.bytes = list[piece].bytes;
      bytes.at = list[piece].start;
    }
    return piece < list.length;
  };
  while (isOpen()) {
    const isWhole = bytes.at === list[piece].whole;
    rowid = isWhole ? bytes.varint() : rowid + bytes.varint();
    if (!isOpen()) return;
    let left = bytes.varint() >> 1;
    let holds = columns === null && left > 0;
    // What stands before any sign of a column is of the first one.
    let column = 0;
    while (left > 0 && isOpen()) {
      if (columns === null || holds) {
        const step = Math.min(left, list[piece].end - bytes.at);
        bytes.at += step;
        left -= step;
        continue;
      }
      const value = bytes.varint();
      left -= lengthOf(value);
      if (value !== COLUMN_FOLLOWS) {
        holds = columns.includes(column);
      } else if (isOpen()) {
        column = bytes.varint();
        left -= lengthOf(column);
      }
    }
    row(rowid, holds);
  }
}

/** Bytes of a number below 2^49. */
function lengthOf(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 128; rest /= 128) length++;
  return length;
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
