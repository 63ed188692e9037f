/** What is written fits FollowTheMoney's schemata: the properties of each, as its schema files list them, and the forms of its types. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { makeWorld } from '../../../test/samples/world-articles.ts';
import { type FtmEntity, followTheMoney } from './follow-the-money.ts';

/** Of followthemoney/schema/*.yaml: properties that we use, with those that each schema extends. */
const THING = [
  'name',
  'summary',
  'description',
  'country',
  'alias',
  'weakAlias',
  'sourceUrl',
  'publisher',
  'proof',
  'retrievedAt',
];
const INTERVAL = [
  'date',
  'startDate',
  'endDate',
  'description',
  'publisher',
  'sourceUrl',
  'recordId',
  'summary',
  'retrievedAt',
];
const DOCUMENT = [...THING, 'title', 'author', 'publishedAt', 'language', 'contentHash', 'bodyText'];
const LEGAL_ENTITY = [...THING, 'email', 'wikidataId'];
const SCHEMATA: Readonly<Record<string, readonly string[]>> = {
  Article: DOCUMENT,
  Person: [...LEGAL_ENTITY, 'position'],
  Organization: LEGAL_ENTITY,
  PublicBody: LEGAL_ENTITY,
  Mention: ['document', 'name', 'resolved', 'detectedSchema'],
  Event: [...THING, ...INTERVAL, 'involved', 'location'],
  Note: [...THING, 'entity'],
  UnknownLink: [...INTERVAL, 'subject', 'object', 'role'],
};
/** Properties that name another entity, and the schemata that may stand there. */
const LEGAL = ['Person', 'Organization', 'PublicBody'];
const RANGES: Readonly<Record<string, readonly string[]>> = {
  document: ['Article'],
  resolved: LEGAL,
  involved: LEGAL,
  proof: ['Article'],
  subject: LEGAL,
  object: LEGAL,
  entity: ['Event'],
};
const DATES = ['date', 'startDate', 'endDate', 'publishedAt', 'retrievedAt'];
const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2})?)?)?$/;

let sample: SampleLedger;
let entities: FtmEntity[];
let count: number;

beforeAll(async () => {
  sample = await makeLedger(makeWorld());
  const request = requestOver(sample.ledger);
  entities = String(await streamed(followTheMoney, request))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  count = request.tally.count;
});
afterAll(() => sample.remove());

test('every entity has a schema, and properties of it, with values as it wants them', () => {
  expect(entities).toHaveLength(count);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  expect(byId.size).toBe(entities.length);
  for (const { id, schema, properties } of entities) {
    expect(id).toMatch(/^[\w.:-]+$/);
    expect(Object.keys(SCHEMATA)).toContain(schema);
    for (const [name, values] of Object.entries(properties)) {
      expect(SCHEMATA[schema], `${schema}.${name}`).toContain(name);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) {
        expect(typeof value).toBe('string');
        if (RANGES[name]) expect(RANGES[name], `${schema}.${name}`).toContain(byId.get(value)?.schema);
        if (DATES.includes(name)) expect(value).toMatch(DATE);
        if (name === 'country') expect(value).toMatch(/^[a-z]{2}$/);
        if (name === 'sourceUrl') expect(URL.canParse(value)).toBe(true);
      }
    }
  }
});

test('a statement is an event with its article as proof; who is unnamed is no entity', () => {
  const events = entities.filter(({ schema }) => schema === 'Event');
  expect(events).toHaveLength(5);
  expect(events[1].properties).toMatchObject({
    summary: ['that the pier shut in Kharkiv in May'],
    location: ['Kharkiv'],
    country: ['ua'],
    publisher: ['The Harbour Post'],
  });
  expect(events[0].properties).toMatchObject({ date: ['2026-11-16'], description: ['Source: the port\nCue: said'] });
  expect(events[0].properties.involved).toBeUndefined();
  expect(entities.some(({ properties }) => properties.name?.includes('the port'))).toBe(false);
  expect(entities.filter(({ properties }) => properties.name?.[0] === 'Ada Lund' && properties.position)).toHaveLength(
    1,
  );
  const links = entities.filter(({ schema }) => schema === 'UnknownLink');
  expect(links.map(({ properties }) => properties.role)).toEqual([['relays']]);
});
