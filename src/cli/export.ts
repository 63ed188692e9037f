/** `hearsay export`: hands a ledger, or a part of it, over in a format that other tools open. */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { ExportFormat } from '../export/format.ts';
import { FORMATS, findFormat } from '../export/formats.ts';
import { type Loss, lossNote } from '../export/tally.ts';
import type { Signer } from '../export/wacz/open-signer.ts';
import { keptPath } from '../intake/warc/keep-page.ts';
import { ENGINE_VERSION } from '../reading/engine.ts';
import { HearsayError } from '../text/errors.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { columnsOf, type Terminal, write } from './terminal.ts';
import { wrapText } from './view/wrap-text.ts';

interface ExportOptions {
  readonly ledger: string;
  readonly format?: string;
  readonly out?: string;
  readonly article?: string[];
  readonly query?: string;
  readonly bom?: true;
  readonly bytes?: string;
  readonly sign?: string;
  readonly list?: true;
}

/**
 * The command `export`.
 *
 * @example
 * program.addCommand(exportCommand({ terminal, end }));
 */
export function exportCommand({ terminal }: Run): Command {
  return new Command('export')
    .description('hand a ledger over: tables, annotations, a report, an archive')
    .option('--format <name>', 'what to make: see --list')
    .option('--out <file>', 'where to; standard output where it is left out')
    .option('--article <id...>', 'only these articles (art_…)')
    .option('--query <search>', 'only the statements that a search finds')
    .option('--bom', 'begin CSV with a byte order mark, which older Excel needs')
    .option('--bytes <folder>', 'for wacz: where "hearsay add --keep-bytes" kept the pages')
    .option('--sign <key>', 'for wacz: sign with the private key in this file, made where there is none')
    .option('--list', 'list all formats')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
A file is whole or not there: whatever stops the export, no half file has the
name. The export shows the ledger as it was when it began. What is printed at
the end counts what is in the file and tells what the format has no place for.
docs/exports.md says more about each format.

Examples:
  hearsay export --format csv --out statements.csv
  hearsay export --format html --out report.html
  hearsay export --format jsonl | jq .actor_name
  hearsay export --format csv --query 'act:denied outlet:courier' --out denials.csv
  hearsay export --format json --article art_0f3c5a7e91b24d68 --out one.json
  hearsay export --format wacz --bytes pages/ --sign key.pem --out case.wacz
  hearsay export --list`,
    )
    .action(async (options: ExportOptions) => {
      if (options.list) {
        await write(terminal.stdout, listFormats());
        return;
      }
      if (options.format === undefined) {
        throw new HearsayError('E_USAGE', 'Say what to make with --format; "hearsay export --list" lists all formats.');
      }
      const format = findFormat(options.format);
      if (options.sign !== undefined && format.name !== 'wacz') {
        throw new HearsayError('E_USAGE', 'Only wacz is signed: leave --sign out, or ask for --format wacz.');
      }
      const [{ openLedger }, { exportLedger }] = await Promise.all([
        import('../ledger/sqlite/open-ledger.ts'),
        import('../export/export-ledger.ts'),
      ]);
      const ledger = await openLedger(options.ledger, { create: false });
      try {
        const { count, losses } = await exportLedger(ledger, {
          format,
          at: new Date().toISOString(),
          engineVersion: ENGINE_VERSION,
          write: (piece) => write(terminal.stdout, piece),
          ...(options.out !== undefined && { out: options.out }),
          ...(options.article && { articles: options.article }),
          ...(options.query !== undefined && { query: options.query }),
          asked: askedFor(options),
          ...(options.bom && { bom: true }),
          ...(options.bytes !== undefined && { keptBytes: keptBytesIn(options.bytes) }),
          ...(options.sign !== undefined && { signer: await signerOf(options.sign) }),
        });
        await tell(terminal, options, format, count, losses);
      } finally {
        await ledger.close();
      }
    });
}

function askedFor({ article, query }: ExportOptions): string {
  const parts = [article && `articles ${article.join(', ')}`, query !== undefined && `query ${query}`];
  return parts.filter(Boolean).join('; ') || 'all';
}

/** Reads what intake kept; null where there is no such file. */
function keptBytesIn(folder: string): (bytesSha256: string) => Promise<Uint8Array | null> {
  return async (bytesSha256) => {
    try {
      return await readFile(keptPath(folder, bytesSha256));
    } catch {
      return null;
    }
  };
}

async function signerOf(path: string): Promise<Signer> {
  const { openSigner } = await import('../export/wacz/open-signer.ts');
  return openSigner(path);
}

/** Standard output is the export's own where no file is named. */
async function tell(
  terminal: Terminal,
  { ledger, out }: ExportOptions,
  format: ExportFormat,
  count: number,
  losses: readonly Loss[],
): Promise<void> {
  const output = out === undefined ? terminal.stderr : terminal.stdout;
  const unit = count === 1 ? format.unit.replace(/ies$/, 'y').replace(/s$/, '') : format.unit;
  await write(
    output,
    `${ledger}: ${count} ${unit} exported as ${format.name}${out === undefined ? '' : ` to ${out}`}\n`,
  );
  const note = lossNote(format.leavesOut, losses);
  if (note !== '') await write(terminal.stderr, `${wrapText(note, columnsOf(terminal.stderr)).join('\n')}\n`);
}

function listFormats(): string {
  const width = Math.max(...FORMATS.map(({ name }) => name.length));
  return FORMATS.map(({ name, description, isLossless }) => {
    const [first, ...rest] = wrapText(`${description}${isLossless ? ' (lossless)' : ''}`, 78 - width);
    return [`${name.padEnd(width)}  ${first}`, ...rest.map((line) => `${' '.repeat(width + 2)}${line}`)].join('\n');
  })
    .join('\n')
    .concat('\n');
}
