/**
 * Lists of citations are read by Citation.js (citation.js.org), as a bibliography program would: what it finds is what the articles state, whatever
 * signs of TeX, RIS or JSON stand in their titles.
 */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { makeReading } from '../../../test/samples/make-reading.ts';
import { makeWorld } from '../../../test/samples/world-articles.ts';
import type { ExportFormat } from '../format.ts';
import { bibtex } from './bibtex.ts';
import { authorsOf } from './cited-article.ts';
import { cslJson } from './csl-json.ts';
import { ris } from './ris.ts';

const HOSTILE_TITLE = '100% {of} the \\ “pier” cost $5_a ~ ^ #1 & } more {';
let sample: SampleLedger;

beforeAll(async () => {
  const hostile = makeReading({
    article: { title: HOSTILE_TITLE, outlet: 'Dock & Yard', url: 'https://dock.example/a_b~c?q=1&r=50%25#d' },
    blocks: [['paragraph', 'Shut.']],
  });
  sample = await makeLedger([...makeWorld(), hostile]);
});
afterAll(() => sample.remove());

async function exported(format: ExportFormat) {
  const request = requestOver(sample.ledger);
  const text = String(await streamed(format, request));
  const read = new Cite(text);
  expect(read.data).toHaveLength(request.tally.count);
  return { text, read, items: read.data.map(({ _graph, ...item }) => item) };
}

test('CSL-JSON: read as it is, and cited with a date', async () => {
  const { text, read, items } = await exported(cslJson);
  expect(items).toEqual(JSON.parse(text));
  expect(items[0]).toMatchObject({
    type: 'article-newspaper',
    title: 'Pier <shut> & "sealed"',
    'container-title': 'The Harbour Post',
    author: [{ literal: 'Ida Lund' }, { literal: 'Jonas Reiff' }],
    issued: { 'date-parts': [[2026, 11, 18]] },
    URL: 'https://www.post.example/pier',
    note: expect.stringContaining('Ada Lund claimed: that the pier shut in Kharkiv in May'),
  });
  expect(read.format('bibliography', { template: 'apa', format: 'text' })).toContain(
    'Ida Lund & Jonas Reiff. (2026, November 18). Pier <shut> & “sealed.” The Harbour Post. https://www.post.example/pier',
  );
});

test('BibTeX: titles as they are, names in one piece, a note of separate quotations', async () => {
  const { items } = await exported(bibtex);
  expect(items[0]).toMatchObject({
    title: 'Pier <shut> & "sealed"',
    author: [{ family: 'Ida Lund' }, { family: 'Jonas Reiff' }],
    publisher: 'The Harbour Post',
    issued: { 'date-parts': [[2026, 11, 18]] },
    URL: 'https://www.post.example/pier',
    note: expect.stringContaining('in Kharkiv in May; She denied: that it burned'),
  });
  expect(items[2]).toMatchObject({
    title: HOSTILE_TITLE,
    publisher: 'Dock & Yard',
    URL: 'https://dock.example/a_b~c?q=1&r=50%25#d',
  });
});

test('RIS: the day beside the year, a note for each quotation', async () => {
  const { text, items } = await exported(ris);
  for (const line of text.split('\r\n')) if (line) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  // Citation.js takes the date of a newspaper article from PY alone; others take DA.
  expect(text).toContain('DA  - 2026/11/18/\r\n');
  expect(items[0]).toMatchObject({
    type: 'article-newspaper',
    title: 'Pier <shut> & "sealed"',
    'container-title': 'The Harbour Post',
    issued: { 'date-parts': [[2026]] },
    URL: 'https://www.post.example/pier',
    note: expect.arrayContaining(['Ada Lund claimed: that the pier shut in Kharkiv in May']),
  });
  expect(items[2]).toMatchObject({ title: HOSTILE_TITLE });
});

describe('authors', () => {
  test.each([
    ['By Ida Lund', ['Ida Lund']],
    ['Samir Quist and Ottilie Brandvold', ['Samir Quist', 'Ottilie Brandvold']],
    ['By IDA LUND, chief reporter', ['IDA LUND']],
    ['Ida Lund in Velmar', ['Ida Lund']],
    [null, []],
  ])('of %j', (byline, expected) => {
    expect(authorsOf(byline)).toEqual(expected);
  });
});
