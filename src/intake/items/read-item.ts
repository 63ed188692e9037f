/**
 * Makes an article of an item: its page or text is read, and what is said about it outside joins the candidates. A record's word
 * stands above what the page says of itself; what a feed, an archive or a list says fills only what the page leaves open.
 */
import type { Article, Candidate, ReadingInput } from '../../reading/reading.ts';
import { articleFromString, readArticle } from '../read-article.ts';
import { candidatesOf, type Hints, type Item } from './item.ts';

/**
 * One article, ready for the engine. A text becomes the canonical text as it is.
 *
 * @throws HearsayError what `readArticle` throws.
 * @example
 * engine.read(readItem(itemOf('a', { text: 'The port denied it.' })));
 */
export function readItem(item: Item): ReadingInput {
  const { id, content, url, hints, leftOut, warnings, movedFrom } = item;
  const input =
    'text' in content
      ? articleFromString({ id, text: content.text })
      : readArticle(content.bytes, {
          id,
          ...(url !== null && { url }),
          ...(content.contentType !== null && { contentType: content.contentType }),
        });
  return {
    id,
    text: input.text,
    blocks: input.blocks,
    article: withAddress(withHints(input.article, hints), movedFrom),
    leftOut: [...input.leftOut, ...leftOut],
    warnings: [...input.warnings, ...warnings],
  };
}

/** An article keeps its first address, by which the ledger knows it. */
function withAddress(article: Article, movedFrom: string | null): Article {
  if (movedFrom === null) return article;
  const found = article.candidates?.url ?? [];
  const candidates = { ...article.candidates, url: [{ value: movedFrom, from: 'feed identity' }, ...found] };
  return { ...article, url: movedFrom, candidates };
}

function withHints(article: Article, hints: Hints): Article {
  const said = candidatesOf(hints);
  const candidates: Record<string, readonly Candidate[]> = { ...article.candidates };
  const fields: Record<string, string> = {};
  for (const [field, values] of Object.entries(said)) {
    const found = candidates[field] ?? [];
    candidates[field] = hints.from === 'record' ? [...values, ...found] : [...found, ...values];
    // The relay is kept beside the article's own fields: a hint, not a credit.
    if (field !== 'relay') fields[field] = candidates[field][0].value;
  }
  return { ...article, ...fields, candidates };
}
