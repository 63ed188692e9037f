/** Finds the articles under the paths that a person named: folders are walked in order of names, files taken as they are. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileError } from '../../intake/bytes/read-file.ts';
import { type Failure, namesWebAddress } from './read-inputs.ts';

const ARTICLE = /\.(html?|txt)(\.gz)?$/i;

export interface Found {
  readonly paths: readonly string[];
  readonly failures: readonly Failure[];
  /** How many files of each ending were passed over in folders; "" stands for none, "link" for symbolic links. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/**
 * The files to read. In folders only .html, .htm and .txt (gzipped or not) are taken; links are not followed.
 *
 * @example
 * const { paths } = await findArticles(['articles/', 'https://courier.example/harbour']);
 */
export async function findArticles(names: readonly string[]): Promise<Found> {
  const paths: string[] = [];
  const failures: Failure[] = [];
  const passedOver = new Map<string, number>();
  const passOver = (kind: string) => passedOver.set(kind, (passedOver.get(kind) ?? 0) + 1);

  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walkOrFail(path);
      else if (!entry.isFile()) passOver('link');
      else if (ARTICLE.test(entry.name)) paths.push(path);
      else passOver(extname(entry.name));
    }
  };
  const walkOrFail = async (folder: string): Promise<void> => {
    try {
      await walk(folder);
    } catch (cause) {
      failures.push({ id: folder, error: fileError(cause) });
    }
  };

  for (const name of names) {
    const isFolder = !namesWebAddress(name) && (await stat(name).catch(() => null))?.isDirectory();
    if (isFolder) await walkOrFail(name);
    else paths.push(name);
  }
  return { paths, failures, passedOver };
}
