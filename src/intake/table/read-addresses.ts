/**
 * Tables and lists of web addresses to links: CSV or TSV through csv-parse, with a header or without, and plain texts with an
 * address a line. In a stream, one row in memory, none longer than the limit.
 */
import { parse } from 'csv-parse';
import { HearsayError } from '../../text/errors.ts';
import { pump } from '../bytes/pump.ts';
import { splitLines } from '../bytes/split-lines.ts';
import { decodeBytes } from '../charset/decode-bytes.ts';
import { failureOf, type Hints, type Piece } from '../items/item.ts';

const LONGEST_ROW = 1024 * 1024;
const ADDRESS = /^https?:\/\/\S+$/i;

/** Names of columns that hold the hints, in lower case. */
const COLUMNS: Readonly<Record<'url' | Exclude<keyof Hints, 'from' | 'relay'>, readonly string[]>> = {
  url: ['url', 'link', 'address', 'href', 'uri', 'story_url', 'article_url'],
  title: ['title', 'headline'],
  published: ['published', 'date', 'publish_date', 'published_at', 'publication_date'],
  modified: ['modified', 'updated'],
  outlet: ['outlet', 'media_name', 'publisher', 'source'],
  byline: ['byline', 'author'],
};

/**
 * The rows of a table. Without a header, the first cell that is a web address counts.
 *
 * @example
 * for await (const piece of readTable('list.csv', chunks)) if (piece.type === 'link') piece.url;
 */
export async function* readTable(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let columns: readonly string[] | null = null;
  let row = 0;
  try {
    for await (const cells of rowsOf(chunks)) {
      row++;
      if (row === 1 && !cells.some((cell) => ADDRESS.test(cell.trim())))
        columns = cells.map((cell) => cell.trim().toLowerCase());
      else if (cells.some((cell) => cell.trim() !== '')) yield pieceOf(name, row, cells, columns);
    }
  } catch (cause) {
    if (cause instanceof HearsayError) yield failureOf(name, cause);
    else {
      const reason = cause instanceof Error ? cause.message : String(cause);
      yield failureOf(name, new HearsayError('E_INPUT', `The table cannot be read after row ${row} (${reason}).`));
    }
  }
}

/**
 * The addresses of a plain text, one a line; lines that begin with "#" are remarks.
 *
 * @example
 * for await (const piece of readAddressLines('list.txt', chunks)) if (piece.type === 'link') piece.url;
 */
export async function* readAddressLines(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  try {
    for await (const { number, bytes } of splitLines(chunks, LONGEST_ROW)) {
      const line = bytes === null ? '' : decodeBytes(bytes).text.trim();
      if (bytes === null || (line !== '' && !line.startsWith('#'))) yield pieceOf(name, number, [line], null);
    }
  } catch (cause) {
    yield failureOf(name, cause);
  }
}

async function* rowsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const line = decodeBytes(first.value.subarray(0, LONGEST_ROW)).text.split(/\r?\n/, 1)[0];
  const parser = parse({
    bom: true,
    delimiter: ['\t', ';', ','].find((sign) => line.includes(sign)) ?? ',',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  const all = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  yield* pump<readonly string[]>(parser, all);
}

function pieceOf(name: string, row: number, cells: readonly string[], columns: readonly string[] | null): Piece {
  const cellOf = (field: keyof typeof COLUMNS) => {
    const at = COLUMNS[field].map((column) => columns?.indexOf(column) ?? -1).find((column) => column !== -1);
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
  const url = [cellOf('url'), ...cells.map((cell) => cell.trim())].find((cell) => ADDRESS.test(cell));
  if (url === undefined || !URL.canParse(url)) {
    return failureOf(`${name}, row ${row}`, new HearsayError('E_INPUT', 'There is no web address in this row.'));
  }
  const said = (['title', 'published', 'modified', 'outlet', 'byline'] as const).flatMap((field) => {
    const cell = cellOf(field);
    return cell === '' ? [] : [[field, cell]];
  });
  const hints = { from: 'table', ...Object.fromEntries(said) };
  return { type: 'link', url, expects: 'any', from: name, hints, identity: null, stamp: null, fallback: null };
}
