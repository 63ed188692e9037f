/**
 * The files under a folder, in order of names, with their sizes. Links are not followed; hidden files are not looked at, nor the
 * folder with pictures and scripts that a browser saves beside a page. A Zotero storage folder is a folder like any other: each
 * subfolder of eight letters and figures holds one attachment, its snapshots are HTML, and what is none is passed over.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileError } from '../bytes/read-file.ts';
import { type Failure, failureOf, type PassedOver } from './item.ts';

export interface FoundFile {
  readonly type: 'file';
  readonly path: string;
  readonly size: number;
}

/**
 * Everything under a folder.
 *
 * @example
 * for await (const found of walkFolder('articles')) if (found.type === 'file') found.path;
 */
export async function* walkFolder(folder: string): AsyncGenerator<FoundFile | PassedOver | Failure> {
  let entries: Awaited<ReturnType<typeof listFolder>>;
  try {
    entries = await listFolder(folder);
  } catch (cause) {
    yield failureOf(folder, fileError(cause));
    return;
  }
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      if (isSavedBeside(entry.name, names)) yield { type: 'passed over', what: path, reason: 'saved beside a page' };
      else yield* walkFolder(path);
    } else if (!entry.isFile()) yield { type: 'passed over', what: path, reason: 'link' };
    else {
      try {
        yield { type: 'file', path, size: (await stat(path)).size };
      } catch (cause) {
        yield failureOf(path, fileError(cause));
      }
    }
  }
}

/**
 * Whether a path lies in an attachment's folder of a Zotero storage.
 *
 * @example
 * isZoteroAttachment('/home/ada/Zotero/storage/AB23CD45/page.html'); // true
 */
export function isZoteroAttachment(path: string): boolean {
  return /[\\/]storage[\\/][A-Z0-9]{8}[\\/][^\\/]+$/.test(path);
}

async function listFolder(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** "Fire_files" beside "Fire.html". */
function isSavedBeside(folder: string, names: ReadonlySet<string>): boolean {
  const page = /^(.+)_files$/.exec(basename(folder))?.[1];
  return page !== undefined && (names.has(`${page}.html`) || names.has(`${page}.htm`));
}
