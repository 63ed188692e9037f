/** Makes an article of a record, by way of an item: what the record says stands above what its page says of itself. */
import type { ReadingInput } from '../../reading/reading.ts';
import { type Item, itemOf } from '../items/item.ts';
import { readItem } from '../items/read-item.ts';
import type { ArticleRecord } from './parse-record.ts';

/**
 * The item of a record.
 *
 * @param path what stands for the article where neither the record nor its page names a URL
 * @example
 * itemOfRecord(parseRecord({ id: '7', text: 'The port denied it.' }), 'a.jsonl#7').content; // { text: 'The port denied it.' }
 */
export function itemOfRecord({ id, text, html, title, date, url }: ArticleRecord, path: string): Item {
  // The string is decoded already: whatever charset the page declares, its bytes are UTF-8 now.
  const page = { bytes: new TextEncoder().encode(html ?? ''), contentType: 'text/html; charset=utf-8' };
  return itemOf(id, html === null ? { text: text ?? '' } : page, {
    path,
    url,
    hints: {
      from: 'record',
      ...(title !== null && { title }),
      ...(date !== null && { published: date }),
      ...(url !== null && { url }),
    },
  });
}

/**
 * One article, ready to read. A `text` becomes the canonical text as it is.
 *
 * @throws HearsayError what `readArticle` throws, for a record with `html`.
 * @example
 * readRecord(parseRecord({ id: '7', text: 'The port denied it.' })).text; // 'The port denied it.'
 */
export function readRecord(record: ArticleRecord): ReadingInput {
  return readItem(itemOfRecord(record, record.id));
}
