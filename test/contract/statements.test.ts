/** Listing statements: what every store answers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger, StatementQuery } from '../../src/ledger/ledger.ts';
import { BRIDGE, CAPTURE, FERRY } from '../samples/bridge-and-ferry.ts';
import { makeReading } from '../samples/make-reading.ts';
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

  describe('listing statements', () => {
    beforeEach(async () => {
      await ledger.addReading(makeReading(BRIDGE), CAPTURE);
      await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
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
    ])('%j', async (query, cues) => {
      const page = await ledger.statements(query);
      expect(page.rows.map(({ cue }) => cue?.text)).toEqual(cues);
      if (query.limit === undefined) expect(page.total).toBe(cues.length);
    });

    test('a row holds the exact words and where they stand', async () => {
      const [row] = (await ledger.statements({ kind: 'direct' })).rows;
      const { text } = (await ledger.reading(row.articleId))!;
      for (const part of [row.source!, row.cue!, row.content!]) expect(text.slice(...part.spans[0])).toBe(part.text);
      expect((await ledger.statements({ kind: 'mixed' })).rows[0].source).toBeNull();
    });

    test('a row holds what the statement does', async () => {
      const plain = { speechAct: 'said', stance: 'neutral', negated: false, hypothetical: false };
      expect((await ledger.statements({ kind: 'direct' })).rows[0]).toMatchObject(plain);
      const act = { speechAct: 'accused', stance: 'distancing', negated: true, hypothetical: false };
      expect((await ledger.statements({ kind: 'mixed' })).rows[0]).toMatchObject(act);
    });

    test('counts are those of the rows that a click on them lists', async () => {
      const { kinds, outlets } = await ledger.statements({ kind: 'direct' });
      for (const [kind, count] of Object.entries(kinds)) {
        expect((await ledger.statements({ kind: kind as 'direct' })).rows).toHaveLength(count);
      }
      expect(outlets).toEqual([{ outlet: 'The Harbour Post', statements: 1 }]);
    });
  });
});
