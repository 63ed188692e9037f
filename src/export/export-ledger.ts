/** One export from beginning to end: a format, a request, and where to; the command line and the API do the same thing here. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { HearsayError } from '../text/errors.ts';
import type { ExportFormat, ExportRequest } from './format.ts';
import { writeWhole } from './output/write-whole.ts';
import { findStatements } from './selection/find-statements.ts';
import { type SelectionOptions, selectFrom } from './selection/selection.ts';
import { type Loss, Tally } from './tally.ts';

export interface ExportOptions extends Omit<SelectionOptions, 'statements' | 'onRejected'> {
  /** A search (docs/search.md): only the statements that it finds are taken. */
  readonly query?: string;
  readonly format: ExportFormat;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly engineVersion: string;
  readonly bom?: boolean;
  readonly keptBytes?: ExportRequest['keptBytes'];
  readonly signer?: ExportRequest['signer'];
  /** A file or folder; where it is left out, pieces go to `write`. */
  readonly out?: string;
  readonly write?: (piece: string | Uint8Array) => Promise<void>;
}

export interface Exported {
  readonly count: number;
  readonly losses: readonly Loss[];
}

/**
 * Exports the ledger as it is now, whatever is written to it meanwhile.
 *
 * @throws HearsayError E_USAGE where the format needs `out`, or cannot be made of a part of the ledger, or would overwrite the
 * ledger; E_INPUT where the query has a mistake; E_NOT_FOUND where there is no such article; E_OUTPUT where the file cannot be written.
 * @example
 * const { count } = await exportLedger(ledger, { format: findFormat('csv'), out: 'case.csv', at, engineVersion });
 */
export async function exportLedger(ledger: Ledger, options: ExportOptions): Promise<Exported> {
  const { format, out, articles, query } = options;
  checkRequest(ledger, options);
  const snapshot = await ledger.snapshot();
  try {
    for (const id of articles ?? []) {
      if ((await snapshot.article(id)) === null) {
        throw new HearsayError('E_NOT_FOUND', `The ledger holds no article ${id}: nothing was exported.`);
      }
    }
    const statements = query === undefined ? undefined : await findStatements(snapshot, query);
    const tally = new Tally();
    const request: ExportRequest = {
      selection: selectFrom(snapshot, {
        ...options,
        ...(statements && { statements }),
        ...(!format.marksRejected && { onRejected: (what) => tally.lose(`rejected ${what}`) }),
      }),
      tally,
      at: options.at,
      engineVersion: options.engineVersion,
      copyLedger: (file) => ledger.backup(file),
      ...(options.bom && { bom: true }),
      ...(options.keptBytes && { keptBytes: options.keptBytes }),
      ...(options.signer && { signer: options.signer }),
    };
    if (format.kind !== 'stream') await format.save(request, out!);
    else if (out === undefined) for await (const piece of format.stream(request)) await options.write!(piece);
    else {
      await writeWhole(out, format.stream(request));
      await format.beside?.(request, out);
    }
    return { count: tally.count, losses: tally.losses };
  } finally {
    await snapshot.close();
  }
}

function checkRequest(ledger: Ledger, { format, out, articles, query }: ExportOptions): void {
  if (format.kind !== 'stream' && out === undefined) {
    throw new HearsayError('E_USAGE', `${format.name} makes a ${format.kind}: say where with --out.`);
  }
  if (format.kind !== 'stream' && format.isWholeLedger && (articles || query !== undefined)) {
    throw new HearsayError('E_USAGE', `${format.name} copies the whole ledger: leave --article and --query out.`);
  }
  if (out !== undefined && realPath(out) === realPath(ledger.path)) {
    throw new HearsayError('E_USAGE', `${out} is the ledger itself: give another name.`);
  }
}

/** The path without links, of a file that need not exist yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return resolve(path);
    }
  }
}
