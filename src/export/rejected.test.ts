/** What becomes of rejected entries in every format: marked, or left out and counted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAPTURE } from '../../test/samples/bridge-and-ferry.ts';
import { PIER_READING } from '../../test/samples/two-readings.ts';
import { decide } from '../ledger/decisions/decide.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/sqlite/open-ledger.ts';
import { exportLedger } from './export-ledger.ts';
import type { ExportFormat } from './format.ts';
import { FORMATS } from './formats.ts';
import { ledgerTimeline } from './timeline/ledger-timeline.ts';

const AT = '2026-11-26T12:00:00.000Z';
const [LUND] = PIER_READING.statements;
const [VELMAR] = PIER_READING.places;
/** A list of feeds holds no entries. */
const STREAMS = FORMATS.filter(({ kind, unit }) => kind === 'stream' && unit !== 'feeds');
const MARKING = STREAMS.filter(({ marksRejected }) => marksRejected);

let folder: string;
let ledger: Ledger;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-rejected-'));
  ledger = await openLedger(join(folder, 'case.db'));
  await ledger.addReading(PIER_READING, CAPTURE);
  await decide(ledger, { kind: 'reject', entries: [LUND.id, VELMAR.id] }, { by: 'Ada', at: AT });
});

afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function write(format: ExportFormat, query?: string) {
  const pieces: Uint8Array[] = [];
  const exported = await exportLedger(ledger, {
    format,
    at: AT,
    engineVersion: '0.1.0',
    ...(query !== undefined && { query }),
    write: async (piece) => void pieces.push(Buffer.from(piece)),
  });
  return { ...exported, text: Buffer.concat(pieces).toString() };
}

test.each(MARKING)('$name shows what was rejected', async (format) => {
  const { text, losses } = await write(format);
  expect(losses.filter(({ what }) => /rejected/.test(what))).toEqual([]);
  // Parquet and evidence packs are packed, and a manifest only counts.
  if (!['parquet', 'wacz', 'manifest'].includes(format.name)) expect(text).toContain('reject');
});

test.each(STREAMS.filter((format) => !MARKING.includes(format)))(
  '$name leaves out what was rejected, and says so',
  async (format) => {
    const { losses } = await write(format);
    expect(losses).toContainEqual({ what: 'rejected statements', count: 1 });
    if (format.unit === 'places') expect(losses).toContainEqual({ what: 'rejected places', count: 1 });
  },
);

test.each(STREAMS.filter(({ unit }) => unit === 'statements'))(
  '$name without what was rejected has as many statements as the search finds',
  async (format) => {
    const query = '-is:rejected';
    const { total, rows } = await ledger.statements({ search: query });
    expect(rows.map(({ review }) => review?.status ?? null)).not.toContain('rejected');
    const { count, losses } = await write(format, query);
    expect(losses.filter(({ what }) => /rejected/.test(what))).toEqual([]);
    const leftOut = losses
      .filter(({ what }) => /statement|den|question/.test(what))
      .reduce((sum, { count: n }) => sum + n, 0);
    expect(count + leftOut).toBe(total);
  },
);

test('the timeline keeps rejected entries, and marks them', async () => {
  const [{ entries }] = await Array.fromAsync(ledgerTimeline(ledger));
  const said = entries.filter(({ clock }) => clock === 'said');
  expect(said.map(({ voice, isRejected }) => [voice.statement, isRejected])).toEqual(
    PIER_READING.statements.map(({ id }) => [id, id === LUND.id]),
  );
});
