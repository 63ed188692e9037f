import { createEngine } from '../../src/reading/engine.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import { readGeoVirus } from './geovirus.ts';
import type { LearnedArticle } from './learn.ts';

const NO_HEAD = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  modified: null,
  url: null,
  language: null,
  credit: null,
};

/**
 * The articles of GeoVirus that have a text, read from raw text as far as their names, with their gold places.
 *
 * @param models the bytes of the models, by name
 * @example
 * readForPlaces('../shared/data', loadModels()).length; // 228
 */
export function readForPlaces(data: string, models: Readonly<Record<string, Uint8Array>>): LearnedArticle[] {
  const engine = createEngine(models, (lexicon, weights) => languageStages(lexicon, weights, 'names'));
  return readGeoVirus(data)
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text, places }) => {
      const input = { id, text, blocks: paragraphBlocks(text), article: NO_HEAD, leftOut: [], warnings: [] };
      return { document: engine.run(input), gold: places };
    });
}
