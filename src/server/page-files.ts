/**
 * The files of the built page. Only names found when the server started can be asked for, so no address, however written,
 * leads out of the folder.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Files in this folder carry a hash of their content in their name. */
const HASHED = '/assets/';

export interface PageFile {
  readonly type: string;
  /** Whether the name changes with the content, so that a browser may keep it. */
  readonly hashed: boolean;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The files of the folder by the path they are asked for, "/" being index.html. An empty map for null.
 *
 * @example
 * listPageFiles('web/dist').get('/')?.type; // 'text/html; charset=utf-8'
 */
export function listPageFiles(folder: string | null): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  if (folder === null) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(folder, path).split(sep).join('/')}`;
    const read = async () => new Uint8Array(await readFile(path));
    files.set(name === '/index.html' ? '/' : name, { type, hashed: name.startsWith(HASHED), read });
  }
  return files;
}
