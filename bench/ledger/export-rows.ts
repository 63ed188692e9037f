/**
 * `node bench/ledger/export-rows.ts LEDGER`: exports all statements of a ledger to CSV in a process of its own, and prints as JSON how many rows
 * that were, how fast they went, how long the file is, and the memory: after a tenth of the rows and at most. Flat memory is where the two
 * are alike.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { csv } from '../../src/export/csv/csv.ts';
import { exportLedger } from '../../src/export/export-ledger.ts';
import type { StreamedFormat } from '../../src/export/format.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { ENGINE_VERSION } from '../../src/reading/engine.ts';

/** What the bench prints of one export. */
export interface ExportedRows {
  readonly rows: number;
  readonly seconds: number;
  readonly bytes: number;
  /** MB of resident memory at most, until a tenth of the rows was written, and until all were. */
  readonly earlyMemory: number;
  readonly memory: number;
}

const [path] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-export-'));
const ledger = await openLedger(path, { create: false });
try {
  const total = countStatements();
  const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
  let earlyMemory = 0;
  const { stream } = csv as StreamedFormat;
  const watched: StreamedFormat = {
    ...(csv as StreamedFormat),
    async *stream(request) {
      for await (const piece of stream(request)) {
        if (earlyMemory === 0 && request.tally.count >= total / 10) earlyMemory = peak();
        yield piece;
      }
    },
  };
  const out = join(folder, 'statements.csv');
  const began = performance.now();
  const { count } = await exportLedger(ledger, {
    format: watched,
    at: new Date().toISOString(),
    engineVersion: ENGINE_VERSION,
    out,
  });
  const seconds = (performance.now() - began) / 1000;
  if (count !== total) throw new Error(`${count} rows were written of ${total}`);
  const result: ExportedRows = { rows: count, seconds, bytes: statSync(out).size, earlyMemory, memory: peak() };
  console.log(JSON.stringify(result));
} finally {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Not through a search, which would put all columns that it goes by in memory. */
function countStatements(): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const { total } = database
    .prepare('SELECT count(*) AS total FROM statement JOIN version ON version.key = statement.version WHERE latest = 1')
    .get() as { total: number };
  database.close();
  return total;
}
