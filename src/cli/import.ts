/** `hearsay import`: takes back what `hearsay export` wrote: a whole ledger as JSON, or texts that people went through in an annotation tool. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import type { ToolFile } from '../export/annotated/corrected-text.ts';
import { HearsayError } from '../text/errors.ts';
import { BY_OPTION, nameDecider } from './decider.ts';
import { EXIT } from './exit-codes.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { columnsOf, write } from './terminal.ts';
import { count } from './view/count.ts';
import { cut } from './view/show-table.ts';
import { wrapText } from './view/wrap-text.ts';

interface ImportOptions {
  readonly ledger: string;
  readonly format: string;
  readonly by?: string;
  readonly acceptUnchanged?: true;
  readonly dryRun?: true;
}

/**
 * The command `import`.
 *
 * @example
 * program.addCommand(importCommand({ terminal, end }));
 */
export function importCommand(run: Run): Command {
  return new Command('import')
    .description('take back an export: readings, or corrections made in an annotation tool')
    .argument('<file>', 'what "hearsay export" or the tool wrote; a folder of brat or Citron')
    .option('--format <name>', 'json, label-studio, prodigy, doccano, brat, citron or hypothesis', 'json')
    .option(BY_OPTION[0], 'who corrected (default: the name in the file, else HEARSAY_NAME, else your user name)')
    .option('--accept-unchanged', 'what was left as it is in a text that somebody went through is accepted')
    .option('--dry-run', 'show the corrections and write nothing')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
With json, readings, versions, sightings and decisions come in as they were, and
nothing is read again. What the ledger has already is passed over, so a
colleague's export can be put into a ledger of your own.

With the name of an annotation tool, texts that "hearsay export" wrote for it
are compared with the ledger, and what people changed becomes decisions: other
words are an edit, a statement taken out is rejected, one newly marked is put
in, a note is a note. The same file twice changes nothing. What no decision can
hold is counted, and the exit code is then ${EXIT.someFailed}. docs/exports.md says more about each tool.

Examples:
  hearsay import case.json
  hearsay import --ledger joint.db from-ada.json
  hearsay import project-1.json --format label-studio --dry-run
  hearsay import all.jsonl --format doccano --by Ada --accept-unchanged
  hearsay import brat/ --format brat --by Ben`,
    )
    .action((path: string, options: ImportOptions) =>
      options.format === 'json' ? takeReadings(run, path, options) : takeCorrections(run, path, options),
    );
}

async function takeReadings({ terminal }: Run, file: string, options: ImportOptions): Promise<void> {
  if (options.by !== undefined || options.acceptUnchanged || options.dryRun) {
    const message = 'A JSON export comes in as it is: --by, --accept-unchanged and --dry-run are for annotation tools.';
    throw new HearsayError('E_USAGE', message);
  }
  const [{ openLedger }, { importReadings }, text] = await Promise.all([
    import('../ledger/sqlite/open-ledger.ts'),
    import('../export/json/import-readings.ts'),
    readText(file),
  ]);
  const path = options.ledger;
  const ledger = await openLedger(path);
  try {
    const { readings, newReadings, decisions, newDecisions, removals } = await importReadings(ledger, text);
    const known = readings === newReadings ? '' : `, ${readings - newReadings} known`;
    const ruled = decisions === 0 ? '' : `; ${newDecisions} of ${decisions} decisions were new`;
    await write(terminal.stdout, `${path}: ${count(newReadings, 'reading')} added${known}${ruled}\n`);
    if (removals > 0) {
      const note = `${file} tells of ${count(removals, 'removed article')}; the trace stays with the ledger they were in.`;
      await write(terminal.stderr, `hearsay: ${note}\n`);
    }
  } finally {
    await ledger.close();
  }
}

async function takeCorrections({ terminal, end }: Run, path: string, options: ImportOptions): Promise<void> {
  const [{ openLedger }, { importAnnotations }, { correctionLine, countCorrections }] = await Promise.all([
    import('../ledger/sqlite/open-ledger.ts'),
    import('../export/annotated/import-annotations.ts'),
    import('./view/show-corrections.ts'),
  ]);
  const files = await readFiles(path);
  const ledger = await openLedger(options.ledger, { create: false });
  try {
    const { texts, decisions, added, unchanged, leftOut } = await importAnnotations(ledger, {
      format: options.format,
      files,
      by: options.by ?? null,
      byDefault: () => nameDecider(terminal.environment, undefined),
      at: new Date().toISOString(),
      ...(options.acceptUnchanged && { acceptUnchanged: true }),
      ...(options.dryRun && { isDryRun: true }),
    });
    if (options.dryRun) {
      const most = terminal.stdout.isTTY ? columnsOf(terminal.stdout) : Number.POSITIVE_INFINITY;
      for (const decision of decisions) await write(terminal.stdout, `${cut(correctionLine(decision), most)}\n`);
    }
    const written = options.dryRun ? 'nothing written' : `${added} of ${decisions.length} decisions were new`;
    const told = `${countCorrections(decisions)}; ${unchanged} unchanged, in ${count(texts, 'text')}; ${written}`;
    await write(terminal.stdout, `${options.ledger}: ${told}\n`);
    if (leftOut.length > 0) {
      const note = `Left out: ${leftOut.map((loss) => `${loss.what} (${loss.count})`).join('; ')}.`;
      await write(terminal.stderr, `${wrapText(note, columnsOf(terminal.stderr)).join('\n')}\n`);
      end(EXIT.someFailed);
    }
  } finally {
    await ledger.close();
  }
}

/** The file; of a folder, the files in it. */
async function readFiles(path: string): Promise<ToolFile[]> {
  const names = await readdir(path).catch(() => null);
  if (names === null) return [{ name: basename(path), text: await readText(path) }];
  const files: ToolFile[] = [];
  for (const name of names.sort()) {
    if (/\.(?:txt|ann|jsonl?)$/.test(name)) files.push({ name, text: await readText(join(path, name)) });
  }
  if (files.length > 0) return files;
  throw new HearsayError('E_NOT_FOUND', `${path} holds no file of an annotation tool (.json, .jsonl, .txt, .ann).`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing) throw new HearsayError('E_NOT_FOUND', `There is no such file: ${file}`, { cause });
    throw new HearsayError('E_UNREADABLE', `${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
}
