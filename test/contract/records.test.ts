/** Decisions, removals, copies, and what intake remembers: what every store does with them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Decision, IntakeSource, Ledger, Run } from '../../src/ledger/ledger.ts';
import { BRIDGE, CAPTURE, FERRY } from '../samples/bridge-and-ferry.ts';
import { makeReading } from '../samples/make-reading.ts';
import { STORES, type TestStore } from './stores.ts';

const READING = makeReading(BRIDGE);
const DECISION: Decision = {
  id: 'dec_1',
  at: '2026-11-23T10:00:00.000Z',
  by: 'Ada',
  kind: 'note',
  targets: [
    {
      kind: 'statement',
      id: READING.statements[0].id,
      address: 'https://post.example/bridge',
      textSha256: READING.textSha256,
      anchors: [{ role: 'cue', spans: [[36, 40]], exact: ['said'], prefix: 'Élodie Brandt ', suffix: ' the bridge' }],
    },
  ],
  value: { note: 'ask her again' },
  undoes: null,
};
const UNDOING: Decision = { ...DECISION, id: 'dec_2', kind: 'undo', targets: [], value: null, undoes: 'dec_1' };

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

  test('decisions are kept as they came, once, in their order', async () => {
    expect(await ledger.addDecisions([DECISION, UNDOING])).toBe(2);
    expect(await ledger.addDecisions([UNDOING])).toBe(0);
    await ledger.close();
    ledger = await store.open();
    expect(await Array.fromAsync(ledger.eachDecision())).toEqual([
      { ...DECISION, state: 'undone' },
      { ...UNDOING, state: 'laid' },
    ]);
    expect(await ledger.decision('dec_1')).toEqual({ ...DECISION, state: 'undone' });
    expect(await ledger.decision('dec_3')).toBeNull();
  });

  test('an article is taken out with everything of it, and leaves a trace', async () => {
    const { articleId } = await ledger.addReading(READING, CAPTURE);
    await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
    await ledger.addDecisions([DECISION, UNDOING]);
    const removal = await ledger.removeArticle(articleId, { at: '2026-11-24T10:00:00.000Z', why: 'a hoax' });
    expect(removal).toEqual({
      articleId,
      address: 'https://post.example/bridge',
      headline: 'Bridge closed',
      textSha256: [READING.textSha256],
      decisions: 1,
      at: '2026-11-24T10:00:00.000Z',
      why: 'a hoax',
    });
    expect(await ledger.removals()).toEqual([removal]);
    expect(await ledger.article(articleId)).toBeNull();
    expect((await ledger.statements()).total).toBe(1);
    expect((await ledger.statements({ search: 'bridge' })).total).toBe(0);
    expect(await Array.fromAsync(ledger.eachStatement('all'))).toHaveLength(1);
    expect((await Array.fromAsync(ledger.eachDecision())).map(({ id }) => id)).toEqual(['dec_2']);
    expect(await ledger.removeArticle(articleId, { at: '', why: null })).toBeNull();
    expect((await ledger.addReading(READING, CAPTURE)).outcome).toBe('added');
  });

  test('decisions on a text that another article has too stay', async () => {
    const { articleId } = await ledger.addReading(READING, CAPTURE);
    const reprint = { ...BRIDGE, article: { ...BRIDGE.article, url: 'https://wire.example/bridge' } };
    await ledger.addReading(makeReading(reprint), CAPTURE);
    await ledger.addDecisions([DECISION]);
    expect(await ledger.removeArticle(articleId, { at: '', why: null })).toMatchObject({ decisions: 0 });
    expect(await Array.fromAsync(ledger.eachDecision())).toHaveLength(1);
  });

  test('a copy has all that the ledger has, and nothing that is written after it', async () => {
    await ledger.addReading(READING, CAPTURE);
    await ledger.addDecisions([DECISION]);
    await ledger.backup(store.copyPath);
    await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
    const copy = await store.openCopy(store.copyPath);
    expect((await Array.fromAsync(copy.eachReading())).map(({ reading }) => reading)).toEqual([READING]);
    expect(await Array.fromAsync(copy.eachDecision())).toHaveLength(1);
    await copy.close();
    await expect(ledger.backup(store.copyPath)).rejects.toMatchObject({ code: 'E_LEDGER', message: /exists already/ });
  });

  test('a reading is replaced by another of the same text only', async () => {
    const { articleId, versionId } = await ledger.addReading(READING, CAPTURE);
    const other = makeReading({ ...BRIDGE, model: '111111111111', statements: BRIDGE.statements!.slice(1) });
    await ledger.replaceReading(versionId, other, '2026-11-25T10:00:00.000Z');
    expect(await ledger.reading(articleId)).toEqual(other);
    expect((await ledger.statements()).total).toBe(1);
    expect(await Array.fromAsync(ledger.eachReading())).toMatchObject([{ readAt: '2026-11-25T10:00:00.000Z' }]);
    const elsewhere = ledger.replaceReading(versionId, makeReading(FERRY), '');
    await expect(elsewhere).rejects.toMatchObject({ code: 'E_INPUT' });
    await expect(ledger.replaceReading('ver_0', other, '')).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    expect(await ledger.reading(articleId)).toEqual(other);
  });

  test('a text that the engine has read need not be read again', async () => {
    const { textSha256, engine, article } = READING;
    const text = { textSha256, engine, url: article.url, outlet: article.outlet };
    expect(await ledger.addSighting(text, CAPTURE)).toBeNull();
    const { articleId, versionId } = await ledger.addReading(READING, CAPTURE);
    expect(await ledger.addSighting(text, CAPTURE)).toEqual({ articleId, versionId, outcome: 'known' });
    const later = { ...CAPTURE, capturedAt: '2026-11-24T10:00:00Z' };
    expect(await ledger.addSighting(text, later)).toMatchObject({ outcome: 'seen again' });
    expect(await ledger.addSighting({ ...text, url: 'https://wire.example/bridge' }, CAPTURE)).toBeNull();
    expect(await ledger.addSighting({ ...text, engine: { ...engine, version: '9.9.9' } }, CAPTURE)).toBeNull();
  });

  test('several readings are kept together or not at all', async () => {
    const ferry = { reading: makeReading(FERRY), capture: { ...CAPTURE, path: '/case/ferry.txt' } };
    const broken = { reading: { ...READING, textSha256: null as unknown as string }, capture: CAPTURE };
    await expect(ledger.addReadings([ferry, broken])).rejects.toThrow();
    expect(await ledger.articles()).toEqual([]);
    const added = await ledger.addReadings([ferry, { reading: READING, capture: CAPTURE }]);
    expect(added.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
  });

  test('sources of intake, searches, runs and failures are kept by their names', async () => {
    const source: IntakeSource = {
      address: 'https://post.example/feed',
      kind: 'feed',
      title: 'Post',
      groups: ['News', 'Local'],
      attributes: { category: '/a' },
      etag: '"1"',
      lastModified: null,
      addedAt: '2026-11-22T10:00:00.000Z',
      checkedAt: null,
      dueAt: null,
      failures: 0,
    };
    await ledger.putIntakeSource(source);
    await ledger.putIntakeSource({ ...source, etag: '"2"', failures: 1 });
    expect(await ledger.intakeSources()).toEqual([{ ...source, etag: '"2"', failures: 1 }]);
    await ledger.removeIntakeSource(source.address);
    expect(await ledger.intakeSources()).toEqual([]);

    const search = { name: 'denials', query: 'act:denied', savedAt: '2026-11-22T10:00:00.000Z' };
    await ledger.putSavedSearch(search);
    expect(await ledger.savedSearches()).toEqual([search]);
    await ledger.removeSavedSearch('denials');
    expect(await ledger.savedSearches()).toEqual([]);

    const run: Run = {
      id: 'run_1',
      kind: 'intake',
      what: 'articles/',
      startedAt: '2026-11-22T10:00:00.000Z',
      endedAt: null,
      engine: '0.1.0',
      counts: {},
    };
    await ledger.putRun(run);
    const failure = { runId: 'run_1', what: 'a.pdf', code: 'E_BINARY', why: 'no text', at: run.startedAt };
    await ledger.addFailure(failure);
    await ledger.addFailure({ ...failure, runId: null });
    await ledger.putRun({ ...run, endedAt: '2026-11-22T11:00:00.000Z', counts: { added: 3 } });
    expect(await ledger.runs()).toEqual([{ ...run, endedAt: '2026-11-22T11:00:00.000Z', counts: { added: 3 } }]);
    expect(await Array.fromAsync(ledger.eachFailure())).toEqual([failure, { ...failure, runId: null }]);
    expect(await Array.fromAsync(ledger.eachFailure('run_1'))).toEqual([failure]);
  });
});
