/** Decisions whose words stand elsewhere now: suggested, and carried over by a person alone. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decide } from '../../src/ledger/decisions/decide.ts';
import type { DecisionRequest } from '../../src/ledger/decisions/decision-request.ts';
import { exportDecisions, importDecisions } from '../../src/ledger/decisions/exchange-decisions.ts';
import { carryOver, suggestDecisions } from '../../src/ledger/decisions/suggest-decisions.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { CAPTURE } from '../samples/bridge-and-ferry.ts';
import { PIER, PIER_READING, QUAY_READING, readSample, VELMAR } from '../samples/two-readings.ts';
import { STORES, type TestStore } from './stores.ts';

const [LUND, CLERK, OKAFOR] = PIER_READING.statements;

type Sample = typeof PIER;
const news = (number: number): Sample => {
  const paragraphs = Array.from({ length: number }, () => ['paragraph', 'Update: a crane fell on the quay.'] as const);
  return { ...PIER, blocks: [...paragraphs, ...PIER.blocks] };
};
/** The same article with a paragraph before all others, so that everything stands elsewhere. */
const LATER = readSample(news(1));
/** The sample with words changed wherever they stand. */
const reworded = (from: string, to: string): Sample => JSON.parse(JSON.stringify(PIER).replaceAll(from, to));

describe.each(STORES)('$name', ({ make }) => {
  let store: TestStore;
  let ledger: Ledger;
  let clock: number;

  beforeEach(async () => {
    store = await make();
    ledger = await store.open();
    clock = 0;
    await ledger.addReading(PIER_READING, CAPTURE);
  });

  afterEach(async () => {
    await ledger.close();
    await store.remove();
  });

  const by = (name: string) => ({ by: name, at: new Date(Date.UTC(2026, 10, 26) + clock++ * 1000).toISOString() });
  const rule = async (request: DecisionRequest) => (await decide(ledger, request, by('Ada')))[0];
  const add = (reading: Reading) => ledger.addReading(reading, CAPTURE);
  const suggested = async () => (await suggestDecisions(ledger)).suggestions.map(({ decision: { id } }) => id);
  const laidNow = async () => (await ledger.laid((await ledger.articles())[0].id))!;

  const moment = PIER_READING.moments[1];
  const [place] = PIER_READING.places;
  const [claim] = PIER_READING.claims;
  const [assertion] = PIER_READING.assertions;
  const [ada, clerk] = PIER_READING.actors;
  const content = LUND.content!.spans;
  const words: [number, number] = [content[0][0], content[0][0] + 'the pier shut'.length];

  test.each<[string, DecisionRequest]>([
    ['a verdict', { kind: 'reject', entries: [LUND.id] }],
    ['a note on an actor', { kind: 'note', entries: [ada.id], note: 'ask her' }],
    ['a tag on an assertion', { kind: 'tag', entries: [assertion.id], tag: 'harsh' }],
    ['a status of a claim', { kind: 'status', entries: [claim.id], status: 'checked' }],
    ['a place', { kind: 'place', entries: [place.id], place: VELMAR }],
    ['a date', { kind: 'date', entries: [moment.id], clock: 'happened', edtf: '2026-05-03' }],
    ['an edit', { kind: 'edit', entry: LUND.id, content: [words] }],
    ['an unnamed source of that article', { kind: 'attribute', entries: [OKAFOR.id], to: clerk.id }],
    ['nobody', { kind: 'attribute', entries: [OKAFOR.id], to: null }],
  ])('%s is suggested for the later version, and is there once it is carried over', async (_name, request) => {
    const old = await rule(request);
    const [{ id: articleId, versionId }] = await ledger.articles();
    const expected = rowsOf(await laidNow());
    expect(await suggested()).toEqual([]);
    await add(LATER);
    expect(rowsOf(await laidNow())).not.toEqual(expected);
    expect(await suggested()).toEqual([old.id]);
    const [carried] = await carryOver(ledger, [old.id], by('Ben'));
    expect(carried).toMatchObject({ by: 'Ben', kind: old.kind, carries: old.id });
    expect(await ledger.decision(carried.id)).toEqual({ ...carried, state: 'laid' });
    expect(rowsOf(await laidNow())).toEqual(expected);
    expect(rowsOf((await ledger.laid(articleId, versionId))!)).toEqual(expected);
    expect(await suggested()).toEqual([]);
    await decide(ledger, { kind: 'undo', decision: carried.id }, by('Ben'));
    expect(await suggested()).toEqual([old.id]);
  });

  test('a missed statement that was put in is put in again', async () => {
    const { id } = (await ledger.articles())[0];
    await rule({ kind: 'edit', entry: id, content: [words] });
    await add(LATER);
    await carryOver(ledger, 'all', by('Ada'));
    expect((await laidNow()).statements.at(-1)).toMatchObject({ content: { text: 'the pier shut' } });
  });

  test.each<[string, Sample]>([
    ['words that were changed', reworded('the pier shut', 'the quay shut')],
    ['a cue that was changed', reworded('said', 'claimed')],
    ['words that stand there twice', { ...PIER, blocks: [...PIER.blocks, ...PIER.blocks] }],
    ['words that are no entry', { ...news(1), statements: PIER.statements!.slice(1) }],
  ])('nothing is suggested for %s, and the decision is counted', async (_name, sample) => {
    const { id } = await rule({ kind: 'accept', entries: [LUND.id] });
    await add(readSample(sample));
    const { suggestions, left } = await suggestDecisions(ledger);
    expect([suggestions, left.map((decision) => decision.id)]).toEqual([[], [id]]);
  });

  test('what was overruled, undone, or ruled there already is not suggested', async () => {
    await rule({ kind: 'accept', entries: [LUND.id] });
    await rule({ kind: 'reject', entries: [LUND.id] });
    const undone = await rule({ kind: 'tag', entries: [CLERK.id], tag: 'a' });
    await rule({ kind: 'undo', decision: undone.id });
    await add(LATER);
    await rule({ kind: 'reject', entries: [LATER.statements[0].id] });
    expect(await suggested()).toEqual([]);
  });

  test('from version to version, the last one that was carried over is suggested', async () => {
    const first = await rule({ kind: 'accept', entries: [LUND.id] });
    await add(LATER);
    const [second] = await carryOver(ledger, 'all', by('Ben'));
    await add(readSample(news(2)));
    expect(await suggested()).toEqual([second.id]);
    const [third] = await carryOver(ledger, 'all', by('Ada'));
    expect([second.carries, third.carries]).toEqual([first.id, second.id]);
  });

  test('a merge holds for those who are the same by their names, and is suggested for others', async () => {
    await add(QUAY_READING);
    await rule({ kind: 'merge', entries: [ada.id, QUAY_READING.actors[1].id] });
    await add(LATER);
    expect(await suggested()).toEqual([]);
    const { id } = await rule({ kind: 'merge', entries: [QUAY_READING.actors[1].id, clerk.id] });
    expect(await suggested()).toEqual([id]);
    await carryOver(ledger, [id], by('Ada'));
    const whos = (await Array.fromAsync(ledger.eachActor())).filter(({ name }) => /clerk|port/.test(name));
    expect(new Set(whos.map(({ who }) => who)).size).toBe(1);
    expect(await suggested()).toEqual([]);
  });

  test("decisions on somebody else's capture are suggested where the words stand in one's own", async () => {
    const other = await (await make()).open();
    await other.addReading(LATER, CAPTURE);
    const decisions = await decide(other, { kind: 'accept', entries: [LATER.statements[1].id] }, by('Ben'));
    const lines = await Array.fromAsync(exportDecisions(other));
    await other.close();
    expect((await importDecisions(ledger, lines)).states).toMatchObject({ waiting: 1 });
    expect(await suggested()).toEqual([decisions[0].id]);
    await carryOver(ledger, 'all', by('Ada'));
    expect((await ledger.statement(CLERK.id))!.review).toMatchObject({ status: 'accepted', by: 'Ada' });
    const again = await Array.fromAsync(exportDecisions(ledger));
    expect(JSON.parse(again[1])).toMatchObject({ carries: decisions[0].id });
    expect(await importDecisions(ledger, again)).toMatchObject({ added: 0, refused: [] });
  });

  test('decisions whose words do not stand where they say are suggested where they do', async () => {
    const elsewhere = await (await make()).open();
    await elsewhere.addReading(LATER, CAPTURE);
    const [decision] = await decide(elsewhere, { kind: 'accept', entries: [LATER.statements[0].id] }, by('Ben'));
    await elsewhere.close();
    const targets = decision.targets.map((target) => ({ ...target, textSha256: PIER_READING.textSha256 }));
    await ledger.addDecisions([{ ...decision, targets }]);
    expect((await ledger.decision(decision.id))!.state).toBe('unanchored');
    expect(await suggested()).toEqual([decision.id]);
    await carryOver(ledger, [decision.id], by('Ada'));
    expect((await ledger.statement(LUND.id))!.review).toMatchObject({ status: 'accepted' });
  });

  test('one id that is not suggested, and nothing is carried over', async () => {
    const { id } = await rule({ kind: 'accept', entries: [LUND.id] });
    await add(LATER);
    await expect(carryOver(ledger, [id, 'dec_0'], by('Ada'))).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
      message: expect.stringContaining('dec_0: not suggested'),
    });
    expect(await Array.fromAsync(ledger.eachDecision())).toHaveLength(1);
  });
});

/** What people ruled, whatever the ids and places of the text. */
function rowsOf({ statements, actors, moments, places, assertions, claims }: Awaited<ReturnType<Ledger['laid']>> & {}) {
  const fields = (review: { status: string | null; note: string | null; tags: readonly string[] } | null) =>
    review && [review.status, review.note, review.tags];
  return [
    statements.map(({ content, resolution, actor, review }) => [
      content?.text,
      resolution,
      actors.find(({ id }) => id === actor)?.name,
      fields(review),
    ]),
    [actors.length, ...actors.map(({ name, review }) => [name, fields(review)])],
    moments.map(({ text, edtf }) => [text, edtf]),
    places.map(({ text, lat }) => [text, lat]),
    assertions.map(({ review }) => fields(review)),
    claims.map(({ review }) => fields(review)),
  ];
}
