/** The three tables of statements: the same rows and columns, read back by the readers of their formats. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Package } from 'datapackage';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BRIDGE, FERRY } from '../../../test/samples/bridge-and-ferry.ts';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { makeReading, type SampleArticle } from '../../../test/samples/make-reading.ts';
import { csv } from '../csv/csv.ts';
import { jsonl } from '../jsonl.ts';
import { parquet } from '../parquet.ts';
import { findStatements } from '../selection/find-statements.ts';
import { putDataPackage } from './data-package.ts';
import { STATEMENT_COLUMNS } from './statement-columns.ts';

const HOSTILE: SampleArticle = {
  article: { title: '=cmd|"/c calc"!A0', outlet: 'The "Post", daily', url: 'https://www.post.example/a' },
  blocks: [['paragraph', '-1 said the regime claimed 🚢 that "it\nwas" so, maybe.']],
  actors: [{ words: '-1', type: 'unnamed', unnamedType: 'other' }],
  statements: [
    {
      source: ['-1'],
      cue: ['said'],
      content: ['the regime claimed 🚢 that "it\nwas" so, maybe'],
      who: { resolution: 'known', actors: [0] },
    },
    {
      source: ['the regime'],
      cue: ['claimed'],
      content: ['that', 'so, maybe'],
      parent: 0,
      act: { hedges: [[48, 53]], negated: true },
    },
  ],
  wording: [['regime', 'government']],
};

let sample: SampleLedger;
beforeAll(async () => {
  sample = await makeLedger([BRIDGE, FERRY, HOSTILE].map(makeReading));
});
afterAll(() => sample.remove());

const NAMES = STATEMENT_COLUMNS.map(({ name }) => name);

test('JSON Lines: a row has what is known of a statement', async () => {
  const text = String(await streamed(jsonl, requestOver(sample.ledger)));
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(Object.keys(row)).toEqual(NAMES);
  expect(rows[3]).toMatchObject({
    outlet_domain: 'post.example',
    source_text: '-1',
    source_type: 'unnamed',
    relay_chain: [],
    polarity: 'affirmed',
    lat: null,
  });
  expect(rows[4]).toMatchObject({
    text: 'that … so, maybe',
    hearsay_depth: 1,
    relay_chain: [{ statement_id: rows[3].statement_id, source: '-1', cue: 'said' }],
    polarity: 'negated',
    hedges: ['maybe'],
    loaded_terms: ['regime'],
    method: 'rules',
  });
  const { text: article } = makeReading(HOSTILE);
  for (const { start, end, prefix, suffix } of rows.slice(3)) {
    expect(article.slice(start - prefix.length, end + suffix.length)).toBe(prefix + article.slice(start, end) + suffix);
  }
  expect(rows[3].text).toBe(article.slice(rows[3].start, rows[3].end));
});

test('CSV: the same rows, formulas disarmed, a byte order mark where asked for', async () => {
  const request = requestOver(sample.ledger);
  const lines = String(await streamed(jsonl, requestOver(sample.ledger)))
    .trimEnd()
    .split('\n');
  const bytes = await streamed(csv, { ...request, bom: true });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  expect(request.tally.count).toBe(5);
  expect(rows).toHaveLength(5);
  rows.forEach((row, position) => {
    const expected = Object.entries(JSON.parse(lines[position]) as Record<string, unknown>).map(([name, value]) => {
      const cell = value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
      return [name, typeof value === 'string' && /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell];
    });
    expect(Object.entries(row)).toEqual(expected);
  });
  expect(rows[4]).toMatchObject({ headline: `'=cmd|"/c calc"!A0` });
  expect(request.tally.losses).toContainEqual({ what: 'the gaps of split contents', count: 1 });
});

test('Parquet: the same rows with types, and the note on what is not in it', async () => {
  const bytes = await streamed(parquet, requestOver(sample.ledger));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  const lines = String(await streamed(jsonl, requestOver(sample.ledger)))
    .trimEnd()
    .split('\n');
  expect(rows).toEqual(lines.map((line) => JSON.parse(line)));
  const { key_value_metadata: notes, num_rows: count } = parquetMetadata(file);
  expect(count).toBe(5n);
  expect(notes?.find(({ key }) => key === 'hearsay:loss')?.value).toMatch(/gaps of split contents \(1\)/);
});

test('nothing in, nothing out', async () => {
  const empty = await makeLedger([]);
  for (const format of [csv, jsonl, parquet]) {
    const request = requestOver(empty.ledger);
    const bytes = await streamed(format, request);
    expect(request.tally.count).toBe(0);
    if (format === parquet) {
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      expect(await parquetReadObjects({ file })).toEqual([]);
    } else expect(String(bytes)).toBe(format === csv ? `${NAMES.join(',')}\r\n` : '');
  }
  await empty.remove();
});

test('some articles, or some statements', async () => {
  const [first] = await sample.ledger.articles();
  const request = requestOver(sample.ledger, { articles: [first.id] });
  await streamed(csv, request);
  expect(request.tally.count).toBe(first.statements);
  const wanted = makeReading(HOSTILE).statements[1].id;
  const found = await findStatements(sample.ledger, '');
  const statements = new Set([...found].filter((key) => key.endsWith(` ${wanted}`)));
  const rows = String(await streamed(jsonl, requestOver(sample.ledger, { statements })));
  expect(
    rows
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).statement_id),
  ).toEqual([wanted]);
});

describe('the data package', () => {
  test('describes the file, and keeps what it described before', async () => {
    for (const [name, format] of [
      ['a.csv', csv],
      ['b.jsonl', jsonl],
      ['a.csv', csv],
    ] as const) {
      const request = requestOver(sample.ledger);
      writeFileSync(join(sample.folder, name), await streamed(format, request));
      await putDataPackage(request, join(sample.folder, name), format === csv ? 'csv' : 'jsonl');
    }
    const { resources, profile } = JSON.parse(readFileSync(join(sample.folder, 'datapackage.json'), 'utf8'));
    expect(profile).toBe('data-package');
    expect(resources.map((resource: { path: string }) => resource.path)).toEqual(['b.jsonl', 'a.csv']);
    for (const resource of resources) {
      expect(resource).toMatchObject({
        rows: 5,
        loss: expect.stringMatching(/gaps/),
        hash: expect.stringMatching(/^sha256:/),
      });
      expect(resource.schema.fields.map(({ name }: { name: string }) => name)).toEqual(NAMES);
      expect(resource.bytes).toBe(readFileSync(join(sample.folder, resource.path)).length);
    }
  });

  test("is read by Frictionless' own library, with every value of the type that its column says", async () => {
    const request = requestOver(sample.ledger);
    writeFileSync(join(sample.folder, 'a.csv'), await streamed(csv, request));
    await putDataPackage(request, join(sample.folder, 'a.csv'), 'csv');
    const read = await Package.load(join(sample.folder, 'datapackage.json'));
    expect([read.valid, read.errors]).toEqual([true, []]);
    expect(read.resources.map(({ valid }) => valid)).not.toContain(false);
    const table = read.resources.find(({ tabular }) => tabular)!;
    const rows = await table.read({ keyed: true });
    expect(rows).toHaveLength(5);
    expect(rows[4]).toMatchObject({ hearsay_depth: 1, hedges: ['maybe'], lat: null, polarity: 'negated' });
  });

  test('is not put in the place of another file', async () => {
    writeFileSync(join(sample.folder, 'datapackage.json'), 'mine');
    const request = requestOver(sample.ledger);
    writeFileSync(join(sample.folder, 'a.csv'), await streamed(csv, request));
    await expect(putDataPackage(request, join(sample.folder, 'a.csv'), 'csv')).rejects.toMatchObject({
      code: 'E_OUTPUT',
    });
    expect(readFileSync(join(sample.folder, 'datapackage.json'), 'utf8')).toBe('mine');
  });
});
