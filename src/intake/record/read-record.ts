/**
 * Makes an article of a record. What the record says about the article stands above what the article's page says of itself,
 * and the page's word is kept among the candidates.
 */
import type { Article, ReadingInput } from '../../reading/reading.ts';
import { articleFromString, readArticle } from '../read-article.ts';
import type { ArticleRecord } from './parse-record.ts';

/**
 * One article, ready to read. A `text` becomes the canonical text as it is.
 *
 * @throws HearsayError what `readArticle` throws, for a record with `html`.
 * @example
 * readRecord(parseRecord({ id: '7', text: 'The port denied it.' })).text; // 'The port denied it.'
 */
export function readRecord(record: ArticleRecord): ReadingInput {
  const { id, text, html, title, date, url } = record;
  const known = { ...(title !== null && { title }), ...(date !== null && { date }), ...(url !== null && { url }) };
  if (html === null) return articleFromString({ id, text: text ?? '', ...known });
  // The string is decoded already: whatever charset the page declares, its bytes are UTF-8 now.
  const bytes = new TextEncoder().encode(html);
  const input = readArticle(bytes, { id, contentType: 'text/html; charset=utf-8', ...(url !== null && { url }) });
  return { ...input, article: withRecord(input.article, { title, published: date, url }) };
}

function withRecord(article: Article, said: Readonly<Record<'title' | 'published' | 'url', string | null>>): Article {
  const given = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null);
  const candidates = { ...article.candidates };
  for (const [field, value] of given) candidates[field] = [{ value, from: 'record' }, ...(candidates[field] ?? [])];
  return { ...article, ...Object.fromEntries(given), candidates };
}
