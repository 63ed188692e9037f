/**
 * The library: what a program that uses Hearsay is given.
 *
 *     import { read } from 'hearsay';
 *     const { statements } = read('The port is shut, the mayor said.');
 *
 * The ledger is `hearsay/ledger`, the engine alone, for browsers too, `hearsay/engine`.
 */
export { articleFromString, readArticle } from './intake/read-article.ts';
export { loadModels } from './models/load-models.ts';
export { type ReadOptions, read } from './read.ts';
export { createEngine, ENGINE_VERSION, type HearsayEngine } from './reading/engine.ts';
export type * from './reading/reading.ts';
export { createServer, type ServerParts } from './server/create-server.ts';
export { findWebFolder } from './server/find-web-folder.ts';
export { type RunningServer, type ServeOptions, serve, untilStopped } from './server/serve.ts';
export type { Block, BlockKind, Span } from './text/document.ts';
export { type ErrorCode, HearsayError } from './text/errors.ts';
