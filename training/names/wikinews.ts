/** Reads the texts of GeoVirus: news from many countries, in which the teachers find names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { NameArticle } from './gold.ts';

export const WIKINEWS = 'places/GeoVirus.xml.gz';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The articles, without names.
 *
 * @example
 * readWikinews('../shared/data').length; // 239
 */
export function readWikinews(folder: string): NameArticle[] {
  const source = gunzipSync(readFileSync(join(folder, WIKINEWS))).toString('utf8');
  return Array.from(source.matchAll(/<text>(.*?)<\/text>/gs), ([, text], i) => ({
    id: `wikinews ${i}`,
    set: 'polnear',
    text: text.replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity),
    names: [],
  }));
}
