/**
 * Times on two sets, from raw text through the finished command line. What is measured:
 *
 * TBAQ (TimeBank + AQUAINT, 256 articles with TIMEX3), each article with its date of creation, by the scorer that lies beside the data
 * (as TempEval-3 does): strict, F1 of extents that are equal; relaxed, of extents that overlap; value, relaxed F1 times the share of the
 * overlapping pairs whose TIMEX3 value is equal. The rules were written while looking at three quarters of the articles; every fourth
 * one, by path, was held out and is given apart. For `chrono-node`, in the same run: what parse() gives with the day of creation as
 * reference, its span, and as value the date down to the finest part that it calls certain (a weekday counts as a day).
 *
 * GUM (train and dev): the `when` values of the XML's <date> that are a year, a month or a day and whose words hold a digit or the name of a
 * month (gum-dates.ts), each document with its `dateCreated`. Reproduced is one with which a moment overlaps whose TIMEX3 value, less a
 * time of day, is equal. The share of all of them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as chrono from 'chrono-node';
import type { Reading } from '../../src/reading/reading.ts';
import { readJsonLines } from './gold.ts';
import { readGumDates } from './gum-dates.ts';
import { readTar } from './read-tar.ts';
import { runHearsay, runToFile } from './run-hearsay.ts';

export const MOMENT_FILES: readonly string[] = ['time/TBAQ-cleaned.tar.gz', 'gum/xml.tar.gz'];

export interface MomentFigure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
}

interface TimedArticle {
  readonly id: string;
  readonly text: string;
  readonly date: string;
}

/**
 * All figures of times.
 *
 * @param data the folder that holds MOMENT_FILES
 * @param scorer path of timex.mjs
 * @param work a folder to write to
 * @throws Error where one of the files is missing.
 * @example
 * (await measureMoments('../shared/data', '../shared/score/timex.mjs', work))[0]; // { set: 'TBAQ', measure: 'strict', value: 0.88 }
 */
export async function measureMoments(data: string, scorer: string, work: string): Promise<MomentFigure[]> {
  const articles = readTar(join(data, MOMENT_FILES[0]))
    .filter(({ path }) => path.endsWith('.tml'))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const figures: MomentFigure[] = [];
  const parts = [
    { set: 'TBAQ', files: articles },
    { set: 'TBAQ, held-out quarter', files: articles.filter((_, i) => i % 4 === 3) },
  ];
  for (const [i, { set, files }] of parts.entries()) {
    const folder = join(work, `tbaq-${i}`);
    mkdirSync(folder);
    for (const { path, bytes } of files) writeFileSync(join(folder, basename(path)), bytes);
    await runToFile([scorer, folder, '--inputs'], null, `${folder}.jsonl`);
    await runHearsay(['read', '--jsonl'], `${folder}.jsonl`, `${folder}-read.jsonl`);
    figures.push(...(await score(scorer, folder, `${folder}-read.jsonl`, set, '')));
    if (i > 0) continue;
    const inputs = readJsonLines(readFileSync(`${folder}.jsonl`, 'utf8')) as TimedArticle[];
    writeFileSync(`${folder}-chrono.jsonl`, inputs.map((article) => `${JSON.stringify(byChrono(article))}\n`).join(''));
    figures.push(...(await score(scorer, folder, `${folder}-chrono.jsonl`, set, ' by chrono-node')));
  }
  figures.push(await measureGum(join(data, MOMENT_FILES[1]), work));
  return figures;
}

async function score(
  scorer: string,
  folder: string,
  predictions: string,
  set: string,
  suffix: string,
): Promise<MomentFigure[]> {
  const path = `${predictions}.txt`;
  await runToFile([scorer, folder, predictions], null, path);
  const printed = readFileSync(path, 'utf8');
  return ['strict', 'relaxed', 'value'].map((measure) => {
    const value = Number(new RegExp(`\\b${measure} F1 ([\\d.]+)`).exec(printed)?.[1]);
    if (!Number.isFinite(value)) throw new Error(`The scorer printed no ${measure} for ${set}: ${printed}`);
    return { set, measure: `${measure}${suffix}`, value };
  });
}

function byChrono({ id, text, date }: TimedArticle): { id: string; moments: unknown[] } {
  const moments = chrono.parse(text, new Date(`${date}T12:00:00`)).map(({ index, text: words, start }) => ({
    start: index,
    end: index + words.length,
    timex: { type: start.isCertain('hour') ? 'TIME' : 'DATE', value: chronoValue(start) },
  }));
  return { id, moments };
}

function chronoValue(components: chrono.ParsedComponents): string {
  const two = (part: chrono.Component): string => String(components.get(part) ?? 0).padStart(2, '0');
  const year = String(components.get('year')).padStart(4, '0');
  const isDay = components.isCertain('day') || components.isCertain('weekday') || components.isCertain('hour');
  if (!isDay) return components.isCertain('month') ? `${year}-${two('month')}` : year;
  const day = `${year}-${two('month')}-${two('day')}`;
  return components.isCertain('hour') ? `${day}T${two('hour')}:${two('minute')}` : day;
}

async function measureGum(archive: string, work: string): Promise<MomentFigure> {
  const articles = readGumDates(archive).filter(({ dates }) => dates.length > 0);
  const path = join(work, 'gum.jsonl');
  writeFileSync(path, articles.map(({ id, text, date }) => `${JSON.stringify({ id, text, date })}\n`).join(''));
  await runHearsay(['read', '--jsonl'], path, `${path}.read`);
  const readings = readJsonLines(readFileSync(`${path}.read`, 'utf8')) as Reading[];
  let asked = 0;
  let reproduced = 0;
  for (const [i, { dates }] of articles.entries()) {
    for (const { start, end, when } of dates) {
      asked++;
      const isRight = readings[i].moments.some(
        (moment) => moment.start < end && moment.end > start && moment.timex?.value.replace(/T.*$/, '') === when,
      );
      if (isRight) reproduced++;
    }
  }
  return { set: 'GUM dates', measure: 'reproduced', value: Math.round((10_000 * reproduced) / asked) / 10_000 };
}
