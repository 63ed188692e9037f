/**
 * The one entry of intake: what a person names (a file, a folder, a web address, "-" for standard input) to pieces, in order. The
 * folders are walked first, so that progress knows how much there is; files are opened one at a time. Web addresses, and those
 * that lists name, come out as links, which follow-links.ts fetches: nothing here touches the network.
 */

import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { fileError } from '../bytes/read-file.ts';
import { formatOf, readSource } from './formats.ts';
import { headOf } from './head.ts';
import { type Failure, failureOf, type Item, type PassedOver, type Piece } from './item.ts';
import { namesWebAddress, STANDARD_INPUT } from './names.ts';
import { openFile, openStream } from './source.ts';
import { type FoundFile, isZoteroAttachment, walkFolder } from './walk-folder.ts';

/** What a person named, with the folders walked. */
export interface Found {
  readonly entries: readonly FoundEntry[];
  /** Bytes of all files on disk, as far as they have a size. */
  readonly bytes: number;
}

export type FoundEntry =
  | { readonly type: 'named file'; readonly name: string }
  | { readonly type: 'address'; readonly name: string }
  | { readonly type: 'standard input' }
  | FoundFile
  | PassedOver
  | Failure;

export interface FindOptions {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Told how many bytes were read from the disk, for progress. */
  readonly onRead?: (bytes: number) => void;
}

/**
 * Looks up what was named and walks the folders.
 *
 * @example
 * const found = await find(['articles/', 'https://courier.example/feed.xml']);
 */
export async function find(names: readonly string[]): Promise<Found> {
  const entries: FoundEntry[] = [];
  let bytes = 0;
  for (const name of names) {
    if (name === STANDARD_INPUT) entries.push({ type: 'standard input' });
    else if (namesWebAddress(name)) entries.push({ type: 'address', name });
    else {
      const status = await stat(name).catch(() => null);
      if (!status?.isDirectory()) entries.push({ type: 'named file', name });
      else for await (const entry of walkFolder(name)) entries.push(entry);
      if (status?.isFile()) bytes += status.size;
    }
  }
  for (const entry of entries) if (entry.type === 'file') bytes += entry.size;
  return { entries, bytes };
}

/**
 * The pieces of what was found, in order.
 *
 * @example
 * for await (const piece of findPieces(await find(['articles/']), { stdin: process.stdin })) …
 */
export async function* findPieces({ entries }: Found, options: FindOptions): AsyncGenerator<Piece> {
  for (const entry of entries) {
    if (entry.type === 'failure' || entry.type === 'passed over') yield entry;
    else if (entry.type === 'address') yield linkTo(entry.name);
    else if (entry.type === 'standard input') yield* piecesOfStream(options.stdin);
    else if (entry.type === 'file') yield* piecesOfFile(entry.path, true, options.onRead);
    else yield* piecesOfFile(entry.name, false, options.onRead);
  }
}

async function* piecesOfFile(
  path: string,
  isFromFolder: boolean,
  onRead: ((bytes: number) => void) | undefined,
): AsyncGenerator<Piece> {
  try {
    const source = await openFile(path, resolve(path), onRead);
    const head = headOf(source);
    const format = formatOf(head);
    if (isFromFolder && format.isTakenFromFolder?.(head) === false) {
      const reason = isZoteroAttachment(resolve(path)) ? `attachment ${extname(path)}`.trim() : extname(path);
      yield { type: 'passed over', what: path, reason };
    } else yield* readSource(source, format);
  } catch (cause) {
    yield failureOf(path, fileError(cause));
  }
}

async function* piecesOfStream(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  try {
    for await (const piece of readSource(await openStream(STANDARD_INPUT, stdin))) {
      yield piece.type === 'item' && piece.path.startsWith(STANDARD_INPUT) ? byContent(piece) : piece;
    }
  } catch (cause) {
    yield failureOf(STANDARD_INPUT, cause);
  }
}

/** Two texts from standard input are two articles: what has no name is known by its content. */
function byContent(item: Item): Item {
  const { content, path } = item;
  if (path !== STANDARD_INPUT) return { ...item, path: `standard input${path.slice(STANDARD_INPUT.length)}` };
  const bytes = 'text' in content ? content.text : content.bytes;
  return { ...item, path: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
}

function linkTo(url: string): Piece {
  return {
    type: 'link',
    url,
    expects: 'any',
    from: url,
    hints: { from: 'intake' },
    identity: null,
    stamp: null,
    fallback: null,
  };
}
