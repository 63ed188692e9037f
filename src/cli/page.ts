/** `hearsay page`: one HTML file that reads a pasted text with no server and no network. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { HearsayError } from '../text/errors.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';

/** Beside the page that `hearsay serve` shows, under these names (tools/build-page.ts). */
const SCRIPT = 'reader/reader.js';
const STYLE = 'reader/reader.css';

/**
 * The command `page`.
 *
 * @example
 * program.addCommand(pageCommand({ terminal, end }));
 */
export function pageCommand({ terminal }: Run): Command {
  return new Command('page')
    .description('write one HTML page that reads a pasted text without a server')
    .argument('<file>', 'the file to write')
    .addHelpText(
      'after',
      `
The page holds the whole engine, about 30 MB. It opens from a disk or a stick in
any browser of 2023 or later; what is pasted into it goes nowhere.

Examples:
  hearsay page reader.html
  hearsay page /media/stick/reader.html`,
    )
    .action(async (file: string) => {
      const [{ findWebFolder }, { loadModels }, { writeWhole }, { composePage }] = await Promise.all([
        import('../server/find-web-folder.ts'),
        import('../models/load-models.ts'),
        import('../export/output/write-whole.ts'),
        import('./page/compose-page.ts'),
      ]);
      const folder = findWebFolder();
      if (folder === null) {
        throw new HearsayError('E_USAGE', 'The page has not been built: run npm run build, then try again.');
      }
      const [script, style] = await Promise.all([SCRIPT, STYLE].map((name) => readFile(join(folder, name), 'utf8')));
      await writeWhole(file, composePage({ script, style, models: loadModels() }));
      await write(terminal.stdout, `${file}: open it in a browser\n`);
    });
}
