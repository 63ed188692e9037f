/** The sample project goes out, in and out again through every lossless format, and is identical. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportLedger } from '../../src/export/export-ledger.ts';
import { FORMATS, findFormat } from '../../src/export/formats.ts';
import { importReadings } from '../../src/export/json/import-readings.ts';
import { readAnnotations } from '../../src/export/web-annotation/read-annotations.ts';
import type { Item } from '../../src/intake/items/item.ts';
import { readWacz } from '../../src/intake/wacz/read-wacz.ts';
import type { Ledger, StatementRecord } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { prepareSampleLedger } from '../../tools/sample-ledger.ts';

let folder: string;
let ledger: Ledger;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-round-trips-'));
  const path = await prepareSampleLedger(new AbortController().signal);
  const sample = await openLedger(path!, { create: false });
  // The sample ledger is kept for other runs: work on a copy.
  await sample.backup(at('case.db'));
  await sample.close();
  ledger = await openLedger(at('case.db'), { create: false });
});

afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function exported(from: Ledger, format: string): Promise<string> {
  const out = at(`out.${format}`);
  const options = { at: '2026-11-26T12:00:00.000Z', engineVersion: '0.1.0', out };
  await exportLedger(from, { format: findFormat(format), ...options });
  return readFileSync(out, 'utf8');
}

/** Formats that say that they lose nothing; each has a test of its own below. */
test('every lossless format is tried', () => {
  expect(FORMATS.filter(({ isLossless }) => isLossless).map(({ name }) => name)).toEqual([
    'json',
    'sqlite',
    'web-annotation',
  ]);
});

test('json', async () => {
  const first = await exported(ledger, 'json');
  const again = await openLedger(at('again.db'));
  await importReadings(again, first);
  for (const format of ['json', 'csv', 'web-annotation']) {
    expect(await exported(again, format)).toBe(await exported(ledger, format));
  }
  await again.close();
});

test('sqlite', async () => {
  await exportLedger(ledger, { format: findFormat('sqlite'), at: '', engineVersion: '0.1.0', out: at('copy.db') });
  const copy = await openLedger(at('copy.db'), { create: false });
  for (const format of ['json', 'csv']) expect(await exported(copy, format)).toBe(await exported(ledger, format));
  await copy.close();
});

test('web-annotation', async () => {
  const statements: StatementRecord[] = [];
  for await (const statement of ledger.eachStatement()) statements.push(statement);
  expect(statements.length).toBe((await ledger.statements()).total);
  expect(readAnnotations(await exported(ledger, 'web-annotation'))).toEqual(statements);
});

test('wacz: intake takes every page of it, with all hashes as they were sealed', async () => {
  await exported(ledger, 'wacz');
  const texts: string[] = [];
  for await (const { reading } of ledger.eachReading()) texts.push(reading.text);
  const read: string[] = [];
  for await (const piece of readWacz('out.wacz', at('out.wacz'))) {
    expect(piece.type, JSON.stringify(piece)).toBe('item');
    const { content } = piece as Item;
    read.push('bytes' in content ? new TextDecoder().decode(content.bytes) : content.text);
  }
  expect(read).toEqual(texts);
});

test('every format of statements has as many as the ledger', async () => {
  const { total } = await ledger.statements();
  for (const format of FORMATS.filter(({ unit, kind }) => unit === 'statements' && kind === 'stream')) {
    const { count, losses } = await exportLedger(ledger, {
      format,
      at: '2026-11-26T12:00:00.000Z',
      engineVersion: '0.1.0',
      out: at(`count.${format.name}`),
    });
    // schema.org has no claim for what puts nothing forward; it says how many these are.
    const without = format.name === 'schema-org' ? losses.reduce((sum, loss) => sum + loss.count, 0) : 0;
    expect(count + without, format.name).toBe(total);
  }
});
