/** Articles as CSL-JSON (citationstyles.org), which Zotero imports and pandoc cites: quotations stand in the note. */
import type { ExportFormat } from '../format.ts';
import { citedArticle, datePartsOf } from './cited-article.ts';
import { LEFT_OUT_OF_CITATIONS } from './left-out.ts';

export const cslJson: ExportFormat = {
  name: 'csl-json',
  description: 'articles for Zotero and pandoc, quotations in the note',
  ending: '.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  isLossless: false,
  unit: 'articles',
  leavesOut: LEFT_OUT_OF_CITATIONS,
  kind: 'stream',
  async *stream({ selection, tally }) {
    let before = '[\n';
    for await (const version of selection.versions()) {
      const { id, title, outlet, authors, published, accessed, url, language, note } = citedArticle(version);
      const [issued, seen] = [datePartsOf(published), datePartsOf(accessed)];
      const item = {
        id,
        type: 'article-newspaper',
        title,
        ...(outlet && { 'container-title': outlet }),
        ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
        ...(issued && { issued: { 'date-parts': [issued] } }),
        ...(seen && { accessed: { 'date-parts': [seen] } }),
        ...(url && { URL: url }),
        ...(language && { language }),
        ...(note && { note }),
      };
      tally.count++;
      yield `${before}${JSON.stringify(item)}`;
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
};
