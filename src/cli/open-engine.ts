import type { HearsayEngine } from '../reading/engine.ts';

/**
 * The engine with the models that the package ships. Imported only when a command needs it: help is printed at once.
 *
 * @throws HearsayError E_MODEL where a model is missing or damaged.
 * @example
 * const engine = await openEngine();
 */
export async function openEngine(): Promise<HearsayEngine> {
  const [{ createEngine }, { loadModels }] = await Promise.all([
    import('../reading/engine.ts'),
    import('../models/load-models.ts'),
  ]);
  return createEngine(loadModels());
}
