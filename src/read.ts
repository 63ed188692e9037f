/** The library's shortest way from a text to its reading. */
import { articleFromString, readArticle } from './intake/read-article.ts';
import { openEngine } from './models/open-engine.ts';
import type { HearsayEngine } from './reading/engine.ts';
import type { Reading, ReadingInput } from './reading/reading.ts';

export interface ReadOptions {
  /** Names the article in the reading; default "text". */
  readonly id?: string;
  readonly title?: string;
  /** When it was published, in ISO 8601: what "yesterday" means goes by it. */
  readonly date?: string;
  readonly url?: string;
}

let shipped: HearsayEngine | null = null;

/**
 * Reads an article with the models that the package ships, which are loaded once, at the first call. A string is the canonical text, byte
 * for byte; bytes are a file, HTML or text in any charset, and what it says of itself goes before `options`.
 *
 * @throws HearsayError E_EMPTY where there is nothing to read, E_BINARY where the bytes are no text, E_MODEL.
 * @example
 * import { read } from 'hearsay';
 *
 * const { statements } = read('The port is shut, the mayor said on Tuesday.', { date: '2026-04-15' });
 * statements[0].source?.text; // 'the mayor'
 */
export function read(article: string | Uint8Array, options: ReadOptions = {}): Reading {
  shipped ??= openEngine();
  const id = options.id ?? 'text';
  if (typeof article === 'string') return shipped.read(articleFromString({ ...options, id, text: article }));
  const { url, title, date } = options;
  const filed = readArticle(article, { id, ...(url !== undefined && { url }) });
  return shipped.read(withHints(filed, title, date));
}

function withHints(input: ReadingInput, title: string | undefined, date: string | undefined): ReadingInput {
  const { article } = input;
  return {
    ...input,
    article: { ...article, title: article.title ?? title ?? null, published: article.published ?? date ?? null },
  };
}
