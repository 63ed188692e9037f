/** Decisions laid over what the engine found: what every store makes of them. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decide } from '../../src/ledger/decisions/decide.ts';
import type { DecisionRequest } from '../../src/ledger/decisions/decision-request.ts';
import { findDisputes } from '../../src/ledger/decisions/exchange-decisions.ts';
import type { Decision, KeptDecision, Ledger, LedgerReader, StatementRecord } from '../../src/ledger/ledger.ts';
import type { Span } from '../../src/text/document.ts';
import { CAPTURE } from '../samples/bridge-and-ferry.ts';
import { PIER_READING, QUAY_READING, readOtherwise, VELMAR } from '../samples/two-readings.ts';
import { STORES, type TestStore } from './stores.ts';

const [LUND, CLERK, OKAFOR] = PIER_READING.statements.map(({ id }) => id);
const [SHORT_LUND, PORT] = QUAY_READING.statements.map(({ id }) => id);

/** Every row on which a decision can have an effect. */
async function rowsOf(ledger: LedgerReader): Promise<unknown> {
  return {
    statements: await Array.fromAsync(ledger.eachStatement('all')),
    actors: await Array.fromAsync(ledger.eachActor('all')),
    moments: await Array.fromAsync(ledger.eachMoment('all')),
    places: await Array.fromAsync(ledger.eachPlace('all')),
    assertions: await Array.fromAsync(ledger.eachAssertion('all')),
    claims: await Array.fromAsync(ledger.eachClaim('all')),
  };
}

function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  return [start, start + words.length];
}

describe.each(STORES)('$name', ({ make }) => {
  let store: TestStore;
  let ledger: Ledger;
  let clock: number;
  let pier: string;
  let quay: string;

  beforeEach(async () => {
    store = await make();
    ledger = await store.open();
    clock = 0;
    [pier, quay] = await fill(ledger);
  });

  afterEach(async () => {
    await ledger.close();
    await store.remove();
  });

  async function fill(into: Ledger): Promise<string[]> {
    const added = await into.addReadings([
      { reading: PIER_READING, capture: CAPTURE },
      { reading: QUAY_READING, capture: CAPTURE },
    ]);
    return added.map(({ articleId }) => articleId);
  }

  const at = () => new Date(Date.UTC(2026, 10, 26) + clock++ * 1000).toISOString();
  const rule = (request: DecisionRequest, by = 'Ada') => decide(ledger, request, { by, at: at() });
  const undo = ({ id }: Decision) => rule({ kind: 'undo', decision: id });
  const statement = async (id: string): Promise<StatementRecord> => (await ledger.statement(id))!;
  const stateOf = async ({ id }: Pick<Decision, 'id'>): Promise<KeptDecision['state']> =>
    (await ledger.decision(id))!.state;

  test('a reading never changes, whatever is ruled', async () => {
    await rule({ kind: 'reject', entries: [LUND] });
    await rule({ kind: 'attribute', entries: [CLERK], to: null });
    expect(await ledger.reading(pier)).toEqual(PIER_READING);
  });

  test('verdict, status, tags and notes stand on the row, with who and when', async () => {
    await rule({ kind: 'accept', entries: [LUND] });
    await rule({ kind: 'tag', entries: [LUND, CLERK], tag: 'ferry' });
    await rule({ kind: 'tag', entries: [LUND], tag: 'a first one' });
    await rule({ kind: 'untag', entries: [CLERK], tag: 'ferry' });
    await rule({ kind: 'note', entries: [LUND], note: 'ask her\nagain' });
    await rule({ kind: 'status', entries: [LUND], status: 'checked' });
    expect((await statement(LUND)).review).toMatchObject({
      status: 'checked',
      by: 'Ada',
      at: '2026-11-26T00:00:05.000Z',
      note: 'ask her\nagain',
      tags: ['a first one', 'ferry'],
      isDisputed: false,
    });
    expect((await statement(CLERK)).review).toMatchObject({ status: null, tags: [] });
    await rule({ kind: 'reject', entries: [LUND] });
    expect((await statement(LUND)).review).toMatchObject({ status: 'rejected' });
    expect((await statement(OKAFOR)).review).toBeNull();
  });

  test.each(['act', 'mom', 'plc', 'asrt', 'clm'])('an entry %s_… can be ruled on', async (prefix) => {
    const { actors, moments, places, assertions, claims } = PIER_READING;
    const { id } = [...actors, ...moments, ...places, ...assertions, ...claims].find((entry) =>
      entry.id.startsWith(prefix),
    )!;
    await rule({ kind: 'note', entries: [id], note: 'look' });
    const rows = Object.values((await rowsOf(ledger)) as Record<string, { id: string; review: unknown }[]>).flat();
    expect(rows.filter(({ review }) => review !== null).map((row) => row.id)).toEqual([id]);
  });

  test('the source is another actor, unknown, or one of several', async () => {
    const [ada] = PIER_READING.actors;
    await rule({ kind: 'attribute', entries: [OKAFOR], to: ada.id });
    expect(await statement(OKAFOR)).toMatchObject({ resolution: 'known', actor: { id: ada.id, name: 'Ada Lund' } });
    await rule({ kind: 'attribute', entries: [OKAFOR], to: null });
    expect(await statement(OKAFOR)).toMatchObject({ resolution: 'none', actor: null });
    await rule({ kind: 'attribute', entries: [OKAFOR], to: null, candidates: [ada.id, PIER_READING.actors[2].id] });
    expect(await statement(OKAFOR)).toMatchObject({ resolution: 'uncertain', actor: null });
    const { rulings } = (await statement(OKAFOR)).review!;
    expect(rulings).toMatchObject([
      { field: 'actor', engine: [{ name: 'Ada Lund' }, { name: 'Tom Okafor' }], isDisputed: false },
    ]);
    expect(rulings[0].given.map(({ value }) => value)).toMatchObject([
      { name: 'Ada Lund' },
      null,
      [{ name: 'Ada Lund' }, { name: 'Tom Okafor' }],
    ]);
  });

  test('a source that its article does not name is put in, and is the one of the other article', async () => {
    const [ada] = PIER_READING.actors;
    await rule({ kind: 'attribute', entries: [PORT], to: ada.id });
    const { actor } = await statement(PORT);
    expect(actor).toMatchObject({ name: 'Ada Lund', type: 'person', articleId: quay });
    expect(actor!.who).toBe((await statement(LUND)).actor!.who);
    await rule({ kind: 'attribute', entries: [CLERK], to: { name: 'Mira Voss', type: 'person' } });
    expect((await statement(CLERK)).actor).toMatchObject({ name: 'Mira Voss' });
  });

  test('words are edited, and found by the old ones as well', async () => {
    const { text } = PIER_READING;
    const content = [spanIn(text, 'the pier shut in Velmar')];
    const [edit] = await rule({ kind: 'edit', entry: LUND, content });
    const edited = (
      await Array.fromAsync(ledger.eachStatement({ versionId: (await ledger.article(pier))!.versionId }))
    )[0];
    expect(edited).toMatchObject({ content: { text: 'the pier shut in Velmar' }, actor: { name: 'Ada Lund' } });
    expect(edited.id).not.toBe(LUND);
    expect(edited.review!.rulings).toMatchObject([
      { field: 'content', engine: { text: 'the pier shut in Velmar in May' }, given: [{ by: 'Ada' }] },
    ]);
    await rule({ kind: 'accept', entries: [edited.id] });
    // Ben's ledger had the engine's words.
    const other = await store.openCopy(await backup());
    await ledger.addDecisions([await decideElsewhere(other, { kind: 'tag', entries: [edited.id], tag: 'b' }, 'Ben')]);
    await other.close();
    expect((await statement(edited.id)).review).toMatchObject({ status: 'accepted', tags: ['b'] });
    await undo(edit);
    expect((await statement(LUND)).review).toMatchObject({ status: 'accepted', tags: ['b'] });
  });

  async function backup(): Promise<string> {
    await ledger.backup(store.copyPath);
    return store.copyPath;
  }

  async function decideElsewhere(other: Ledger, request: DecisionRequest, by: string): Promise<Decision> {
    return (await decide(other, request, { by, at: at() }))[0];
  }

  test('a missed statement is put in, and taken out again', async () => {
    const { text } = PIER_READING;
    const [added] = await rule({
      kind: 'edit',
      entry: pier,
      source: [spanIn(text, 'The regime')],
      cue: [spanIn(text, 'is silent')],
      speechAct: 'declined',
    });
    const rows = await Array.fromAsync(ledger.eachStatement());
    const row = rows.find(({ source }) => source?.text === 'The regime')!;
    expect(row).toMatchObject({ kind: 'indirect', speechAct: 'declined', actor: null, review: { status: 'added' } });
    expect(await ledger.statement(row.id)).toEqual(row);
    await undo(added);
    expect(await Array.fromAsync(ledger.eachStatement())).toHaveLength(5);
  });

  test('an edit to the words of another statement leaves one of the two', async () => {
    const [{ source, cue, content }] = PIER_READING.statements;
    const [edit] = await rule({
      kind: 'edit',
      entry: CLERK,
      source: source!.spans,
      cue: cue!.spans,
      content: content!.spans,
    });
    expect((await Array.fromAsync(ledger.eachStatement())).map(({ id }) => id)).toEqual([
      LUND,
      OKAFOR,
      SHORT_LUND,
      PORT,
    ]);
    await undo(edit);
    expect(await Array.fromAsync(ledger.eachStatement())).toHaveLength(5);
  });

  test('places and dates are set, also where the engine found none', async () => {
    const { text, places, moments } = PIER_READING;
    await rule({ kind: 'place', entries: [places[0].id], place: VELMAR });
    expect((await statement(LUND)).place).toMatchObject({ name: 'Velmar', lat: 42.5, geonamesId: 7, score: 1 });
    await rule({ kind: 'place', entries: [places[0].id], place: null });
    expect((await statement(LUND)).place).toMatchObject({ name: 'Velmar', lat: null });
    await rule({ kind: 'place', entries: [{ article: pier, span: spanIn(text, 'pier shut') }], place: VELMAR });
    expect(await Array.fromAsync(ledger.eachPlace())).toHaveLength(3);

    await rule({ kind: 'date', entries: [moments[1].id], clock: 'happened', edtf: '2026-05-03' });
    await rule({ kind: 'date', entries: [LUND], clock: 'said', edtf: '2026-05-1X' });
    expect(await statement(LUND)).toMatchObject({
      said: { edtf: '2026-05-1X', earliest: '2026-05-10', latest: '2026-05-19', basis: 'decision' },
      event: { edtf: '2026-05-03', earliest: '2026-05-03', basis: 'decision' },
    });
    await rule({ kind: 'date', entries: [CLERK], clock: 'happened', edtf: '2026/..' });
    expect((await statement(CLERK)).event).toMatchObject({ edtf: '2026/..', earliest: '2026-01-01', latest: null });
    await rule({ kind: 'date', entries: [LUND], clock: 'happened', edtf: null });
    expect((await statement(LUND)).event).toBeNull();
  });

  test('a claim is ruled on as a whole, and told when and where it happened', async () => {
    const [{ id, when, where }] = PIER_READING.claims;
    const claim = async () => (await Array.fromAsync(ledger.eachClaim())).find((row) => row.id === id)!;
    const before = await rowsOf(ledger);
    const decisions = [
      ...(await rule({ kind: 'reject', entries: [id] })),
      ...(await rule({ kind: 'tag', entries: [id], tag: 'closure' })),
      ...(await rule({ kind: 'date', entries: [id], clock: 'happened', edtf: '2026-05-03' })),
      ...(await rule({ kind: 'place', entries: [id], place: VELMAR })),
    ];
    const ruled = await claim();
    expect(ruled.review).toMatchObject({ status: 'rejected', tags: ['closure'] });
    expect(ruled.review!.rulings.map(({ field }) => field)).toEqual(['verdict', 'tag closure', 'happened', 'place']);
    expect([ruled.when, ruled.where]).not.toEqual([when, where]);
    const moments = await Array.fromAsync(ledger.eachMoment());
    expect(moments.find((moment) => moment.id === ruled.when)).toMatchObject({
      text: 'the pier shut',
      edtf: '2026-05-03',
    });
    const places = await Array.fromAsync(ledger.eachPlace());
    expect(places.find((place) => place.id === ruled.where)).toMatchObject({ text: 'the pier shut', name: 'Velmar' });
    await rule({ kind: 'date', entries: [id], clock: 'happened', edtf: null });
    await rule({ kind: 'place', entries: [id], place: null });
    expect(await claim()).toMatchObject({ when: null, where: null });
    expect(await Array.fromAsync(ledger.eachMoment())).toHaveLength(2);
    expect(await Promise.all(decisions.map(stateOf))).toEqual(['laid', 'laid', 'overruled', 'overruled']);
    for (const { id: decision, state } of await Array.fromAsync(ledger.eachDecision()))
      if (state !== 'undone') await rule({ kind: 'undo', decision });
    expect(await rowsOf(ledger)).toEqual(before);
  });

  test('a claim goes by its statement, whatever the words of that are', async () => {
    const content = [spanIn(PIER_READING.text, 'the pier shut in Velmar')];
    await rule({ kind: 'edit', entry: LUND, content });
    const [edited] = await Array.fromAsync(ledger.eachStatement());
    expect((await Array.fromAsync(ledger.eachClaim()))[0].in).toBe(edited.id);
  });

  test('a claim whose verb stands is found with other slots, and lost without it', async () => {
    const [pierShut, silent] = PIER_READING.claims;
    const decisions = await rule({ kind: 'accept', entries: [pierShut.id, silent.id] });
    const subject = { ...pierShut.subject!, ...{ spans: [spanIn(PIER_READING.text, 'pier')], text: 'pier' } };
    const other = readOtherwise(PIER_READING, (found) => found);
    const { versionId } = (await ledger.article(pier))!;
    await ledger.replaceReading(versionId, { ...other, claims: [{ ...pierShut, id: 'clm_1', subject }] }, at());
    expect(await Promise.all(decisions.map(stateOf))).toEqual(['moved', 'unanchored']);
    expect((await Array.fromAsync(ledger.eachClaim()))[0].review).toMatchObject({ status: 'accepted' });
  });

  test('actors are merged across articles, split off again, and merges are undone', async () => {
    const who = async (id: string) => (await statement(id)).actor!.who;
    const [lund, shortLund, port] = await Promise.all([LUND, SHORT_LUND, PORT].map(who));
    const [merge] = await rule({ kind: 'merge', entries: [lund, shortLund] });
    expect([await who(LUND), await who(SHORT_LUND)]).toEqual([lund, lund]);
    await rule({ kind: 'merge', entries: [port, QUAY_READING.actors[0].id] });
    expect(await who(LUND)).toBe(await who(PORT));
    const [split] = await rule({ kind: 'split', entries: [QUAY_READING.actors[0].id] });
    expect(await who(LUND)).toBe(await who(PORT));
    expect(await who(SHORT_LUND)).not.toBe(await who(LUND));
    await undo(split);
    expect(await who(SHORT_LUND)).toBe(await who(LUND));
    await undo(merge);
    expect(await who(LUND)).toBe(lund);
    expect([await who(SHORT_LUND), await who(PORT)]).toEqual([port, port]);
  });

  test('searches find what people ruled', async () => {
    const found = async (search: string) => (await ledger.statements({ search })).rows.map(({ id }) => id).sort();
    const { who } = (await statement(LUND)).actor!;
    const other = (await statement(SHORT_LUND)).actor!.who;
    expect(await found(`actor:${who}`)).toEqual([LUND]);
    const [merge] = await rule({ kind: 'merge', entries: [who, other] });
    expect(await found(`actor:${who}`)).toEqual([LUND, SHORT_LUND].sort());
    await undo(merge);
    expect(await found(`actor:${who}`)).toEqual([LUND]);
    await rule({ kind: 'reject', entries: [LUND] });
    expect(await found('is:rejected')).toEqual([LUND]);
    expect(await found('-is:rejected')).toEqual([CLERK, OKAFOR, SHORT_LUND, PORT].sort());
    const { rows, total } = await ledger.statements();
    expect([total, rows.find(({ id }) => id === LUND)!.review]).toMatchObject([5, { status: 'rejected', by: 'Ada' }]);
    expect(await found('is:unreviewed')).not.toContain(LUND);
  });

  test('the later ruling is in force; two people who ruled differently are both kept', async () => {
    const [first] = await rule({ kind: 'accept', entries: [LUND] }, 'Ada');
    const [second] = await rule({ kind: 'reject', entries: [LUND] }, 'Ben');
    expect((await statement(LUND)).review).toMatchObject({ status: 'rejected', by: 'Ben', isDisputed: true });
    expect(await Promise.all([first, second].map(stateOf))).toEqual(['overruled', 'laid']);
    await rule({ kind: 'reject', entries: [LUND] }, 'Ada');
    expect((await statement(LUND)).review).toMatchObject({ status: 'rejected', isDisputed: false });
    await rule({ kind: 'note', entries: [LUND], note: 'one' }, 'Ada');
    await rule({ kind: 'note', entries: [LUND], note: 'two' }, 'Ben');
    expect((await statement(LUND)).review).toMatchObject({ note: 'two', isDisputed: false });
  });

  test('merges of two people that meet in one actor join all three, and are shown', async () => {
    const who = async (id: string) => (await statement(id)).actor!.who;
    const disputes = async () =>
      (await Array.fromAsync(findDisputes(ledger))).map(({ text, ruling, inForce }) => [
        text,
        ...ruling.given.map(({ by, value, decision }) => `${by}, ${value}${inForce.has(decision) ? '' : ', kept'}`),
      ]);
    await rule({ kind: 'merge', entries: [await who(LUND), await who(CLERK)] }, 'Ada');
    expect(await disputes()).toEqual([]);
    await rule({ kind: 'merge', entries: [PIER_READING.actors[1].id, await who(SHORT_LUND)] }, 'Ben');
    expect(await who(SHORT_LUND)).toBe(await who(LUND));
    const both = ['A clerk', 'Ada, merged: Ada Lund + A clerk', 'Ben, merged: A clerk + Lund'];
    expect(await disputes()).toEqual([both]);
    await rule({ kind: 'split', entries: [PIER_READING.actors[1].id] }, 'Ben');
    expect(await disputes()).toEqual([
      ['A clerk', ...both.slice(1).map((merge) => `${merge}, kept`), 'Ben, split off'],
    ]);
  });

  test('of decisions that come in the wrong order the later one is in force', async () => {
    const [late] = await rule({ kind: 'status', entries: [LUND], status: 'checked' });
    const [early] = await decide(
      ledger,
      { kind: 'status', entries: [LUND], status: 'open' },
      { by: 'Ada', at: '2020-01-01T00:00:00.000Z' },
    );
    expect((await statement(LUND)).review).toMatchObject({ status: 'checked' });
    expect(await Promise.all([late, early].map(stateOf))).toEqual(['laid', 'overruled']);
  });

  test('an undoing is undone', async () => {
    const before = await rowsOf(ledger);
    const [reject] = await rule({ kind: 'reject', entries: [LUND] });
    const rejected = await rowsOf(ledger);
    const [undoing] = await undo(reject);
    expect(await rowsOf(ledger)).toEqual(before);
    await undo(undoing);
    expect(await rowsOf(ledger)).toEqual(rejected);
    expect(await Promise.all([reject, undoing].map(stateOf))).toEqual(['laid', 'undone']);
    await expect(undo(undoing)).rejects.toMatchObject({ code: 'E_INPUT' });
  });

  test('a decision on a text that is not here waits for it', async () => {
    const [decision] = await rule({ kind: 'reject', entries: [LUND] });
    const [undoing] = await undo(decision);
    const empty = await (await make()).open();
    await empty.addDecisions([undoing]);
    expect((await empty.decision(undoing.id))!.state).toBe('waiting');
    await empty.addDecisions([decision]);
    expect((await empty.decision(decision.id))!.state).toBe('undone');
    const [again] = await rule({ kind: 'accept', entries: [LUND] });
    await empty.addDecisions([again]);
    expect((await empty.decision(again.id))!.state).toBe('waiting');
    await fill(empty);
    expect((await empty.decision(again.id))!.state).toBe('laid');
    expect((await empty.statement(LUND))!.review).toMatchObject({ status: 'accepted' });
    await empty.close();
  });

  test('another reading keeps what was ruled on the same words, finds moved ones, and lists the rest', async () => {
    const decisions = [
      ...(await rule({ kind: 'accept', entries: [LUND, CLERK, OKAFOR] })),
      ...(await rule({ kind: 'note', entries: [PIER_READING.places[0].id], note: 'where?' })),
    ];
    const other = readOtherwise(PIER_READING, (found, position) => {
      if (position === 0) return found;
      if (position === 1) return null;
      const [[start, end]] = found.content!.spans;
      return { ...found, content: { spans: [[start + 1, end - 2]], text: found.content!.text.slice(1, -2) } };
    });
    const { versionId } = (await ledger.article(pier))!;
    await ledger.replaceReading(versionId, { ...other, places: [] }, at());
    expect(await Promise.all(decisions.map(stateOf))).toEqual(['laid', 'unanchored', 'moved', 'unanchored']);
    expect(
      (await Array.fromAsync(ledger.eachStatement())).map(({ review }) => review?.status ?? null).slice(0, 2),
    ).toEqual(['accepted', 'accepted']);
    await ledger.replaceReading(versionId, PIER_READING, at());
    expect(await Promise.all(decisions.map(stateOf))).toEqual(['laid', 'laid', 'laid', 'laid']);
  });

  test('an article that is taken out takes merges with its actors along', async () => {
    const who = async (id: string) => (await statement(id)).actor!.who;
    const before = await who(SHORT_LUND);
    await rule({ kind: 'merge', entries: [await who(LUND), before] });
    await ledger.removeArticle(pier, { at: at(), why: null });
    expect(await who(SHORT_LUND)).toBe(before);
  });

  test.each<[string, DecisionRequest, string, RegExp]>([
    ['no such entry', { kind: 'accept', entries: ['stmt_0'] }, 'E_NOT_FOUND', /no entry stmt_0/],
    ['no such article', { kind: 'edit', entry: 'art_0', cue: [[0, 1]] }, 'E_NOT_FOUND', /no article art_0/],
    [
      'a statement to merge',
      { kind: 'merge', entries: [LUND, CLERK] },
      'E_INPUT',
      /is a statement: "merge" needs an actor/,
    ],
    ['one to merge', { kind: 'merge', entries: [LUND] }, 'E_INPUT', /entries/],
    [
      'a date that is none',
      { kind: 'date', entries: [LUND], clock: 'said', edtf: 'in May' },
      'E_INPUT',
      /no date in EDTF/,
    ],
    [
      'a claim that was said on a day',
      { kind: 'date', entries: [PIER_READING.claims[0].id], clock: 'said', edtf: '2026' },
      'E_INPUT',
      /is a claim: only a statement was said/,
    ],
    ['spans beyond the text', { kind: 'edit', entry: LUND, content: [[5, 5000]] }, 'E_INPUT', /beyond the text/],
    [
      'spans out of order',
      {
        kind: 'edit',
        entry: LUND,
        content: [
          [20, 25],
          [5, 9],
        ],
      },
      'E_INPUT',
      /overlap/,
    ],
    ['a span of white space', { kind: 'edit', entry: LUND, content: [[9, 11]] }, 'E_INPUT', /holds no words/],
    ['neither cue nor content', { kind: 'edit', entry: LUND, cue: null, content: null }, 'E_INPUT', /A statement has/],
    ['an edit of nothing', { kind: 'edit', entry: LUND }, 'E_INPUT', /sets nothing/],
    ['an empty tag', { kind: 'tag', entries: [LUND], tag: ' ' }, 'E_INPUT', /is empty/],
    ['a tag of two lines', { kind: 'tag', entries: [LUND], tag: 'a\nb' }, 'E_INPUT', /line break/],
    ['one candidate', { kind: 'attribute', entries: [LUND], to: LUND }, 'E_INPUT', /is a statement: give an actor/],
    ['no such decision', { kind: 'undo', decision: 'dec_0' }, 'E_NOT_FOUND', /no decision dec_0/],
  ])('refuses %s, and decides nothing', async (_name, request, code, message) => {
    await expect(rule(request)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(await Array.fromAsync(ledger.eachDecision())).toEqual([]);
  });

  test('any decisions and undoings give the rows that replaying them gives, in any order of arrival', async () => {
    const { text } = PIER_READING;
    const actors = [...PIER_READING.actors, ...QUAY_READING.actors].map(({ id }) => id);
    const statements = [LUND, CLERK, OKAFOR, SHORT_LUND, PORT];
    const one = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
    const entries = fc.tuple(one(statements)).map((ids) => [...ids]);
    const words = one(['the pier shut in Velmar', 'in Velmar in May', 'Nobody asked us', 'it', 'Pier shut']).map(
      (chosen) => [spanIn(text, chosen)],
    );
    const request: fc.Arbitrary<DecisionRequest> = fc.oneof(
      fc.record({ kind: one(['accept', 'reject'] as const), entries }),
      fc.record({ kind: one(['tag', 'untag'] as const), entries, tag: one(['a', 'b']) }),
      fc.record({ kind: fc.constant('status' as const), entries, status: one(['open', 'checked'] as const) }),
      fc.record({ kind: fc.constant('attribute' as const), entries, to: fc.option(one(actors)) }),
      fc.record({ kind: fc.constant('edit' as const), entry: one([LUND, CLERK, OKAFOR, pier]), content: words }),
      fc.record({
        kind: fc.constant('merge' as const),
        entries: fc.tuple(one(actors), one(actors)).map((pair) => [...pair]),
      }),
      fc.record({ kind: fc.constant('split' as const), entries: fc.tuple(one(actors)).map((ids) => [...ids]) }),
      fc.record({
        kind: fc.constant('place' as const),
        entries: fc.tuple(one([PIER_READING.places[0].id, PIER_READING.claims[0].id])).map((ids) => [...ids]),
        place: one([VELMAR, null]),
      }),
      fc.record({
        kind: fc.constant('date' as const),
        entries,
        clock: one(['said', 'happened'] as const),
        edtf: one(['2026-05', null]),
      }),
    );
    const step = fc.oneof({ weight: 3, arbitrary: request }, { weight: 1, arbitrary: fc.nat(20) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, one(['Ada', 'Ben'])), { maxLength: 8 }),
        fc.nat(),
        async (steps, seed) => {
          const [live, replayed] = [await make(), await make()];
          const [first, second] = [await live.open(), await replayed.open()];
          await fill(first);
          await fill(second);
          for (const [asked, by] of steps) {
            const made = await Array.fromAsync(first.eachDecision());
            const wanted =
              typeof asked !== 'number'
                ? asked
                : made.length > 0 && ({ kind: 'undo', decision: made[asked % made.length].id } as const);
            // An edit may have taken an entry away, and what is undone is not undone again.
            if (wanted)
              await decide(first, wanted, { by, at: at() }).catch((error) =>
                expect(error.code).toMatch(/E_NOT_FOUND|E_INPUT/),
              );
          }
          const made = await Array.fromAsync(first.eachDecision());
          const shuffled = made
            .map((decision, number) => ({ decision, key: (number * 7919 + seed) % 101 }))
            .sort((a, b) => a.key - b.key);
          for (const {
            decision: { state: _state, ...decision },
          } of shuffled)
            await second.addDecisions([decision]);
          expect(await rowsOf(second)).toEqual(await rowsOf(first));
          const states = async (from: Ledger) =>
            new Map((await Array.fromAsync(from.eachDecision())).map(({ id, state }) => [id, state]));
          expect(await states(second)).toEqual(await states(first));
          await Promise.all([first.close(), second.close()]);
          await Promise.all([live.remove(), replayed.remove()]);
        },
      ),
      { numRuns: 6 },
    );
  });
});
