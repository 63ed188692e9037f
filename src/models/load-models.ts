/** Reads the model files that the package ships, for programs that run in Node. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HearsayError } from '../text/errors.ts';

const MODELS_FOLDER = fileURLToPath(new URL('../../models/', import.meta.url));
const ENDING = '.weights';

/**
 * The bytes of every model file, by model name (the file name without ".weights").
 *
 * @throws HearsayError E_MODEL where the folder of the models cannot be read.
 * @example
 * Object.keys(loadModels()); // ['statements', 'tag', …]
 */
export function loadModels(folder: string = MODELS_FOLDER): Record<string, Uint8Array> {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(ENDING));
    return Object.fromEntries(names.map((name) => [name.slice(0, -ENDING.length), readFileSync(join(folder, name))]));
  } catch (cause) {
    throw new HearsayError('E_MODEL', `The models in ${folder} cannot be read: install the package again.`, { cause });
  }
}
