/** Articles as BibTeX for LaTeX: `@misc` with howpublished, since BibTeX has no newspaper article; quotations stand in the note. */
import type { ExportFormat } from '../format.ts';
import { citedArticle, datePartsOf } from './cited-article.ts';
import { LEFT_OUT_OF_CITATIONS } from './left-out.ts';

export const bibtex: ExportFormat = {
  name: 'bibtex',
  description: 'articles for LaTeX, quotations in the note',
  ending: '.bib',
  mediaType: 'application/x-bibtex',
  isLossless: false,
  unit: 'articles',
  leavesOut: LEFT_OUT_OF_CITATIONS,
  kind: 'stream',
  async *stream({ selection, tally }) {
    for await (const version of selection.versions()) {
      const { id, title, outlet, authors, published, accessed, url, language, note } = citedArticle(version);
      const [year, month, day] = datePartsOf(published) ?? [];
      // A name in braces is not taken apart into given name and surname.
      const fields: [string, string | null][] = [
        ['title', `{${escapeTex(title)}}`],
        ['author', authors.length === 0 ? null : authors.map((name) => `{${escapeTex(name)}}`).join(' and ')],
        ['howpublished', outlet === null ? null : escapeTex(outlet)],
        ['year', year === undefined ? null : String(year)],
        ['month', month === undefined ? null : String(month)],
        ['day', day === undefined ? null : String(day)],
        // A percent sign stands for itself there.
        ['url', url === null ? null : url.replace(/[{}\\\s]/g, encodeURIComponent)],
        ['urldate', accessed?.slice(0, 10) ?? null],
        ['language', language],
        // TeX reads a line end as a space.
        ['note', note === '' ? null : escapeTex(note).replaceAll('\n', ';\n')],
      ];
      tally.count++;
      const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `  ${name} = {${value}}`);
      yield `@misc{${id},\n${lines.join(',\n')}\n}\n\n`;
    }
  },
};

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Braces in the text would end the field or leave it open. */
function escapeTex(text: string): string {
  return text.replace(/[\\~^]|[&%$#_{}]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);
}
