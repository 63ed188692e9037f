import { expand } from 'jsonld';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNO_CONTEXT } from '../../../test/samples/anno-context.ts';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { HARD_TEXTS } from '../../../test/samples/hard-texts.ts';
import { makeReading } from '../../../test/samples/make-reading.ts';
import type { StatementRecord } from '../../ledger/ledger.ts';
import { hypothesis } from '../hypothesis/hypothesis.ts';
import { readHypothesis } from '../hypothesis/read-hypothesis.ts';
import type { WebAnnotation } from './annotation.ts';
import { readAnnotations } from './read-annotations.ts';
import { webAnnotation } from './web-annotation.ts';

let sample: SampleLedger;
const statements: StatementRecord[] = [];

beforeAll(async () => {
  sample = await makeLedger(HARD_TEXTS.map(makeReading));
  for await (const statement of sample.ledger.eachStatement()) statements.push(statement);
});
afterAll(() => sample.remove());

const TEXTS = new Map(HARD_TEXTS.map(makeReading).map(({ textSha256, text }) => [textSha256, text]));

test('every role is an annotation, every span a target, and the selectors point at the words', async () => {
  const request = requestOver(sample.ledger);
  const file = JSON.parse(String(await streamed(webAnnotation, request)));
  const items: WebAnnotation[] = file.first.items;
  expect(request.tally.count).toBe(statements.length);
  expect(file.total).toBe(items.length);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const roles = statements
    .flatMap(({ source, cue, content }) => [content, cue, source])
    .filter((part) => part !== null);
  expect(items.map(({ target }) => target.length)).toEqual(roles.map(({ spans }) => spans.length));
  for (const { target } of items) {
    for (const { selector, ...about } of target) {
      const text = TEXTS.get(about['hs:textSha256'])!;
      const [{ exact, prefix, suffix }, { start, end }] = selector;
      expect(text.slice(start, end)).toBe(exact);
      expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix);
    }
  }
  // The links between the roles of a statement lead to annotations of the file.
  for (const item of items) {
    for (const role of ['hs:content', 'hs:cue', 'hs:source'] as const) {
      if (item[role] !== undefined) expect(items.some(({ id }) => id === item[role])).toBe(true);
    }
  }
});

test('out and in again, statements are what they were', async () => {
  const file = String(await streamed(webAnnotation, requestOver(sample.ledger)));
  expect(readAnnotations(file)).toEqual(statements);
  expect(() => readAnnotations('{"type":"Annotation"}')).toThrow(/no collection/);
});

test('it is JSON-LD: a processor finds every term', async () => {
  const file = JSON.parse(String(await streamed(webAnnotation, requestOver(sample.ledger))));
  const documentLoader = async (url: string) => {
    expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
    return { documentUrl: url, document: ANNO_CONTEXT };
  };
  const [collection] = await expand(file, { documentLoader, safe: true });
  const [first] = collection['http://www.w3.org/ns/activitystreams#first'] as Record<string, unknown>[];
  const [{ '@list': items }] = first['http://www.w3.org/ns/activitystreams#items'] as {
    '@list': Record<string, unknown>[];
  }[];
  expect(items).toHaveLength(file.total);
  const [main] = items;
  expect(main['@type']).toEqual(['http://www.w3.org/ns/oa#Annotation']);
  expect(main['urn:hearsay:ns#record']).toMatchObject([{ '@type': '@json' }]);
  expect(main['http://www.w3.org/ns/oa#hasTarget']).toHaveLength(2);
});

test('Hypothesis: every part of a content is marked, and comes back', async () => {
  const request = requestOver(sample.ledger);
  const file = String(await streamed(hypothesis, request));
  expect(request.tally.count).toBe(statements.length);
  const { marks: marked, others } = readHypothesis(file);
  expect(others).toBe(0);
  const parts = statements.flatMap(({ id, content, cue, textSha256 }) =>
    (content ?? cue)!.spans.map(([start, end]) => ({
      id,
      start,
      end,
      exact: TEXTS.get(textSha256)!.slice(start, end),
    })),
  );
  expect(marked.map(({ start, end, exact }) => ({ start, end, exact }))).toEqual(
    parts.map(({ start, end, exact }) => ({ start, end, exact })),
  );
  expect(marked[0]).toMatchObject({
    url: 'https://post.example/ferry',
    tags: ['direct', 'act:said'],
    note: 'Source: Captain Zoe\u0301 Lund\nCue: said\nPart 1 of 2',
  });
  expect(request.tally.losses).toEqual([{ what: 'the address of articles that have none', count: 4 }]);
});

test('Hypothesis: what its API gives; notes on a page and replies mark nothing', () => {
  const row = {
    id: 'a',
    uri: 'https://post.example/ferry',
    user: 'acct:ada@hypothes.is',
    text: 'No.',
    tags: ['check'],
  };
  const quote = { type: 'TextQuoteSelector', exact: 'sank', prefix: 'the ', suffix: '.' };
  const rows = [
    { ...row, target: [{ source: row.uri, selector: [{ type: 'RangeSelector' }, quote] }] },
    { ...row, id: 'note', target: [{ source: row.uri }] },
    { ...row, id: 'reply', references: ['a'], target: [] },
  ];
  expect(readHypothesis(JSON.stringify({ rows, total: 3 }))).toMatchObject({
    marks: [{ id: 'a', by: 'ada', exact: 'sank', prefix: 'the ', start: null, note: 'No.', tags: ['check'] }],
    others: 2,
  });
  expect(() => readHypothesis('[]')).toThrow(/no export of Hypothesis/);
});
