/** The README's table of results, made from bench/results/*.json, and where in the README it stands. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QualityResults } from '../bench/quality/main.ts';
import type { SpeedResults } from '../bench/speed/main.ts';

const BEGIN = '<!-- results: written by tools/write-results.ts -->';
const END = '<!-- results end -->';

/**
 * The table as Markdown, of whatever results there are.
 *
 * @example
 * resultsTable('bench/results'); // '| measured on | what | Hearsay | floor |\n| …'
 */
export function resultsTable(folder: string): string {
  const quality = readResults<QualityResults>(join(folder, 'quality.json'));
  const speed = readResults<SpeedResults>(join(folder, 'speed.json'));
  return [qualityTable(quality), speedTable(speed)].filter((table) => table !== '').join('\n\n');
}

/**
 * The README with its results replaced by `table`.
 *
 * @throws Error where the README has no place for them.
 * @example
 * withResults(readme, resultsTable('bench/results'));
 */
export function withResults(readme: string, table: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END, begin);
  if (begin < 0 || end < 0)
    throw new Error(`The README has no place for the results: give it "${BEGIN}" and "${END}".`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${readme.slice(end)}`;
}

function qualityTable(results: QualityResults | null): string {
  if (!results) return '';
  const rows = results.figures.map(
    ({ set, measure, value, floor, ceiling }) =>
      `| ${set} | ${measure} | ${value} | ${ceiling === undefined ? (floor ?? '') : `at most ${ceiling}`} |`,
  );
  return ['| measured on | what | Hearsay | floor |', '|---|---|---:|---:|', ...rows].join('\n');
}

function speedTable(results: SpeedResults | null): string {
  if (!results) return '';
  const { machine, texts, tokensPerSecond, peakMb, modelsMb, pages, growth } = results;
  const thousands = (value: number) => `${Math.round(value / 1000)}k`;
  const rows = [
    ...Object.entries(tokensPerSecond).map(([engine, rate]) => {
      const does = engine === 'hearsay' ? 'the whole reading' : 'tagging only';
      return `| ${engine}, ${does}, tokens a second | ${thousands(rate)} |`;
    }),
    ...(pages
      ? [
          `| ${pages.pages} saved pages to articles | ${pages.hearsayMs} ms (Readability on linkedom: ${pages.readabilityMs} ms) |`,
        ]
      : []),
    `| peak memory over all texts | ${peakMb} MB |`,
    `| all models together | ${modelsMb} MB |`,
    ...growth.map(
      ({ units, ms, peakMb: peak }) => `| a text of ${thousands(units)} letters | ${Math.round(ms)} ms, ${peak} MB |`,
    ),
  ];
  const where = `${texts.name}, ${texts.articles} articles; ${machine.cpu}, one core, Node ${machine.node}`;
  return [`| speed and size | ${where} |`, '|---|---:|', ...rows].join('\n');
}

function readResults<Results>(path: string): Results | null {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
