/**
 * What answers requests: the guard, the HTTP API over one ledger, and the files of the page that shows it. A function from Request to
 * Response, tied to no port.
 */
import { Hono } from 'hono';
import type { Ledger } from '../ledger/ledger.ts';
import type { HearsayEngine } from '../reading/engine.ts';
import { createApi } from './create-api.ts';
import { guard, secure } from './guard.ts';
import { IntakeQueue, type IntakeTools } from './intake-queue.ts';
import { listPageFiles } from './page-files.ts';
import { refuse, refuseError } from './refuse.ts';

/** A year: the name of a hashed file changes with its content. */
const KEEP = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hearsay</title>
<h1>The page has not been built</h1><p>Run <code>npm run build</code>, then start again. The data is at
<a href="/v1/statements">/v1/statements</a> and <a href="/v1/articles">/v1/articles</a>.</p></html>`;

export interface ServerParts {
  readonly ledger: Ledger;
  /** The folder of the built page, or null where there is none. */
  readonly webFolder: string | null;
  /** Makes the engine; called when the first article is to be read. */
  readonly openEngine: () => Promise<HearsayEngine>;
  /** Workers and fetcher of intake. */
  readonly intake: Pick<IntakeTools, 'openPool' | 'openFetcher'>;
  /** What every request must carry, or null where only this machine is answered. */
  readonly token?: string | null;
  readonly now?: () => Date;
}

/** The application, and the intake that goes on behind it. */
export interface HearsayServer {
  readonly app: Hono;
  /** Stops the intake that is under way; what was kept is kept. */
  close(): Promise<void>;
}

/**
 * The application that answers requests.
 *
 * @example
 * const { app } = createServer({ ledger, webFolder: findWebFolder(), openEngine, intake });
 * await app.request('http://localhost/v1/articles'); // a Response
 */
export function createServer(parts: ServerParts): HearsayServer {
  const { ledger, webFolder, openEngine, token = null, now = () => new Date() } = parts;
  const app = new Hono();
  const files = listPageFiles(webFolder);
  const intake = new IntakeQueue({ ledger, now, ...parts.intake });
  let engine: Promise<HearsayEngine> | null = null;

  app.use(guard(token));
  app.route(
    '/',
    createApi({
      ledger,
      intake,
      now: () => now().toISOString(),
      read: async (input) => {
        engine ??= openEngine();
        return (await engine).read(input);
      },
    }),
  );

  app.get('*', async (context) => {
    const file = files.get(context.req.path);
    if (!file) {
      if (context.req.path === '/') return context.html(NOT_BUILT, 503);
      return refuse(context, 404, 'E_NOT_FOUND', 'There is nothing at this address: the page is at /.');
    }
    context.header('cache-control', file.hashed ? KEEP : 'no-cache');
    context.header('content-type', file.type);
    return context.body(await file.read());
  });
  app.all('*', (context) => {
    context.header('allow', 'GET, HEAD');
    return refuse(context, 405, 'E_INPUT', 'Nothing can be changed here: the API is at /v1.');
  });

  app.onError((error, context) => {
    secure(context);
    return refuseError(context, error);
  });
  return { app, close: () => intake.close() };
}
