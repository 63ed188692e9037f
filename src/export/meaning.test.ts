/**
 * Formats that carry what statements mean: places, times, claims, graphs, provenance; each read by a reader of its kind: GeoJSON by placemark.io's
 * validator, KML by the converter of maps (togeojson), graphs by graphology, JSON-LD by jsonld.
 */
import { check } from '@placemarkio/check-geojson';
import { kml as readKml } from '@tmcw/togeojson';
import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import { expand } from 'jsonld';
import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../test/samples/export-request.ts';
import { makeWorld } from '../../test/samples/world-articles.ts';
import type { ExportFormat } from './format.ts';
import { gexf } from './graph/gexf.ts';
import { graphml } from './graph/graphml.ts';
import { buildGraph } from './graph/source-graph.ts';
import { geojson } from './places/geojson.ts';
import { kml } from './places/kml.ts';
import { manifest } from './provenance/manifest.ts';
import { prov } from './provenance/prov.ts';
import { schemaOrg } from './schema-org.ts';
import { selectFrom } from './selection/selection.ts';
import { timelinejs } from './timeline/timelinejs.ts';

let sample: SampleLedger;
beforeAll(async () => {
  sample = await makeLedger(makeWorld());
});
afterAll(() => sample.remove());

async function exported(format: ExportFormat) {
  const request = requestOver(sample.ledger);
  return { text: String(await streamed(format, request)), tally: request.tally };
}

test('GeoJSON: each mention with the time of its statement, and none drawn that is not placed', async () => {
  const { text, tally } = await exported(geojson);
  const { features } = check(text) as unknown as { features: { geometry: unknown }[] };
  expect(tally.count).toBe(features.length);
  expect(features.map(({ geometry }) => geometry)).toEqual([
    null,
    { type: 'Point', coordinates: [36.253, 49.981] },
    { type: 'Point', coordinates: [32, 49] },
  ]);
  expect(features[1]).toMatchObject({
    properties: { precision: 'city', edtf: '2026-05~', exact: 'Kharkiv', offsetUnit: 'utf16' },
    when: { timespans: [{ start: { earliest: '2026-05-01' }, end: { latest: '2026-05-31' } }] },
  });
});

test('KML: a country is no point', async () => {
  const { text, tally } = await exported(kml);
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const { features } = readKml(document as unknown as Document);
  expect(features).toHaveLength(tally.count);
  expect(features.map(({ geometry }) => geometry)).toEqual([
    null,
    { type: 'Point', coordinates: [36.253, 49.981] },
    null,
  ]);
  expect(features[1].properties).toMatchObject({
    name: 'Kharkiv',
    edtf: '2026-05~',
    timespan: { begin: '2026-05-01', end: '2026-05-31' },
  });
  expect(document.querySelector('Folder > name')?.textContent).toBe('Pier <shut> & "sealed"');
});

test('TimelineJS: what was said and what it tells of are rows of their own, and the day of a saying is no event', async () => {
  const { text, tally } = await exported(timelinejs);
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(tally.count);
  expect(rows.map((row) => [row.Year, row.Month, row['End Day'], row['Display Date'], row.Headline])).toEqual([
    ['2026', '05', '31', 'about May 2026', 'Told of: Ada Lund, in The Harbour Post'],
    ['2026', '11', '', '16 Nov 2026', 'Said: the port, in The Harbour Post'],
  ]);
  expect(rows[0].Text).toContain(
    'href="https://www.post.example/pier#:~:text=Ada%20Lund%20claimed-,that%20the%20pier%20shut',
  );
  expect(rows[0].Text).toMatch(/^claimed: that the pier shut/);
  expect(rows[0].Text).toContain('Pier &lt;shut&gt; &amp; &quot;sealed&quot;');
});

test('schema.org: claims of their sources, denials left out, never a rating', async () => {
  const { text, tally } = await exported(schemaOrg);
  const list = JSON.parse(text);
  expect(list.numberOfItems).toBe(tally.count);
  expect(list.itemListElement).toHaveLength(4);
  expect(tally.losses).toEqual([{ what: 'denials and retractions', count: 1 }]);
  const [unnamed, named] = list.itemListElement;
  expect(unnamed).toMatchObject({ creditText: 'the port', dateCreated: '2026-11-16' });
  expect(unnamed.author).toBeUndefined();
  expect(named).toMatchObject({
    author: { '@type': 'Person', name: 'Ada Lund', jobTitle: 'mayor; engineer' },
    firstAppearance: { '@type': 'NewsArticle', publisher: { name: 'The Harbour Post', url: 'https://post.example/' } },
    contentLocation: { name: 'Kharkiv' },
  });
  expect(text).not.toMatch(/Review|[Rr]ating/);
  const documentLoader = async (url: string) => ({
    documentUrl: url,
    document: { '@context': { '@vocab': 'https://schema.org/' } },
  });
  const [expanded] = await expand(list, { documentLoader, safe: true });
  expect(expanded['https://schema.org/itemListElement']).toHaveLength(4);
});

test.each([
  ['GraphML', graphml, (text: string) => graphmlReader.parse(MultiDirectedGraph, text)],
  ['GEXF', gexf, (text: string) => gexfReader.parse(MultiDirectedGraph, text)],
] as const)('%s: a reader finds the nodes and edges', async (_name, format, read) => {
  const expected = await buildGraph(selectFrom(sample.ledger));
  const { text, tally } = await exported(format);
  const graph = read(text);
  expect(tally.count).toBe(expected.nodes.length);
  expect(graph.order).toBe(expected.nodes.length);
  expect(graph.size).toBe(expected.edges.length);
  for (const { id, type, label } of expected.nodes) expect(graph.getNodeAttributes(id)).toMatchObject({ type, label });
  graph.forEachEdge((_edge, attributes, from, to) => {
    const edge = expected.edges.find(
      ({ type, source, target }) => type === attributes.type && source === from && target === to,
    )!;
    expect(attributes.count).toBe(edge.count);
    expect(attributes.statements ?? '').toBe(edge.statements.join(' '));
  });
});

test('the graph: relays, cited outlets and places', async () => {
  const { nodes, edges } = await buildGraph(selectFrom(sample.ledger));
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const told = edges.map(
    ({ type, source, target, count }) => `${labels.get(source)} ${type} ${labels.get(target)} ${count}`,
  );
  expect(told).toContain('the port relays Ada Lund 1');
  expect(told).toContain('Northern Wire cites_outlet The Harbour Post 1');
  expect(told).toContain('The Harbour Post published Pier <shut> & "sealed" 1');
  expect(told).toContain('Ada Lund said Pier <shut> & "sealed" 2');
  expect(told.filter((line) => line.includes('names_place'))).toHaveLength(2);
});

test('PROV-O: every statement leads to a text, a reading and an engine', async () => {
  const { text, tally } = await exported(prov);
  const { '@context': context, '@graph': nodes } = JSON.parse(text);
  const ids = new Set(nodes.map((node: { '@id': string }) => node['@id']));
  const statements = nodes.filter((node: object) => 'hs:confidence' in node);
  expect(statements).toHaveLength(tally.count);
  for (const { wasDerivedFrom, wasGeneratedBy } of statements) {
    expect(ids.has(wasDerivedFrom)).toBe(true);
    expect(ids.has(wasGeneratedBy)).toBe(true);
  }
  const expanded = await expand({ '@context': context, '@graph': nodes }, { safe: true });
  expect(expanded).toHaveLength(nodes.length);
});

test('the manifest: inputs with their hashes, engines, counts', async () => {
  const { text, tally } = await exported(manifest);
  const { inputs, engines, counts, selection } = JSON.parse(text);
  expect(inputs).toHaveLength(tally.count);
  expect(engines).toHaveLength(1);
  expect(inputs[0]).toMatchObject({
    bytesSha256: 'ab'.repeat(32),
    settingsSha256: engines[0].settingsSha256,
    statements: 3,
  });
  expect(counts).toEqual({ articles: 2, statements: 5, decisions: {} });
  expect(selection).toBe('all');
});
