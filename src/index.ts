/**
 * The library: what a program that uses Hearsay is given.
 *
 *     import { createEngine, loadModels, readArticle } from 'hearsay';
 *     const engine = createEngine(loadModels());
 *     const { statements } = engine.read(readArticle(bytes, { id: 'story.html' }));
 */
export { articleFromString, readArticle } from './intake/read-article.ts';
export type * from './ledger/ledger.ts';
export { type OpenOptions, openLedger } from './ledger/sqlite/open-ledger.ts';
export { loadModels } from './models/load-models.ts';
export { createEngine, ENGINE_VERSION, type HearsayEngine } from './reading/engine.ts';
export type * from './reading/reading.ts';
export { createServer } from './server/create-server.ts';
export { findWebFolder } from './server/find-web-folder.ts';
export { type RunningServer, type ServeOptions, serve, untilStopped } from './server/serve.ts';
export type { Block, BlockKind, Span } from './text/document.ts';
export { type ErrorCode, HearsayError } from './text/errors.ts';
