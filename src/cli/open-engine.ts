import type { Lemmatizer } from '../language/lemma/lemmatizer.ts';
import type { HearsayEngine } from '../reading/engine.ts';

/**
 * The engine with the models that the package ships. Imported only when a command needs it: help is printed at once.
 *
 * @param purpose `parse` for the stages of `language` with the parser, which the reading does without
 * @throws HearsayError E_MODEL where a model is missing or damaged.
 * @example
 * const engine = await openEngine();
 */
export async function openEngine(purpose: 'reading' | 'parse' = 'reading'): Promise<HearsayEngine> {
  const [{ createEngine }, { createStages, parseStages }, { loadModels }] = await Promise.all([
    import('../reading/engine.ts'),
    import('../reading/stages.ts'),
    import('../models/load-models.ts'),
  ]);
  return createEngine(loadModels(), purpose === 'parse' ? parseStages : createStages);
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
