/** A folder of files that is whole or not there: what formats with one file a text make. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeWhole } from './write-whole.ts';

/**
 * Writes files into a folder, which must not exist yet or be empty.
 *
 * @param files names and texts; names are ours, so they lead nowhere else
 * @throws HearsayError E_OUTPUT where it holds something, or cannot be written.
 * @example
 * await writeFolder('brat', [['art_1.txt', 'He left.']]);
 */
export async function writeFolder(
  path: string,
  files: AsyncIterable<readonly [name: string, text: string]> | Iterable<readonly [name: string, text: string]>,
): Promise<void> {
  await makeWhole(path, async (unfinished) => {
    await mkdir(unfinished);
    for await (const [name, text] of files) await writeFile(join(unfinished, name), text, { flush: true });
  });
}
