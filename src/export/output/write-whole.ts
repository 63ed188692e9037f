/**
 * Files that are whole or not there: written under another name, forced to the disk, then renamed. Whatever stops the writing, what had the
 * name before still has it, and no half file is left. Pieces are gathered to blocks, so that memory stays flat.
 */
import { type FileHandle, open as openFile, rename, rm } from 'node:fs/promises';
import { HearsayError } from '../../text/errors.ts';

/** Bytes gathered before they are written. */
const BLOCK_BYTES = 256 * 1024;

type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/**
 * Writes all pieces to the file, in place of what was there.
 *
 * @param open how a file is opened for writing
 * @throws HearsayError E_OUTPUT where it cannot be written: a full disk, no such folder, no permission.
 * @example
 * await writeWhole('statements.csv', csv.stream(request));
 */
export async function writeWhole(
  path: string,
  pieces: Pieces,
  open: (path: string) => Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>> = (unfinished) =>
    openFile(unfinished, 'w'),
): Promise<void> {
  await makeWhole(path, async (unfinished) => {
    const file = await open(unfinished);
    try {
      for await (const block of gather(pieces)) await writeAll(file, block);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/**
 * Lets `make` make a file or a folder under another name, and gives it its own when it is whole.
 *
 * @throws HearsayError E_OUTPUT
 * @example
 * await makeWhole('case.db', (unfinished) => ledger.backup(unfinished));
 */
export async function makeWhole(path: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    await make(unfinished);
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw outputError(path, cause);
  }
}

async function* gather(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let texts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      texts.push(piece);
      length += piece.length;
      if (length < BLOCK_BYTES) continue;
    }
    if (texts.length > 0) yield Buffer.from(texts.join(''));
    if (typeof piece !== 'string') yield piece;
    texts = [];
    length = 0;
  }
  if (texts.length > 0) yield Buffer.from(texts.join(''));
}

/** A write may take less than it was given. */
async function writeAll(file: Pick<FileHandle, 'write'>, block: Uint8Array): Promise<void> {
  for (let at = 0; at < block.length; ) at += (await file.write(block, at)).bytesWritten;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room, or export to another one',
  EDQUOT: 'the quota of the disk is used up: make room, or export to another one',
  EFBIG: 'the disk takes no file of that size: export to another one',
  ENOENT: 'there is no such folder: make it first',
  ENOTDIR: 'there is a file where the folder should be',
  EACCES: 'it must not be written there: export to a folder of your own',
  EPERM: 'it must not be written there: export to a folder of your own',
  EROFS: 'the disk is read-only: export to another one',
  EISDIR: 'it is a folder: give the name of a file',
  ENOTEMPTY: 'it is a folder with something in it: give one that does not exist',
  EEXIST: 'it exists already: give a name that does not',
};

function outputError(path: string, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? '';
  const reason = REASONS[code];
  return reason === undefined ? cause : new HearsayError('E_OUTPUT', `${path} was not written: ${reason}.`, { cause });
}
