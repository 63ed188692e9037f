/** Keeping readings: what every store does with one. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Capture, Ledger } from '../../src/ledger/ledger.ts';
import { BRIDGE, CAPTURE, FERRY } from '../samples/bridge-and-ferry.ts';
import { makeReading, type SampleArticle } from '../samples/make-reading.ts';
import { STORES, type TestStore } from './stores.ts';

describe.each(STORES)('$name', ({ make }) => {
  let store: TestStore;
  let ledger: Ledger;

  beforeEach(async () => {
    store = await make();
    ledger = await store.open();
  });

  afterEach(async () => {
    await ledger.close();
    await store.remove();
  });

  describe('keeping readings', () => {
    test('gives back the reading that was kept, also after it was closed', async () => {
      const reading = makeReading(BRIDGE);
      const { articleId } = await ledger.addReading(reading, CAPTURE);
      await ledger.close();
      ledger = await store.open();
      expect(await ledger.reading(articleId)).toEqual(reading);
      expect(await ledger.articles()).toMatchObject([
        {
          id: articleId,
          headline: 'Bridge closed',
          outlet: 'The Harbour Post',
          statements: 2,
          leftOut: 1,
          warnings: 0,
        },
      ]);
    });

    test('any text survives, character by character', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (title, words) => {
          const reading = makeReading({ article: { title, url: `urn:${run++}` }, blocks: [['paragraph', words]] });
          const { articleId } = await ledger.addReading(reading, CAPTURE);
          expect(await ledger.reading(articleId)).toEqual(reading);
        }),
        { numRuns: 50 },
      );
    });

    test.each<[string, SampleArticle, Partial<Capture>, string, number]>([
      ['the same text again', BRIDGE, {}, 'known', 1],
      ['the same text from another path', BRIDGE, { path: '/moved/a.html' }, 'seen again', 1],
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
    ])('%s', async (_name, sample, capture, outcome, articles) => {
      expect((await ledger.addReading(makeReading(BRIDGE), CAPTURE)).outcome).toBe('added');
      expect((await ledger.addReading(makeReading(sample), { ...CAPTURE, ...capture })).outcome).toBe(outcome);
      expect(await ledger.articles()).toHaveLength(articles);
      expect((await ledger.statements()).total).toBe(articles * 2);
    });

    test('tells which bytes were read from where, when and by which engine', async () => {
      const reading = makeReading(BRIDGE);
      await ledger.addReading(reading, CAPTURE);
      await ledger.addReading(reading, { ...CAPTURE, path: '/copy.html', capturedAt: '2026-03-01T00:00:00Z' });
      const other = makeReading({ ...BRIDGE, model: '111111111111' }).engine;
      const { path, bytesSha256 } = CAPTURE;
      expect(await ledger.hasCapture(CAPTURE, reading.engine)).toBe(true);
      expect(
        await ledger.hasCapture(
          { path: '/copy.html', capturedAt: '2026-03-01T00:00:00Z', bytesSha256 },
          reading.engine,
        ),
      ).toBe(true);
      for (const capture of [
        { path: '/copy.html', bytesSha256 },
        { path, bytesSha256: 'f'.repeat(64) },
        { path, bytesSha256, capturedAt: '2026-03-01T00:00:00Z' },
      ]) {
        expect(await ledger.hasCapture(capture, reading.engine)).toBe(false);
      }
      expect(await ledger.hasCapture(CAPTURE, other)).toBe(false);
    });

    test('a text without a URL that was moved is the same article; one that was edited is a new version', async () => {
      await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
      expect((await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/other/ferry.txt' })).outcome).toBe(
        'seen again',
      );
      const edited = makeReading({ ...FERRY, blocks: [['paragraph', 'The ferry was late, it was claimed. Not so.']] });
      expect((await ledger.addReading(edited, { ...CAPTURE, path: '/case/ferry.txt' })).outcome).toBe('new version');
    });

    test('the latest version is the one changed last, whichever was added first', async () => {
      const changed = { ...BRIDGE.article, modified: '2026-11-18T12:00:00Z' };
      const blocks: SampleArticle['blocks'] = [['paragraph', 'Corrected: nobody said a word.']];
      const { articleId, versionId } = await ledger.addReading(makeReading({ article: changed, blocks }), CAPTURE);
      const first = await ledger.addReading(makeReading(BRIDGE), CAPTURE);
      expect(first.outcome).toBe('new version');
      expect(await ledger.article(articleId)).toMatchObject({ versionId, statements: 0 });
      expect((await ledger.article(articleId))?.versions).toHaveLength(2);
      expect((await ledger.statements()).total).toBe(0);
      expect((await ledger.reading(articleId, first.versionId))?.statements).toHaveLength(2);
    });

    test('a reading that cannot be kept leaves nothing of itself behind', async () => {
      const broken = makeReading(BRIDGE);
      const statements = [...broken.statements, { ...broken.statements[0], confidence: Number.NaN }];
      await expect(ledger.addReading({ ...broken, statements }, CAPTURE)).rejects.toThrow();
      expect(await ledger.articles()).toEqual([]);
      expect((await ledger.addReading(broken, CAPTURE)).outcome).toBe('added');
    });

    test('knows no article or version that it does not hold', async () => {
      const { articleId } = await ledger.addReading(makeReading(BRIDGE), CAPTURE);
      expect(await ledger.article('art_0')).toBeNull();
      expect(await ledger.reading('art_0')).toBeNull();
      expect(await ledger.reading(articleId, 'ver_0')).toBeNull();
    });
  });
});
