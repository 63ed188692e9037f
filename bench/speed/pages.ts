/**
 * Time to take the article out of saved pages, against Readability on linkedom, on the same pages in the same run.
 *
 * Both start from bytes. A round reads every page once with each, in turn, so that a busy machine slows both; the figure is
 * the median of the rounds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readArticle } from '../../src/intake/read-article.ts';

export interface PageSpeed {
  readonly name: 'saved pages';
  readonly pages: number;
  /** Milliseconds for all pages. */
  readonly hearsayMs: number;
  readonly readabilityMs: number;
  /** Hearsay's time over Readability's. */
  readonly ratio: number;
  /** The most that the ratio may be. */
  readonly limit: number;
}

const MOST_RATIO = 2;
const ROUNDS = 5;

/**
 * Measures the pages (*.html or *.html.gz) of a folder.
 *
 * @throws Error where the folder is missing or holds no page.
 * @example
 * measurePageSpeed('../shared/data/pages/html').ratio; // 0.4
 */
export function measurePageSpeed(folder: string): PageSpeed {
  const pages = readdirSync(folder)
    .filter((file) => /\.html?(\.gz)?$/.test(file))
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      return { id: file.replace(/\.gz$/, ''), bytes: file.endsWith('.gz') ? gunzipSync(bytes) : bytes };
    });
  if (pages.length === 0) throw new Error(`${folder} holds no pages.`);
  const hearsay: number[] = [];
  const readability: number[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    let ours = 0;
    let theirs = 0;
    for (const { id, bytes } of pages) {
      ours += timed(() => readArticle(bytes, { id }).text.length);
      theirs += timed(
        () => new Readability(parseHTML(bytes.toString('utf8')).document).parse()?.textContent?.length ?? 0,
      );
    }
    if (round === 0) continue;
    hearsay.push(ours);
    readability.push(theirs);
  }
  const hearsayMs = median(hearsay);
  const readabilityMs = median(readability);
  return {
    name: 'saved pages',
    pages: pages.length,
    hearsayMs: Math.round(hearsayMs),
    readabilityMs: Math.round(readabilityMs),
    ratio: Number((hearsayMs / readabilityMs).toFixed(3)),
    limit: MOST_RATIO,
  };
}

function timed(work: () => number): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
