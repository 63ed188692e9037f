/**
 * `npm run bench:ledger [-- --statements N] [--seed N] [--keep FILE]`
 *
 * Makes a ledger of made-up readings (1,000,000 statements unless told otherwise) and prints how fast rows go in (the making of the
 * readings not counted), how many bytes of the file a statement takes beside the texts of the articles, which tables take them, and
 * the memory at most; then exports all rows to CSV and prints how fast, and with how much memory. Ends with code 1 where a limit is missed. With --keep the ledger stays, for a look or for other benches.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import type { ExportedRows } from './export-rows.ts';
import { makeFictionalReading } from './fictional-readings.ts';

/** Bytes of the file a statement, without the texts of the articles. */
const MOST_BYTES = 1500;
/** Readings kept in one transaction. */
const GROUP = 20;

const { values: options } = parseArgs({
  options: {
    statements: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-ledger-'));
try {
  const path = options.keep ?? join(folder, 'ledger.db');
  console.log(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}\n`);
  const { statements, readings, ms, cpuMs } = await fill(path, Number(options.statements), Number(options.seed));
  const rate = (count: number) => Math.round((count / ms) * 1000);
  console.log(`${(cpuMs / readings).toFixed(2)} ms of processor time an article`);
  console.log(`${readings} articles, ${statements} statements, put in at ${rate(readings)} articles a second`);
  console.log(
    `${rate(statements)} statements a second, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory at most\n`,
  );
  measureFile(path, statements);
  exportRows(path);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function fill(
  path: string,
  wanted: number,
  seed: number,
): Promise<{ statements: number; readings: number; ms: number; cpuMs: number }> {
  const ledger = await openLedger(path);
  let [statements, readings, ms, cpuMs] = [0, 0, 0, 0];
  while (statements < wanted) {
    const group = Array.from({ length: GROUP }, (_, position) => {
      const reading = makeFictionalReading(seed, readings + position);
      const addedAt = new Date(Date.UTC(2026, 0, 1) + (readings + position) * 1000).toISOString();
      return {
        reading,
        capture: { path: `/made-up/${readings + position}`, addedAt, bytesSha256: reading.textSha256 },
      };
    });
    const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
    await ledger.addReadings(group);
    ms += performance.now() - began;
    const { user, system } = process.cpuUsage(cpuBegan);
    cpuMs += (user + system) / 1000;
    readings += GROUP;
    for (const { reading } of group) statements += reading.statements.length;
  }
  await ledger.close();
  return { statements, readings, ms, cpuMs };
}

function measureFile(path: string, statements: number): void {
  const database = new DatabaseSync(path, { readOnly: true });
  const { bytes: texts } = database.prepare('SELECT sum(octet_length(text)) AS bytes FROM version').get() as {
    bytes: number;
  };
  const tables = database
    .prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat WHERE aggregate = 0 GROUP BY name ORDER BY bytes DESC')
    .all() as { name: string; bytes: number }[];
  database.close();
  const size = statSync(path).size;
  console.log(`${Math.round(size / 1e6)} MB, of which ${Math.round(texts / 1e6)} MB are the texts of the articles`);
  for (const { name, bytes } of tables) {
    const each = bytes / statements;
    if (each >= 1) console.log(`${each.toFixed(0).padStart(8)} bytes a statement  ${name}`);
  }
  const each = Math.round((size - texts) / statements);
  const isMet = each <= MOST_BYTES;
  console.log(`\n${each} bytes a statement without the texts (at most ${MOST_BYTES})${isMet ? '' : '  MISSED'}`);
  if (!isMet) process.exitCode = 1;
}

/** In a process of its own, so that the memory is that of the export. */
function exportRows(path: string): void {
  const program = join(import.meta.dirname, 'export-rows.ts');
  const { rows, seconds, bytes, earlyMemory, memory }: ExportedRows = JSON.parse(
    execFileSync(process.execPath, [program, path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  console.log(`\n${rows} rows of CSV (${Math.round(bytes / 1e6)} MB), ${Math.round(rows / seconds)} a second`);
  console.log(`${memory} MB of memory at most, ${earlyMemory} MB after a tenth of the rows`);
}
