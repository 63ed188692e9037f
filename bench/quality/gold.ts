/** Reads the gold articles of PolNeAR: one JSON object a line, gzipped. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/text/document.ts';

export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  readonly title: string | null;
  readonly annotations: readonly { readonly attributions: readonly GoldAttribution[] }[];
}

/**
 * The gold articles of a file, in order.
 *
 * @throws Error where the file is missing.
 * @example
 * readGold('polnear/dev.jsonl.gz')[0].annotations[0].attributions.length;
 */
export function readGold(path: string): GoldArticle[] {
  return readJsonLines(gunzipSync(readFileSync(path)).toString('utf8')) as GoldArticle[];
}

/**
 * The values of JSON lines.
 *
 * @example
 * readJsonLines('{"a":1}\n{"a":2}\n').length; // 2
 */
export function readJsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
