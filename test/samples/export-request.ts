/** A ledger of sample articles and a request over it: what tests of exports begin with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportFormat, ExportRequest, StreamedFormat } from '../../src/export/format.ts';
import { type SelectionOptions, selectFrom } from '../../src/export/selection/selection.ts';
import { Tally } from '../../src/export/tally.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import type { Reading } from '../../src/reading/reading.ts';

/** A ledger in a folder of its own. */
export interface SampleLedger {
  readonly ledger: Ledger;
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * A ledger with these readings, each from a path of its own.
 *
 * @example
 * const { ledger, remove } = await makeLedger([makeReading(BRIDGE)]);
 */
export async function makeLedger(readings: readonly Reading[]): Promise<SampleLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-export-'));
  const ledger = await openLedger(join(folder, 'case.db'));
  for (const [position, reading] of readings.entries()) {
    await ledger.addReading(reading, {
      path: `/case/${position}.html`,
      addedAt: '2026-11-22T10:00:00.000Z',
      bytesSha256: 'ab'.repeat(32),
    });
  }
  const remove = async () => {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ledger, folder, remove };
}

/** A request over the ledger, at an hour of its own. */
export function requestOver(ledger: Ledger, options: SelectionOptions = {}): ExportRequest {
  return {
    selection: selectFrom(ledger, options),
    tally: new Tally(),
    at: '2026-11-26T12:00:00.000Z',
    engineVersion: '0.1.0',
    copyLedger: (file) => ledger.backup(file),
  };
}

/**
 * All that a format streams.
 *
 * @example
 * (await streamed(csv, request)).toString();
 */
export async function streamed(format: ExportFormat, request: ExportRequest): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of (format as StreamedFormat).stream(request)) parts.push(Buffer.from(piece as string));
  return Buffer.concat(parts);
}
