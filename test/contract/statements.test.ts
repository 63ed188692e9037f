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
    await ledger.addReading(makeReading(BRIDGE), CAPTURE);
    await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
  });

  afterEach(async () => {
    await ledger.close();
    await store.remove();
  });

  test.each<[StatementQuery, string[]]>([
    [{}, ['it was claimed', 'said', 'replied']],
    [{ direction: 'up' }, ['said', 'replied', 'it was claimed']],
    [{ order: 'source' }, ['said', 'replied', 'it was claimed']],
    [{ order: 'source', direction: 'down' }, ['replied', 'said', 'it was claimed']],
    [{ order: 'cue' }, ['it was claimed', 'replied', 'said']],
    [{ order: 'content', direction: 'down' }, ['replied', 'it was claimed', 'said']],
    [{ order: 'confidence' }, ['replied', 'said', 'it was claimed']],
    [{ order: 'confidence', direction: 'up' }, ['it was claimed', 'said', 'replied']],
    [{ order: 'kind' }, ['replied', 'said', 'it was claimed']],
    [{ order: 'outlet' }, ['it was claimed', 'said', 'replied']],
    [{ order: 'outlet', direction: 'down' }, ['said', 'replied', 'it was claimed']],
    [{ search: 'ELODIE safe' }, ['said']],
    [{ search: 'harbour' }, ['said', 'replied']],
    [{ search: 'safe nobody' }, []],
  ])('%j', async (query, cues) => {
    const page = await ledger.statements(query);
    expect(page.rows.map(({ cue }) => cue?.text)).toEqual(cues);
    expect(page).toMatchObject({ total: cues.length, first: 0, next: null, facets: [] });
  });

  test('a row holds the exact words and where they stand', async () => {
    const [row] = (await ledger.statements({ search: 'kind:direct' })).rows;
    const { text } = (await ledger.reading(row.articleId))!;
    for (const part of [row.source!, row.cue!, row.content!]) expect(text.slice(...part.spans[0])).toBe(part.text);
    expect((await ledger.statements({ search: 'kind:mixed' })).rows[0].source).toBeNull();
  });

  test('a row holds what the statement does', async () => {
    const plain = { speechAct: 'said', stance: 'neutral', negated: false, hypothetical: false };
    expect((await ledger.statements({ search: 'kind:direct' })).rows[0]).toMatchObject(plain);
    const act = { speechAct: 'accused', stance: 'distancing', negated: true, hypothetical: false };
    expect((await ledger.statements({ search: 'kind:mixed' })).rows[0]).toMatchObject(act);
  });
});
