/**
 * The engine and the lemmatizer with the models that the package ships: the one place where files become an engine. Takes a third of a second
 * and 150 MB, so whoever may not need an engine imports this file when it does.
 */
import type { LoadedWord } from '../language/en/loaded-words.ts';
import { Lemmatizer } from '../language/lemma/lemmatizer.ts';
import { readWeights } from '../language/weights/weights.ts';
import { createEngine, type HearsayEngine } from '../reading/engine.ts';
import { createStages, parseStages } from '../reading/stages.ts';
import { loadModels } from './load-models.ts';

/**
 * The engine with the models that the package ships.
 *
 * @param purpose `parse` for the stages up to the parser alone
 * @param words a reader's own loaded words, laid over those that come with Hearsay
 * @throws HearsayError E_MODEL where a model is missing or damaged.
 * @example
 * openEngine().read(input).statements.length;
 */
export function openEngine(purpose: 'reading' | 'parse' = 'reading', words: readonly LoadedWord[] = []): HearsayEngine {
  const lists: Record<typeof purpose, typeof parseStages> = {
    reading: (lexicon, weights) => createStages(lexicon, weights, words),
    parse: parseStages,
  };
  return createEngine(loadModels(), lists[purpose]);
}

/**
 * The lemmatizer with the model that the package ships, for words that no stage asks for.
 *
 * @throws HearsayError E_MODEL where the model is damaged.
 * @example
 * writeConllu(document, 'a', openLemmatizer());
 */
export function openLemmatizer(): Lemmatizer {
  return new Lemmatizer(readWeights(loadModels().lemma));
}
