/**
 * The HTTP API: every route in order, described as OpenAPI 3.1 by the code that answers (GET /v1/openapi.json). Answers carry an ETag,
 * so that asking again for what has not changed costs nothing but the question; errors have one shape (refuse.ts).
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { ENGINE_VERSION } from '../reading/engine.ts';
import { refuse, refuseError } from './refuse.ts';
import { addActorRoutes } from './routes/actors.ts';
import type { AddRoutes, ApiContext } from './routes/api-context.ts';
import { addArticleRoutes } from './routes/articles.ts';
import { addDecisionRoutes } from './routes/decisions.ts';
import { addExportRoutes } from './routes/exports.ts';
import { addIntakeRoutes, INTAKE_EVENTS } from './routes/intake.ts';
import { addMatchRoute } from './routes/match.ts';
import { addReadRoute } from './routes/read.ts';
import { addRecordRoutes } from './routes/records.ts';
import { addSearchFeedRoute } from './routes/search-feed.ts';
import { addStatementRoutes } from './routes/statements.ts';

const MIB = 1024 * 1024;
/** MiB of a request at most: the longest article that intake takes from a record, and some room for JSON. */
const MOST_MIB = 4;
/** Of one that hands in a file that was exported. */
const MOST_MIB_OF_FILES = 64;
const TAKE_FILES: readonly string[] = ['/v1/import', '/v1/decisions/file', '/v1/decisions/annotations'];

const ROUTES: readonly AddRoutes[] = [
  addArticleRoutes,
  addStatementRoutes,
  addActorRoutes,
  addDecisionRoutes,
  addSearchFeedRoute,
  addRecordRoutes,
  addReadRoute,
  addMatchRoute,
  addIntakeRoutes,
  addExportRoutes,
];

/**
 * The API as an application to be mounted at the root; all its paths begin with /v1.
 *
 * @example
 * const app = createApi({ ledger, read, now: () => new Date().toISOString() });
 * (await app.request('/v1/openapi.json')).status; // 200
 */
export function createApi(api: ApiContext): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return;
      const [{ path, message }] = result.error.issues;
      return refuse(context, 400, 'E_INPUT', `${path.join('.') || 'the request'}: ${message}. See /v1/openapi.json.`);
    },
  });
  app.use('/v1/*', async (context, next) => {
    // Kept by no cache without asking: what it holds may be private, and changes.
    context.header('cache-control', 'private, no-cache');
    await next();
  });
  const limit = limitTo(MOST_MIB, 'send one article at a time');
  const limitOfFiles = limitTo(
    MOST_MIB_OF_FILES,
    'take the file in with "hearsay import" or "hearsay decisions import"',
  );
  app.use('/v1/*', (context, next) => (TAKE_FILES.includes(context.req.path) ? limitOfFiles : limit)(context, next));
  const tag = etag();
  // A tag is made of the whole answer, which a stream never has in one place.
  app.use('/v1/*', (context, next) => (isStream(context.req.path) ? next() : tag(context, next)));
  for (const add of ROUTES) add(app, api);
  app.doc31('/v1/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Hearsay',
      version: ENGINE_VERSION,
      description: 'The record of who said what. Offsets are UTF-16 code units, half-open.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
  });
  app.all('/v1/*', (context) =>
    refuse(context, 404, 'E_NOT_FOUND', 'There is nothing at this address: /v1/openapi.json lists what there is.'),
  );
  app.onError((error, context) => refuseError(context, error));
  return app;
}

function isStream(path: string): boolean {
  return path === INTAKE_EVENTS || path.startsWith('/v1/export/');
}

function limitTo(mib: number, instead: string): MiddlewareHandler {
  return bodyLimit({
    maxSize: mib * MIB,
    onError: (context) => refuse(context, 413, 'E_TOO_LARGE', `That is more than ${mib} MiB: ${instead}.`),
  });
}
