import type { LoadedWord } from '../language/en/loaded-words.ts';
import type { Lemmatizer } from '../language/lemma/lemmatizer.ts';
import type { HearsayEngine } from '../reading/engine.ts';

/**
 * The engine with the models that the package ships. Imported only when a command needs it: help is printed at once.
 *
 * @param purpose `parse` for the stages up to the parser alone
 * @param words a reader's own loaded words, laid over those that come with Hearsay
 * @throws HearsayError E_MODEL where a model is missing or damaged.
 * @example
 * const engine = await openEngine();
 */
export async function openEngine(
  purpose: 'reading' | 'parse' = 'reading',
  words: readonly LoadedWord[] = [],
): Promise<HearsayEngine> {
  const [{ createEngine }, { createStages, parseStages }, { loadModels }] = await Promise.all([
    import('../reading/engine.ts'),
    import('../reading/stages.ts'),
    import('../models/load-models.ts'),
  ]);
  const reading: typeof createStages = (lexicon, weights) => createStages(lexicon, weights, words);
  const lists = { reading, parse: parseStages };
  return createEngine(loadModels(), lists[purpose]);
}

/**
 * The lemmatizer with the model that the package ships; no stage of the engine needs it.
 *
 * @throws HearsayError E_MODEL where the model is damaged.
 * @example
 * writeConllu(document, 'a', await openLemmatizer());
 */
export async function openLemmatizer(): Promise<Lemmatizer> {
  const [{ Lemmatizer }, { readWeights }, { loadModels }] = await Promise.all([
    import('../language/lemma/lemmatizer.ts'),
    import('../language/weights/weights.ts'),
    import('../models/load-models.ts'),
  ]);
  return new Lemmatizer(readWeights(loadModels().lemma));
}
