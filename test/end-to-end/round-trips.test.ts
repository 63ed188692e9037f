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
import { decide } from '../../src/ledger/decisions/decide.ts';
import type { DecisionRequest } from '../../src/ledger/decisions/decision-request.ts';
import { exportDecisions, importDecisions } from '../../src/ledger/decisions/exchange-decisions.ts';
import type { Decision, Ledger } from '../../src/ledger/ledger.ts';
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
  const statements = await Array.fromAsync(ledger.eachStatement());
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

test('decisions: taken in by a second ledger of the same articles, they make the same rows', async () => {
  const readings = await exported(ledger, 'json');
  const [first, second] = await Promise.all(['first.db', 'second.db'].map((name) => openLedger(at(name))));
  for (const each of [first, second]) await importReadings(each, readings);
  const untouched = await rowsOf(second);
  const [accepted, rejected, noted, attributed, dated, edited, undone] = untouched.statements
    .filter(({ source, content }) => source && content)
    .map(({ id }) => id);
  const [one, other] = untouched.actors.filter(({ type }) => type === 'person').map(({ id }) => id);
  const { articleId } = untouched.statements[0];
  const place = {
    name: 'Morrin',
    country: null,
    geonamesId: null,
    lat: 55,
    lon: 21,
    precision: 'city',
    kind: null,
  } as const;
  const { cue } = untouched.statements.find(({ id }) => id === edited)!;
  const requests: DecisionRequest[] = [
    { kind: 'accept', entries: [accepted] },
    { kind: 'reject', entries: [rejected] },
    { kind: 'note', entries: [noted], note: 'Who was asked?' },
    { kind: 'tag', entries: [accepted, untouched.assertions[0].id], tag: 'quay' },
    { kind: 'status', entries: [noted], status: 'disputed' },
    { kind: 'attribute', entries: [attributed], to: { name: 'Ada Lund', type: 'person' } },
    { kind: 'merge', entries: [one, other] },
    { kind: 'place', entries: [untouched.places[0].id], place },
    { kind: 'date', entries: [dated], clock: 'said', edtf: '2026-04-13' },
    { kind: 'edit', entry: edited, source: null, cue: cue && [...cue.spans], speechAct: 'denied' },
    { kind: 'edit', entry: articleId, content: [[0, 5]] },
    { kind: 'accept', entries: [undone] },
  ];
  const made: Decision[] = [];
  for (const [minute, request] of requests.entries())
    made.push(...(await decide(first, request, { by: 'Ada', at: `2026-11-26T10:${10 + minute}:00.000Z` })));
  await decide(first, { kind: 'undo', decision: made.at(-1)!.id }, { by: 'Ben', at: '2026-11-26T11:00:00.000Z' });

  const lines = await Array.fromAsync(exportDecisions(first));
  const { added, states, refused } = await importDecisions(second, lines);
  expect({ added, refused }).toEqual({ added: lines.length, refused: [] });
  expect(states).toMatchObject({ laid: lines.length - 1, undone: 1 });
  expect(await rowsOf(second)).toEqual(await rowsOf(first));
  expect(await rowsOf(second)).not.toEqual(untouched);
  expect(await Array.fromAsync(exportDecisions(second))).toEqual(lines);
  expect(await exported(second, 'json')).toBe(await exported(first, 'json'));
  await Promise.all([first.close(), second.close()]);
});

/** All that people see of a ledger, with what was ruled. */
async function rowsOf(from: Ledger) {
  return {
    statements: await Array.fromAsync(from.eachStatement('all')),
    actors: await Array.fromAsync(from.eachActor('all')),
    assertions: await Array.fromAsync(from.eachAssertion('all')),
    moments: await Array.fromAsync(from.eachMoment('all')),
    places: await Array.fromAsync(from.eachPlace('all')),
    claims: await Array.fromAsync(from.eachClaim('all')),
  };
}

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
