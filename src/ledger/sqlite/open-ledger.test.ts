import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeReading, type SampleArticle } from '../../../test/samples/make-reading.ts';
import { HearsayError } from '../../text/errors.ts';
import type { Capture, Ledger, StatementQuery } from '../ledger.ts';
import { openLedger } from './open-ledger.ts';

const CAPTURE: Capture = { path: '/case/a.html', addedAt: '2026-11-22T10:00:00.000Z', bytesSha256: 'ab'.repeat(32) };

const BRIDGE: SampleArticle = {
  article: {
    title: 'Bridge closed',
    outlet: 'The Harbour Post',
    published: '2026-11-18T08:00:00Z',
    url: 'https://post.example/bridge',
  },
  blocks: [
    ['headline', 'Bridge closed'],
    ['paragraph', 'Mayor Élodie Brandt said the bridge was safe. “Nobody asked us,” replied Tom Okafor.'],
  ],
  statements: [
    { source: ['Mayor Élodie Brandt'], cue: ['said'], content: ['the bridge was safe'], confidence: 0.8 },
    { kind: 'direct', source: ['Tom Okafor'], cue: ['replied'], content: ['“Nobody asked us,”'], confidence: 0.95 },
  ],
  leftOut: [{ reason: 'advertisement', text: 'Buy now' }],
};

const FERRY: SampleArticle = {
  article: { title: 'Ferry runs late', outlet: 'Northern Wire', published: '2026-11-19T08:00:00Z' },
  blocks: [['paragraph', 'The ferry was late, it was claimed.']],
  statements: [
    {
      cue: ['it was claimed'],
      content: ['The ferry was late'],
      kind: 'mixed',
      confidence: 0.4,
      act: { speechAct: 'accused', stance: 'distancing', negated: true, hypothetical: false },
    },
  ],
};

let folder: string;
let file: string;
let ledger: Ledger;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-ledger-'));
  file = join(folder, 'case.db');
  ledger = openLedger(file);
});

afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof HearsayError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('keeping readings', () => {
  test('gives back the reading that was kept, also after it was closed', () => {
    const reading = makeReading(BRIDGE);
    const { articleId } = ledger.addReading(reading, CAPTURE);
    ledger.close();
    ledger = openLedger(file, { create: false });
    expect(ledger.reading(articleId)).toEqual(reading);
    expect(ledger.articles()).toMatchObject([
      { id: articleId, headline: 'Bridge closed', outlet: 'The Harbour Post', statements: 2, leftOut: 1, warnings: 0 },
    ]);
  });

  test('any text survives, character by character', () => {
    let run = 0;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, words) => {
        const reading = makeReading({ article: { title, url: `urn:${run++}` }, blocks: [['paragraph', words]] });
        const { articleId } = ledger.addReading(reading, CAPTURE);
        expect(ledger.reading(articleId)).toEqual(reading);
      }),
      { numRuns: 50 },
    );
  });

  test.each<[string, SampleArticle, Partial<Capture>, string, number]>([
    ['the same text again', BRIDGE, {}, 'known', 1],
    ['the same text from another path', BRIDGE, { path: '/moved/a.html' }, 'known', 1],
    ['the same text read by another engine', { ...BRIDGE, model: '111111111111' }, {}, 'read again', 1],
    [
      'another text under the same URL',
      { ...BRIDGE, blocks: [...BRIDGE.blocks, ['paragraph', 'Corrected.']] },
      {},
      'new version',
      1,
    ],
    [
      'the same text under another URL, a reprint',
      { ...BRIDGE, article: { ...BRIDGE.article, url: 'https://wire.example/bridge' } },
      {},
      'added',
      2,
    ],
  ])('%s', (_name, sample, capture, outcome, articles) => {
    expect(ledger.addReading(makeReading(BRIDGE), CAPTURE).outcome).toBe('added');
    expect(ledger.addReading(makeReading(sample), { ...CAPTURE, ...capture }).outcome).toBe(outcome);
    expect(ledger.articles()).toHaveLength(articles);
    expect(ledger.statements().total).toBe(articles * 2);
  });

  test('a text without a URL that was moved is the same article; one that was edited is a new version', () => {
    ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
    expect(ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/other/ferry.txt' }).outcome).toBe('known');
    const edited = makeReading({ ...FERRY, blocks: [['paragraph', 'The ferry was late, it was claimed. Not so.']] });
    expect(ledger.addReading(edited, { ...CAPTURE, path: '/case/ferry.txt' }).outcome).toBe('new version');
  });

  test('the latest version is the one changed last, whichever was added first', () => {
    const changed = { ...BRIDGE.article, modified: '2026-11-18T12:00:00Z' };
    const blocks: SampleArticle['blocks'] = [['paragraph', 'Corrected: nobody said a word.']];
    const { articleId, versionId } = ledger.addReading(makeReading({ article: changed, blocks }), CAPTURE);
    const first = ledger.addReading(makeReading(BRIDGE), CAPTURE);
    expect(first.outcome).toBe('new version');
    expect(ledger.article(articleId)).toMatchObject({ versionId, statements: 0 });
    expect(ledger.article(articleId)?.versions).toHaveLength(2);
    expect(ledger.statements().total).toBe(0);
    expect(ledger.reading(articleId, first.versionId)?.statements).toHaveLength(2);
  });

  test('a reading that cannot be kept leaves nothing of itself behind', () => {
    const broken = makeReading(BRIDGE);
    const statements = [...broken.statements, { ...broken.statements[0], confidence: Number.NaN }];
    expect(() => ledger.addReading({ ...broken, statements }, CAPTURE)).toThrow();
    expect(ledger.articles()).toEqual([]);
    expect(ledger.addReading(broken, CAPTURE).outcome).toBe('added');
  });

  test('knows no article or version that it does not hold', () => {
    const { articleId } = ledger.addReading(makeReading(BRIDGE), CAPTURE);
    expect(ledger.article('art_0')).toBeNull();
    expect(ledger.reading('art_0')).toBeNull();
    expect(ledger.reading(articleId, 'ver_0')).toBeNull();
  });
});

describe('listing statements', () => {
  beforeEach(() => {
    ledger.addReading(makeReading(BRIDGE), CAPTURE);
    ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
  });

  test.each<[StatementQuery, string[]]>([
    [{}, ['it was claimed', 'said', 'replied']],
    [{ direction: 'up' }, ['said', 'replied', 'it was claimed']],
    [{ order: 'source' }, ['said', 'replied', 'it was claimed']],
    [{ order: 'source', direction: 'down' }, ['replied', 'said', 'it was claimed']],
    [{ order: 'confidence' }, ['replied', 'said', 'it was claimed']],
    [{ order: 'outlet', direction: 'down' }, ['said', 'replied', 'it was claimed']],
    [{ limit: 1, offset: 1 }, ['said']],
    [{ text: 'ELODIE safe' }, ['said']],
    [{ text: 'harbour' }, ['said', 'replied']],
    [{ text: 'safe nobody' }, []],
    [{ text: "' OR 1=1 --" }, []],
    [{ text: '%' }, []],
    [{ kind: 'direct' }, ['replied']],
    [{ outlet: 'Northern Wire' }, ['it was claimed']],
    [{ outlet: '' }, []],
  ])('%j', (query, cues) => {
    const page = ledger.statements(query);
    expect(page.rows.map(({ cue }) => cue?.text)).toEqual(cues);
    if (query.limit === undefined) expect(page.total).toBe(cues.length);
  });

  test('a row holds the exact words and where they stand', () => {
    const [row] = ledger.statements({ kind: 'direct' }).rows;
    const { text } = ledger.reading(row.articleId)!;
    for (const part of [row.source!, row.cue!, row.content!]) expect(text.slice(...part.spans[0])).toBe(part.text);
    expect(ledger.statements({ kind: 'mixed' }).rows[0].source).toBeNull();
  });

  test('a row holds what the statement does', () => {
    const plain = { speechAct: 'said', stance: 'neutral', negated: false, hypothetical: false };
    expect(ledger.statements({ kind: 'direct' }).rows[0]).toMatchObject(plain);
    const act = { speechAct: 'accused', stance: 'distancing', negated: true, hypothetical: false };
    expect(ledger.statements({ kind: 'mixed' }).rows[0]).toMatchObject(act);
  });

  test('counts are those of the rows that a click on them lists', () => {
    const { kinds, outlets } = ledger.statements({ kind: 'direct' });
    for (const [kind, count] of Object.entries(kinds)) {
      expect(ledger.statements({ kind: kind as 'direct' }).rows).toHaveLength(count);
    }
    expect(outlets).toEqual([{ outlet: 'The Harbour Post', statements: 1 }]);
  });
});

describe('files that cannot be used', () => {
  const foreign = (path: string) => {
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE song (title TEXT)');
    database.close();
  };
  const ofVersion = (version: number) => (path: string) => {
    openLedger(path).close();
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
  };

  test.each<[string, string, (path: string) => void, RegExp]>([
    ['text', 'notes.db', (path) => writeFileSync(path, 'Not a database at all. '.repeat(99)), /is not a ledger/],
    ['a foreign database', 'songs.db', foreign, /but not a ledger/],
    ['a newer ledger', 'newer.db', ofVersion(99), /newer Hearsay: install/],
    ['an older ledger', 'older.db', ofVersion(1), /older Hearsay: add the articles again/],
    ['a folder', '.', () => {}, /is a folder: give a file/],
    ['a missing folder', 'nowhere/case.db', () => {}, /nowhere does not exist: make it/],
  ])('%s', (_name, name, prepare, message) => {
    const path = join(folder, name);
    prepare(path);
    const error = codeOf(() => openLedger(path));
    expect(error).toMatch(/^E_LEDGER /);
    expect(error).toMatch(message);
  });

  test('a missing ledger that is not to be made', () => {
    const path = join(folder, 'none.db');
    expect(codeOf(() => openLedger(path, { create: false }))).toMatch(/^E_LEDGER There is no ledger .*hearsay add/);
  });

  test('a ledger that another program is writing', () => {
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = openLedger(file, { lockWaitMs: 1 });
    expect(codeOf(() => waiting.addReading(makeReading(BRIDGE), CAPTURE))).toMatch(/^E_LEDGER .* another program/);
    expect(waiting.articles()).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    expect(waiting.addReading(makeReading(BRIDGE), CAPTURE).outcome).toBe('added');
    waiting.close();
  });

  test('a disk that is full', () => {
    const filled = new DatabaseSync(file);
    const { page_count: pages } = filled.prepare('PRAGMA page_count').get() as { page_count: number };
    filled.close();
    const tight = openLedger(file, { highestPages: pages });
    const long = makeReading({ blocks: [['paragraph', 'word '.repeat(50_000)]] });
    expect(codeOf(() => tight.addReading(long, CAPTURE))).toMatch(/^E_LEDGER The disk .* is full: make room/);
    expect(tight.articles()).toEqual([]);
    tight.close();
  });
});
