/** What is written is read by FollowTheMoney's own library and model, which refuse schemata and properties that they do not know. */
import { defaultModel, Model } from '@alephdata/followthemoney';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { makeWorld } from '../../../test/samples/world-articles.ts';
import { type FtmEntity, followTheMoney } from './follow-the-money.ts';

const model = new Model(defaultModel);
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
  for (const entity of entities) {
    expect(entity.id).toMatch(/^[\w.:-]+$/);
    const read = model.getEntity({ ...entity, properties: copyOf(entity) });
    expect(read.getCaption()).not.toBe('');
    for (const property of read.getProperties()) {
      const { name, type, maxLength } = property;
      const values = entity.properties[name];
      expect(read.getProperty(property)).toEqual(values);
      expect(values.length).toBeGreaterThan(0);
      expect([property.stub, property.deprecated], `${entity.schema}.${name}`).toEqual([false, false]);
      for (const value of values) {
        if (maxLength > 0) expect(value.length, `${entity.schema}.${name}`).toBeLessThanOrEqual(maxLength);
        if (type.values.size > 0) expect([...type.values.keys()], name).toContain(value);
        if (property.hasRange) {
          const named = model.getSchema(byId.get(value)?.schema);
          expect(named.isA(property.getRange()), `${entity.schema}.${name}: ${value}`).toBe(true);
        }
        if (type.name === 'date') expect(value).toMatch(DATE);
        if (type.name === 'url') expect(URL.canParse(value)).toBe(true);
      }
    }
  }
  expect(() => model.getEntity({ id: 'a', schema: 'Statement' })).toThrow();
});

test('a statement is an event with its article as proof; who is unnamed is no entity', () => {
  const events = entities.filter(({ schema }) => schema === 'Event');
  expect(events).toHaveLength(5);
  expect(events[1].properties).toMatchObject({
    name: ['Ada Lund claimed: that the pier shut in Kharkiv in May'],
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

/** The library's types are those of lists that it may change. */
function copyOf({ properties }: FtmEntity): Record<string, string[]> {
  return Object.fromEntries(Object.entries(properties).map(([name, values]) => [name, [...values]]));
}
