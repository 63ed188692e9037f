import { createEngine } from '../../src/reading/engine.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { plainInput } from '../plain-input.ts';
import { readGeoVirus } from './geovirus.ts';
import type { LearnedArticle } from './learn.ts';

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
      const input = plainInput(id, text);
      return { document: engine.run(input), gold: places };
    });
}
