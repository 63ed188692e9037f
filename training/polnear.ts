/** Reads PolNeAR (Newell, Margolin & Ruths 2018) as this project's folder of data holds it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../src/text/document.ts';

export const POLNEAR_TRAIN = 'polnear/train.jsonl.gz';
export const POLNEAR_DEV = 'polnear/dev.jsonl.gz';

export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  /** By the first annotator, who is the one that is scored. */
  readonly attributions: readonly GoldAttribution[];
}

/**
 * The articles of one part.
 *
 * @example
 * readPolnear('../shared/data', POLNEAR_DEV).length; // 84
 */
export function readPolnear(folder: string, part: string): GoldArticle[] {
  const lines = gunzipSync(readFileSync(join(folder, part)))
    .toString('utf8')
    .split('\n');
  return lines.filter(Boolean).map((line) => {
    const { id, text, annotations } = JSON.parse(line);
    return { id, text, attributions: annotations[0]?.attributions ?? [] };
  });
}
