/** Articles as RIS for EndNote, Mendeley and Citavi: type NEWS, quotations in N1. Lines end in CRLF, as the format has it. */
import type { ExportFormat } from '../format.ts';
import { citedArticle, datePartsOf } from './cited-article.ts';
import { LEFT_OUT_OF_CITATIONS } from './left-out.ts';

export const ris: ExportFormat = {
  name: 'ris',
  description: 'articles for EndNote, Mendeley and Citavi, quotations in the note',
  ending: '.ris',
  mediaType: 'application/x-research-info-systems',
  isLossless: false,
  unit: 'articles',
  leavesOut: LEFT_OUT_OF_CITATIONS,
  kind: 'stream',
  async *stream({ selection, tally }) {
    for await (const version of selection.versions()) {
      const { id, title, outlet, authors, published, accessed, url, language, note } = citedArticle(version);
      const tags: [string, string | null][] = [
        ['TY', 'NEWS'],
        ['ID', id],
        ['TI', title],
        ...authors.map((name): [string, string] => ['AU', name]),
        ['T2', outlet],
        ['DA', slashed(published)],
        ['PY', published?.slice(0, 4) ?? null],
        ['Y2', slashed(accessed)],
        ['UR', url],
        ['LA', language],
        ...note.split('\n').map((line): [string, string | null] => ['N1', line || null]),
      ];
      tally.count++;
      const lines = tags
        .filter(([, value]) => value !== null)
        .map(([tag, value]) => `${tag}  - ${oneLine(value!)}\r\n`);
      yield `${lines.join('')}ER  - \r\n\r\n`;
    }
  },
};

/** "2026/04/14/", as RIS writes dates. */
function slashed(date: string | null): string | null {
  const parts = datePartsOf(date);
  if (!parts) return null;
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year}/${month ?? ''}/${day ?? ''}/`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
