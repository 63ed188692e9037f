/** Searching: what every store answers to the query language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ledger, StatementQuery } from '../../src/ledger/ledger.ts';
import { FIELDS } from '../../src/ledger/search/fields.ts';
import type { Moment, Place, Reading } from '../../src/reading/reading.ts';
import { BRIDGE, CAPTURE, FERRY } from '../samples/bridge-and-ferry.ts';
import { makeReading } from '../samples/make-reading.ts';
import { STORES, type TestStore } from './stores.ts';

/** An article with actors, places, times, a relay and an assertion of the outlet's own. */
function readingOfPier(): Reading {
  const reading = makeReading({
    article: {
      title: 'Pier shut',
      outlet: 'Pier Post',
      published: '2026-04-14T08:00:00Z',
      url: 'https://pier.example/1',
    },
    blocks: [
      [
        'paragraph',
        'On Monday the port said that Ada Lund denied that the Zürich pier shut in May. Lund told a clerk of 12 boats. ' +
          'Two officials warned of a flood. The regime owns three boats in Zürich.',
      ],
    ],
    actors: [
      { words: 'the port', type: 'organization', role: 'operator' },
      { words: 'Ada Lund', type: 'person', role: 'mayor', affiliation: 'port', aliases: ['Lund'] },
      { words: 'Two officials', type: 'unnamed', unnamedType: 'official', number: 'two' },
    ],
    statements: [
      {
        source: ['the port'],
        cue: ['said'],
        content: ['that Ada Lund denied that the Zürich pier shut in May'],
        who: { resolution: 'known', actors: [0] },
        confidence: 0.6,
      },
      {
        source: ['Ada Lund'],
        cue: ['denied'],
        content: ['the Zürich pier shut in May'],
        who: { resolution: 'known', actors: [1] },
        parent: 0,
        act: { speechAct: 'denied', certainty: 0.4 },
        confidence: 0.7,
      },
      {
        source: ['Lund'],
        cue: ['told'],
        content: ['12 boats'],
        who: { resolution: 'uncertain', actors: [0, 1] },
        act: { hypothetical: true, certainty: 0.2 },
        confidence: 0.5,
      },
      {
        source: ['Two officials'],
        cue: ['warned'],
        content: ['a flood'],
        who: { resolution: 'known', actors: [2] },
        act: { speechAct: 'warned' },
        confidence: 0.4,
      },
    ],
    assertions: [['The regime owns three boats in Zürich', 0.7]],
  });
  const { text } = reading;
  const extent = (words: string, from = 0) => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length, text: words };
  };
  const moment = (id: string, words: string, edtf: string): Moment => ({
    id,
    ...extent(words),
    edtf,
    earliest: `${edtf}-01`,
    latest: `${edtf}-30`,
    basis: 'explicit',
    anchor: null,
    timex: { type: 'DATE', value: edtf, mod: null },
    known: {},
    implied: {},
    why: [],
  });
  const place = (id: string, from: number): Place =>
    ({
      ...(extent('Zürich', from) as Pick<Place, 'start' | 'end' | 'text'>),
      id,
      name: 'Zürich',
      country: 'CH',
      geonamesId: 1,
      lat: 47,
      lon: 8,
      precision: 'city',
      kind: null,
      relation: 'at',
      adjective: false,
      offset: null,
      site: null,
      score: 0.9,
      why: [],
    }) as Place;
  const said = { moment: 'mom_1', edtf: '2026-04', basis: 'explicit', resolution: 'known', why: [] } as const;
  return {
    ...reading,
    moments: [moment('mom_1', 'Monday', '2026-04'), moment('mom_2', 'in May', '2025-05')],
    places: [place('plc_1', 0), place('plc_2', text.indexOf('boats in'))],
    statements: reading.statements.map((statement, position) => (position === 0 ? { ...statement, said } : statement)),
  };
}

describe.each(STORES)('$name', ({ make }) => {
  let store: TestStore;
  let ledger: Ledger;
  let pier: string;

  beforeAll(async () => {
    store = await make();
    ledger = await store.open();
    await ledger.addReading(makeReading(BRIDGE), CAPTURE);
    await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: '/case/ferry.txt' });
    ({ articleId: pier } = await ledger.addReading(readingOfPier(), { ...CAPTURE, path: '/case/pier.txt' }));
  });

  afterAll(async () => {
    await ledger.close();
    await store.remove();
  });

  const found = async (search: string, query: StatementQuery = {}) =>
    (await ledger.statements({ ...query, search })).rows.map(({ cue, content }) => cue?.text ?? content!.text);

  test.each<[string, string[]]>([
    ['', ['it was claimed', 'said', 'replied', 'said', 'denied', 'told', 'warned']],
    ['bridge', ['said', 'replied']],
    ['zurich', ['said', 'denied']],
    ['ZÜRICH pier', ['said', 'denied']],
    ['"pier shut"', ['said', 'denied', 'told', 'warned']],
    ['content:"pier shut"', ['said', 'denied']],
    ['"shut pier"', []],
    ['zür*', ['said', 'denied']],
    ['"zürich pi"*', ['said', 'denied']],
    ['boat', []],
    ['boat*', ['told']],
    ['flood OR ferry', ['it was claimed', 'warned']],
    ['pier -denied', ['told', 'warned']],
    ['(flood OR boats) told', ['told']],
    ['-(outlet:pier OR outlet:wire)', ['said', 'replied']],
    ['source:lund', ['denied', 'told']],
    ['content:lund', ['said']],
    ['cue:"it was claimed"', ['it was claimed']],
    ['cue:was', ['it was claimed']],
    ['about:pier', ['said', 'denied']],
    ['actor:lund', ['denied']],
    ['actor:="ada lund"', ['denied']],
    ['actor:="ada"', []],
    ['actor:who_0000000000000000', []],
    ['outlet:post', ['said', 'replied', 'said', 'denied', 'told', 'warned']],
    ['outlet:="pier post"', ['said', 'denied', 'told', 'warned']],
    ['outlet:="post"', []],
    ['article:pier', ['said', 'denied', 'told', 'warned']],
    ['article:art_0', []],
    ['lang:en', ['it was claimed', 'said', 'replied', 'said', 'denied', 'told', 'warned']],
    ['lang:e', []],
    ['place:zurich', ['denied']],
    ['country:ch', ['denied']],
    ['kind:direct', ['replied']],
    ['act:denied OR act:warned', ['denied', 'warned']],
    ['stance:distancing', ['it was claimed']],
    ['type:person', ['denied']],
    ['type:open', ['said', 'replied', 'told']],
    ['type:none', ['it was claimed']],
    ['unnamed:official', ['warned']],
    ['is:unnamed', ['warned']],
    ['is:negated', ['it was claimed']],
    ['is:hypothetical', ['told']],
    ['is:nested', ['denied']],
    ['depth:>=1', ['denied']],
    ['depth:0 pier is:uncertain', ['told']],
    ['is:accepted', []],
    ['is:unreviewed is:nested', ['denied']],
    ['-has:source', ['it was claimed']],
    ['has:said', ['said']],
    ['has:place', ['denied']],
    ['has:number', ['told']],
    ['said:2026', ['said']],
    ['said:2026-04-30..', ['said']],
    ['said:..2026-03', []],
    ['happened:2025-05-15', ['denied']],
    ['happened:2026', []],
    ['published:2026-04', ['said', 'denied', 'told', 'warned']],
    ['published:2026-11-18..', ['it was claimed', 'said', 'replied']],
    ['published:..2026-04-13', []],
    ['certainty:<0.4', ['told']],
    ['certainty:<=0.4', ['denied', 'told']],
    ['certainty:0.4', ['denied']],
    ['confidence:>0.8', ['replied']],
    ['confidence:>=0.8', ['said', 'replied']],
    ['is:assertion', ['The regime owns three boats in Zürich']],
    ['kind:assertion has:number place:zürich', ['The regime owns three boats in Zürich']],
    ['boats (is:assertion OR kind:indirect)', ['told', 'The regime owns three boats in Zürich']],
    ['tag:nothing', []],
  ])('%s', async (search, cues) => {
    expect(await found(search)).toEqual(cues);
  });

  test('every field can be searched by its example', async () => {
    for (const { example } of Object.values(FIELDS)) await ledger.statements({ search: example });
  });

  test('a mistake is refused with its place', async () => {
    const refused = { code: 'E_INPUT', start: 5, end: 6 };
    await expect(ledger.statements({ search: 'pier (a' })).rejects.toMatchObject(refused);
    await expect(ledger.actors({ search: 'pier (a' })).rejects.toMatchObject(refused);
    await expect(ledger.searchArticles({ search: 'pier (a' })).rejects.toMatchObject(refused);
    await expect(ledger.searchArticles({ search: 'act:denied' })).rejects.toThrow(/Articles have no act: use outlet/);
  });

  test('each count is the number of rows that its search finds', async () => {
    for (const search of [
      '',
      'post',
      'kind:direct',
      'kind:indirect act:denied',
      'is:assertion OR pier',
      'place:zürich',
    ]) {
      const { facets, total } = await ledger.statements({ search, facets: 50 });
      expect(facets).toHaveLength(12);
      for (const { name, values, distinct } of facets) {
        expect(values.length).toBeGreaterThanOrEqual(distinct);
        for (const { value, statements, isChosen, search: chosen } of values) {
          const { total: listed } = await ledger.statements({ search: chosen });
          expect([name, value, listed]).toEqual([name, value, isChosen ? listed : statements]);
          if (isChosen) expect(statements).toBe(total);
        }
      }
    }
    const [kinds] = (await ledger.statements({ facets: 1 })).facets;
    expect(kinds).toMatchObject({ name: 'kind', distinct: 4, values: [{ value: 'indirect' }] });
  });

  test('pages hold every row once, also where something is added meanwhile', async () => {
    for (const order of ['published', 'source', 'confidence', 'outlet'] as const) {
      const whole = (await ledger.statements({ order })).rows.map(({ id }) => id);
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await ledger.statements({ order, limit: 2, ...(after && { after }) });
        expect(page).toMatchObject({ total: whole.length, first: ids.length });
        ids.push(...page.rows.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after);
      expect(ids).toEqual(whole);
    }
  });

  test('a cursor holds where it was given, and is of no use elsewhere', async () => {
    const { next, rows } = await ledger.statements({ limit: 3 });
    const late = { article: { title: 'Late', published: '2027-01-01', url: 'urn:late' }, blocks: BRIDGE.blocks };
    const { articleId } = await ledger.addReading(makeReading({ ...late, statements: BRIDGE.statements! }), CAPTURE);
    const page = await ledger.statements({ limit: 3, after: next! });
    expect(page.first).toBe(5);
    expect(rows.map(({ id, articleId }) => id + articleId)).not.toContain(page.rows[0].id + page.rows[0].articleId);
    await ledger.removeArticle(articleId, { at: '', why: null });
    const { next: last } = await ledger.statements({ order: 'cue', limit: 1 });
    await expect(ledger.statements({ after: last! })).rejects.toMatchObject({ code: 'E_INPUT' });
    await expect(ledger.statements({ after: 'x' })).rejects.toMatchObject({ code: 'E_INPUT' });
  });

  test('actors are listed with what the search finds of them', async () => {
    const { total, rows } = await ledger.actors({});
    expect(total).toBe(3);
    expect(rows.map(({ name, statements }) => [name, statements])).toEqual(
      expect.arrayContaining([
        ['Ada Lund', 1],
        ['the port', 1],
        ['Two officials', 1],
      ]),
    );
    const one = {
      type: 'person',
      articles: 1,
      outlets: 1,
      first: '2026-04-14T08:00:00Z',
      last: '2026-04-14T08:00:00Z',
    };
    expect((await ledger.actors({ search: 'act:denied' })).rows).toMatchObject([one]);
    for (const order of ['statements', 'name', 'first', 'last'] as const) {
      for (const direction of ['up', 'down'] as const) {
        const first = await ledger.actors({ order, direction, limit: 2 });
        const second = await ledger.actors({ order, direction, limit: 2, after: first.next! });
        expect(second).toMatchObject({ total: 3, first: 2, next: null });
        expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(3);
      }
    }
    expect((await ledger.actors({ order: 'name', limit: 1 })).rows[0].name).toBe('Ada Lund');
  });

  test('an actor has its names, roles and statements', async () => {
    const [{ id }] = (await ledger.actors({ search: 'actor:lund' })).rows;
    expect(await ledger.actor(id)).toMatchObject({
      id,
      name: 'Ada Lund',
      statements: 1,
      names: [{ name: 'Ada Lund', articles: 1 }],
      roles: [{ role: 'mayor', affiliation: 'port', articles: 1, articleId: pier, outlet: 'Pier Post' }],
      months: [{ month: '2026-04', statements: 1 }],
      acts: [{ act: 'denied', statements: 1 }],
    });
    expect(await found(`actor:${id}`)).toEqual(['denied']);
    expect(await ledger.actor('who_0')).toBeNull();
  });

  test('articles are found by their words, with the piece that holds them', async () => {
    const { rows, total } = await ledger.searchArticles({ search: '"three boats" outlet:pier' });
    expect(total).toBe(1);
    const { text } = (await ledger.reading(pier))!;
    const { snippet } = rows[0];
    expect(text.slice(snippet!.start, snippet!.end)).toBe(snippet!.text);
    expect(snippet!.marks.map(([start, end]) => text.slice(start, end))).toEqual(['three boats']);
    const titles = async (search: string) =>
      (await ledger.searchArticles({ search })).rows.map(({ headline }) => headline);
    expect(await titles('was')).toEqual(['Ferry runs late', 'Bridge closed']);
    for (const row of (await ledger.searchArticles({ search: 'was' })).rows) {
      const { text } = (await ledger.reading(row.articleId))!;
      expect(text.slice(row.snippet!.start, row.snippet!.end)).toBe(row.snippet!.text);
    }
    expect(await titles('was -ferry')).toEqual(['Bridge closed']);
    expect(await titles('published:2026-04')).toEqual(['Pier shut']);
    const first = await ledger.searchArticles({ search: 'was', limit: 1 });
    expect((await ledger.searchArticles({ search: 'was', limit: 1, after: first.next! })).rows[0].headline).toBe(
      'Bridge closed',
    );
  });

  test('another version takes the place of the one before', async () => {
    const own = await store.open();
    const blocks: typeof BRIDGE.blocks = [['paragraph', 'Corrected: nobody said a word.']];
    const changed = { article: { ...BRIDGE.article, modified: '2026-11-19T12:00:00Z' }, blocks };
    expect((await own.statements({ search: 'bridge' })).total).toBe(2);
    await ledger.addReading(makeReading(changed), CAPTURE);
    expect((await own.statements({ search: 'bridge' })).total).toBe(0);
    expect((await own.searchArticles({ search: 'corrected' })).total).toBe(1);
    await own.close();
  });
});
