/**
 * `hearsay/engine`: the engine without Node. The bytes of the models come from wherever the program has them.
 *
 *     import { articleFromString, createEngine } from 'hearsay/engine';
 *     const engine = createEngine(models);
 *     engine.read(articleFromString({ id: '1', text: 'The port is shut, the mayor said.' })).statements.length;
 */
export { articleFromString } from './intake/read-article.ts';
export { createEngine, ENGINE_VERSION, type HearsayEngine } from './reading/engine.ts';
export type * from './reading/reading.ts';
export type { Block, BlockKind, Span } from './text/document.ts';
export { type ErrorCode, HearsayError } from './text/errors.ts';
