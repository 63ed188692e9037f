/** `hearsay places` as a process: its three forms, bad input, and that time grows with the text and no faster. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHearsay } from './run-hearsay.ts';

const STORY = `Shells hit power plant in Ukraine

KYIV, Ukraine — Shells hit a village near Kharkiv on Sunday, the governor of the Dnipropetrovsk region said.

He had flown in from Springfield, Illinois, by way of Paris. The Bank of England declined to comment.
`;

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-places-'));
  writeFileSync(at('story.txt'), STORY);
  writeFileSync(
    at('lines.jsonl'),
    '{"id":"a","text":"He lives in Paris, Texas."}\n{"id":"b","text":"He left."}\n{"id":"c"}\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('for people', () => {
  test('a table of 80 columns', async () => {
    const { code, stdout, stderr } = await runHearsay(['places', at('story.txt')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}Kharkiv \(near\) +UA {2}admin +49\.981 +36\.253/m);
    expect(stdout).not.toContain('England');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('below a reading', async () => {
    const { stdout } = await runHearsay(['read', at('story.txt')]);
    expect(stdout).toContain('\nPlaces\n');
    expect(stdout).toMatch(/Kharkiv \(near\), UA\s+\(admin/);
  });

  test('explained', async () => {
    const { stdout } = await runHearsay(['explain', '--stage', 'places', at('story.txt')]);
    expect(stdout).toMatch(/^place \d\.\d{3} \[\d+, \d+\) Kharkiv: Kharkiv UA seat1 admin 49\.981 36\.253 near$/m);
    expect(stdout).toContain('  why near it, not there');
  });
});

describe('for programs', () => {
  test('GeoJSON: a feature a mention, in order, at the exact words', async () => {
    const { code, stdout } = await runHearsay(['places', '--geojson', at('story.txt')]);
    expect(code).toBe(0);
    const { type, features } = JSON.parse(stdout);
    expect(type).toBe('FeatureCollection');
    for (const { type, geometry, properties } of features) {
      expect(type).toBe('Feature');
      expect(STORY.slice(properties.start, properties.end)).toBe(properties.exact);
      if (geometry === null) continue;
      const [east, north] = geometry.coordinates;
      expect(Math.abs(east)).toBeLessThanOrEqual(180);
      expect(Math.abs(north)).toBeLessThanOrEqual(90);
      expect(['point', 'site', 'city', 'admin', 'country']).toContain(properties.precision);
    }
    const of = (exact: string) =>
      features.find((feature: { properties: { exact: string } }) => feature.properties.exact === exact);
    expect(of('Dnipropetrovsk').properties).toMatchObject({ country: 'UA', precision: 'admin' });
    expect(of('Springfield').geometry.coordinates).toEqual([-89.644, 39.802]);
    expect(of('Springfield').properties.geonamesId).toBe(4250542);
  });

  test('JSON: each article with its places; lines that cannot be read are told, with exit code 3', async () => {
    const { code, stdout, stderr } = await runHearsay(['places', '--json', at('lines.jsonl')]);
    expect(code).toBe(3);
    expect(stderr).toContain('E_');
    const [a, b] = JSON.parse(stdout);
    expect(a).toMatchObject({
      id: 'a',
      places: [
        { text: 'Paris', country: 'US' },
        { text: 'Texas', precision: 'admin' },
      ],
    });
    expect(b).toMatchObject({ id: 'b', places: [] });
  });
});

describe('what is typed wrongly', () => {
  test.each([
    [['places'], 'Name a file'],
    [['places', '--json', '--geojson', 'a.txt'], 'not both'],
  ])('%j', async (words, told) => {
    const { code, stderr } = await runHearsay(words);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  });

  test('a file that is not there', async () => {
    const { code, stderr } = await runHearsay(['places', at('none.txt')]);
    expect(code).toBe(3);
    expect(stderr).toContain('E_NOT_FOUND');
  });
});
