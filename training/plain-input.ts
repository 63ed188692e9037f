import type { ReadingInput } from '../src/reading/reading.ts';
import { paragraphBlocks } from '../src/text/paragraphs.ts';

/**
 * A corpus text as the engine takes it: its paragraphs as blocks, and nothing known of the article.
 *
 * @example
 * createEngine(loadModels()).read(plainInput('a', 'The port denied it.')).statements.length;
 */
export function plainInput(id: string, text: string): ReadingInput {
  const article = {
    title: null,
    outlet: null,
    byline: null,
    published: null,
    modified: null,
    url: null,
    language: null,
    credit: null,
  };
  return { id, text, blocks: paragraphBlocks(text), article, leftOut: [], warnings: [] };
}
