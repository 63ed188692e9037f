/** Streams and snapshots: every store gives all that was kept, in the order in which it was added, as of one moment. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger, StatementRecord } from '../../src/ledger/ledger.ts';
import type { Claim } from '../../src/reading/claims/claim.ts';
import type { Moment, Reading } from '../../src/reading/reading.ts';
import { BRIDGE, CAPTURE, FERRY } from '../samples/bridge-and-ferry.ts';
import { makePlace } from '../samples/make-place.ts';
import { makeReading } from '../samples/make-reading.ts';
import { STORES, type TestStore } from './stores.ts';

const TOLD = makeReading({
  article: { title: 'Pier shut', outlet: 'The Harbour Post', url: 'https://post.example/pier' },
  blocks: [
    [
      'paragraph',
      'On Monday the port said that Ada Lund claimed that the pier shut in Velmar in May. The regime is silent.',
    ],
  ],
  actors: [
    { words: 'the port', type: 'unnamed', unnamedType: 'other' },
    { words: 'Ada Lund', type: 'person', aliases: ['Lund'] },
  ],
  statements: [
    {
      source: ['the port'],
      cue: ['said'],
      content: ['that Ada Lund claimed that the pier shut in Velmar in May'],
      who: { resolution: 'known', actors: [0] },
      act: { hedges: [[45, 52]] },
      why: ['a sample'],
    },
    {
      source: ['Ada Lund'],
      cue: ['claimed'],
      content: ['that the pier shut in Velmar in May'],
      who: { resolution: 'known', actors: [1] },
      parent: 0,
    },
  ],
  assertions: [['The regime is silent', 0.4]],
  wording: [['regime', 'government']],
});

/** The sample with times, places and a claim, which the maker of samples does not make. */
function withMore(reading: Reading): Reading {
  const { text } = reading;
  const extent = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    text: words,
  });
  const moment = (id: string, words: string, edtf: string): Moment => ({
    id,
    ...extent(words),
    edtf,
    earliest: `${edtf}-01`,
    latest: `${edtf}-31`,
    basis: 'explicit',
    timex: { type: 'DATE', value: edtf, mod: null },
    known: {},
    implied: {},
    anchor: null,
    why: [],
  });
  const place = makePlace({ id: 'plc_1', ...extent('Velmar') });
  const slot = (words: string, actor: string | null = null) => {
    const { start, end } = extent(words);
    return { spans: [[start, end]] as const, text: words, actor };
  };
  const claim: Claim = {
    id: 'clm_1',
    in: reading.statements[1].id,
    subject: slot('the pier'),
    predicate: { ...slot('shut'), lemma: 'shut', voice: 'active' },
    object: null,
    arguments: [],
    when: 'mom_2',
    where: 'plc_1',
    quantities: [],
    polarity: 'affirmed',
    denied: false,
    modality: 'happened',
  };
  const said = { moment: 'mom_1', edtf: '2026-10', basis: 'explicit', resolution: 'known', why: [] } as const;
  return {
    ...reading,
    moments: [moment('mom_1', 'Monday', '2026-10'), moment('mom_2', 'in May', '2026-05')],
    places: [place],
    claims: [claim],
    statements: reading.statements.map((statement, position) => (position === 0 ? { ...statement, said } : statement)),
  };
}

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

  test('a statement comes with all that is known of it', async () => {
    const reading = withMore(TOLD);
    const { articleId, versionId } = await ledger.addReading(reading, {
      ...CAPTURE,
      capturedAt: '2026-11-21T09:00:00Z',
    });
    const [outer, inner] = await Array.fromAsync(ledger.eachStatement());
    expect(outer).toMatchObject<Partial<StatementRecord>>({
      id: reading.statements[0].id,
      articleId,
      versionId,
      textSha256: reading.textSha256,
      headline: 'Pier shut',
      url: 'https://post.example/pier',
      capturedAt: '2026-11-21T09:00:00Z',
      engineVersion: '0.1.0',
      resolution: 'known',
      hedges: [[45, 52]],
      parent: null,
      said: { edtf: '2026-10', earliest: '2026-10-01', latest: '2026-10-31', basis: 'explicit' },
      event: null,
      place: null,
      prefix: 'On Monday the port said ',
      suffix: '. The regime is silent.',
      why: ['a sample'],
      review: null,
    });
    expect(outer.actor).toMatchObject({ id: reading.actors[0].id, name: 'the port', type: 'unnamed', aliases: [] });
    expect(inner).toMatchObject({ parent: outer.id, relayDepth: 1, said: null, hedges: [] });
    expect(inner.event).toMatchObject({ id: 'mom_2', edtf: '2026-05', statement: inner.id });
    expect(inner.place).toMatchObject({ id: 'plc_1', statement: inner.id });
    expect([outer.claimId, inner.claimId]).toEqual([null, 'clm_1']);
    expect(inner.actor).toMatchObject({ aliases: ['Lund'], mentions: 1 });
    expect(await ledger.statement(inner.id)).toEqual(inner);
    expect(await ledger.statement(inner.id, versionId)).toEqual(inner);
    expect(await ledger.statement(inner.id, 'ver_0')).toBeNull();
    expect(await ledger.statement('stmt_0')).toBeNull();
  });

  test('other entries come in the order of the text', async () => {
    const reading = withMore(TOLD);
    const { articleId, versionId } = await ledger.addReading(reading, CAPTURE);
    const of = { articleId, versionId, review: null };
    expect(await Array.fromAsync(ledger.eachActor())).toMatchObject(
      reading.actors.map(({ id, name }) => ({ id, name, ...of })),
    );
    expect(await Array.fromAsync(ledger.eachMoment())).toMatchObject([
      { id: 'mom_1', text: 'Monday', statement: null, timexType: 'DATE', timexValue: '2026-10', isTold: false, ...of },
      { id: 'mom_2', text: 'in May', isTold: true, statement: reading.statements[1].id, ...of },
    ]);
    expect(await Array.fromAsync(ledger.eachPlace())).toMatchObject([
      { id: 'plc_1', name: 'Velmar', lat: null, ...of },
    ]);
    expect(await Array.fromAsync(ledger.eachClaim())).toEqual([{ ...reading.claims[0], ...of }]);
    expect(await Array.fromAsync(ledger.eachAssertion())).toMatchObject([
      { text: 'The regime is silent', check: 0.4, sourced: null, hedges: [], ...of },
    ]);
  });

  test('streams go over the latest versions, over all, or over one', async () => {
    const first = await ledger.addReading(makeReading(BRIDGE), CAPTURE);
    const blocks = [...BRIDGE.blocks, ['paragraph', 'Corrected.'] as const];
    const second = await ledger.addReading(makeReading({ ...BRIDGE, blocks, statements: [] }), CAPTURE);
    const third = await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
    const idsOf = async (scope?: Parameters<Ledger['eachReading']>[0]) =>
      (await Array.fromAsync(ledger.eachReading(scope))).map(({ version }) => version.id);
    expect(await idsOf()).toEqual([second.versionId, third.versionId]);
    expect(await idsOf('all')).toEqual([first.versionId, second.versionId, third.versionId]);
    expect(await idsOf({ versionId: first.versionId })).toEqual([first.versionId]);
    expect(await Array.fromAsync(ledger.eachStatement())).toHaveLength(1);
    expect(await Array.fromAsync(ledger.eachStatement('all'))).toHaveLength(3);
    expect((await Array.fromAsync(ledger.eachArticle())).map(({ id }) => id)).toEqual([
      first.articleId,
      third.articleId,
    ]);
  });

  test('a reading comes with its version and further sightings of its text', async () => {
    const reading = makeReading(FERRY);
    const capture = { ...CAPTURE, url: 'https://wire.example/ferry', capturedAt: '2026-11-19T09:00:00Z' };
    const { versionId, articleId } = await ledger.addReading(reading, capture);
    const later = { ...capture, path: '/case/later.html', addedAt: '2026-11-23T10:00:00.000Z' };
    expect((await ledger.addReading(reading, later)).outcome).toBe('seen again');
    expect((await ledger.addReading(reading, later)).outcome).toBe('known');
    const { addedAt: readAt, ...seen } = capture;
    expect(await Array.fromAsync(ledger.eachReading())).toEqual([
      {
        version: { id: versionId, articleId, number: 1, isLatest: true, addedAt: readAt, ...seen },
        sightings: [later],
        readAt,
        reading,
      },
    ]);
  });

  test('what is written meanwhile is not in a stream or a snapshot that has begun', async () => {
    await ledger.addReading(makeReading(BRIDGE), CAPTURE);
    const snapshot = await ledger.snapshot();
    const stream = ledger.eachStatement()[Symbol.asyncIterator]();
    await stream.next();
    await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
    expect((await stream.next()).done).toBe(false);
    expect((await stream.next()).done).toBe(true);
    expect(await Array.fromAsync(snapshot.eachStatement())).toHaveLength(2);
    expect((await snapshot.statements()).total).toBe(2);
    expect((await ledger.statements()).total).toBe(3);
    await snapshot.close();
    await snapshot.close();
  });

  test('a stream may be left, and two may run side by side', async () => {
    await ledger.addReading(makeReading(BRIDGE), CAPTURE);
    for await (const _statement of ledger.eachStatement()) break;
    const snapshot = await ledger.snapshot();
    for await (const left of snapshot.eachStatement()) {
      const rights = await Array.fromAsync(snapshot.eachStatement());
      expect(rights.map(({ id }) => id)).toContain(left.id);
      expect(rights).toHaveLength(2);
    }
    await snapshot.close();
  });
});
