/** Reads the dates that GUM's XML gives for words of its documents (<date when="…">), with the documents as text. */
import { readTar } from './read-tar.ts';

export interface DatedSpan {
  readonly start: number;
  readonly end: number;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly when: string;
}

export interface DatedArticle {
  readonly id: string;
  readonly text: string;
  /** When it was written, as GUM says. */
  readonly date: string | null;
  readonly dates: readonly DatedSpan[];
}

const BREAKS = /^<\/?(?:p|head|item|caption|list|sp|incident|note|quote|table|row|cell|figure)\b/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Marks before which, and after which, no space is written. */
const CLOSES = /^(?:[.,;:!?)\]”’%–-]|['’]s$|n['’]t$)/;
const OPENS = /[([“‘$–-]$/;

/**
 * The documents of the archive with the dates whose value is a year, a month or a day and whose words hold a digit or the name of a
 * month. Words are joined by a space except beside punctuation; paragraphs by a blank line.
 *
 * @throws Error where the archive is missing.
 * @example
 * readGumDates('gum/xml.tar.gz')[0].dates[0]; // { start: 60, end: 64, when: '1995' }
 */
export function readGumDates(archive: string): DatedArticle[] {
  return readTar(archive)
    .filter(({ path }) => path.endsWith('.xml'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }) => toArticle(path, Buffer.from(bytes).toString('utf8')));
}

function toArticle(path: string, xml: string): DatedArticle {
  let text = '';
  let isBreak = false;
  const open: { start: number; when: string }[] = [];
  const dates: DatedSpan[] = [];
  for (const line of xml.split('\n')) {
    if (line.startsWith('<')) {
      if (BREAKS.test(line)) isBreak = true;
      if (line.startsWith('<date')) open.push({ start: -1, when: /\bwhen="([^"]*)"/.exec(line)?.[1] ?? '' });
      else if (line.startsWith('</date>')) {
        const { start, when } = open.pop()!;
        if (start >= 0 && isAsked(when, text.slice(start))) dates.push({ start, end: text.length, when });
      }
      continue;
    }
    const form = line.split('\t', 1)[0].replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity);
    if (form === '') continue;
    if (text !== '') text += isBreak ? '\n\n' : CLOSES.test(form) || OPENS.test(text) ? '' : ' ';
    isBreak = false;
    for (const date of open) if (date.start < 0) date.start = text.length;
    text += form;
  }
  const date = /\bdateCreated="([^"]*)"/.exec(xml)?.[1] ?? null;
  return { id: path.replace(/^.*\/|\.xml$/g, ''), text, date, dates };
}

function isAsked(when: string, words: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}$/.test(when) && /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(words);
}
