/**
 * The HTTP API over one ledger, and the page that shows it. Reading only: nothing that arrives here changes the ledger.
 *
 * It is meant for one person on one machine. A page of another site must not be able to read the ledger through the
 * person's browser: answers carry no permission for other origins, and a request that does not name a loopback host is
 * refused, because it got here by a name that somebody pointed at this machine (DNS rebinding).
 */
import { type Context, Hono } from 'hono';
import type { Ledger } from '../ledger/ledger.ts';
import { HearsayError } from '../text/errors.ts';
import type { ArticleAnswer, ArticlesAnswer, ErrorAnswer, StatementsAnswer } from './api.ts';
import { listPageFiles } from './page-files.ts';
import { readQuery } from './read-query.ts';

/** A Host header that names this machine, with or without a port. */
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A year: the name of a hashed file changes with its content. */
const KEEP = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hearsay</title>
<h1>The page has not been built</h1><p>Run <code>npm run build</code>, then start again. The data is at
<a href="/v1/statements">/v1/statements</a> and <a href="/v1/articles">/v1/articles</a>.</p></html>`;

/**
 * The application that answers requests: a function from Request to Response, tied to no port.
 *
 * @param webFolder the folder of the built page, or null where there is none.
 * @example
 * const app = createServer(ledger, findWebFolder());
 * await app.request('http://localhost/v1/articles'); // a Response
 */
export function createServer(ledger: Ledger, webFolder: string | null): Hono {
  const app = new Hono();
  const files = listPageFiles(webFolder);

  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (!LOOPBACK_HOST.test(host)) {
      return refuse(context, 403, 'E_INPUT', `This server answers on this machine only, not as "${host}".`);
    }
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      context.header('allow', 'GET, HEAD');
      return refuse(context, 405, 'E_INPUT', 'Nothing can be changed here: use GET.');
    }
    await next();
  });

  app.use('/v1/*', async (context, next) => {
    context.header('cache-control', 'no-store');
    await next();
  });

  app.get('/v1/articles', async (context) => context.json<ArticlesAnswer>({ articles: await ledger.articles() }));

  app.get('/v1/articles/:id', async (context) => {
    const article = await ledger.article(context.req.param('id'));
    const versionId = context.req.query('version') ?? article?.versionId;
    const reading = article && (await ledger.reading(article.id, versionId));
    if (!article || !versionId || !reading) {
      return refuse(
        context,
        404,
        'E_NOT_FOUND',
        'The ledger holds no such article: see /v1/articles for those it holds.',
      );
    }
    return context.json<ArticleAnswer>({ article, versionId, reading });
  });

  app.get('/v1/statements', async (context) =>
    context.json<StatementsAnswer>(await ledger.statements(readQuery(context.req.query()))),
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

  app.onError((error, context) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
    if (!(error instanceof HearsayError)) {
      return refuse(context, 500, 'E_LEDGER', 'The ledger could not be read: stop, and start hearsay serve again.');
    }
    return refuse(context, error.code === 'E_INPUT' ? 400 : 503, error.code, error.message);
  });

  return app;
}

function refuse(context: Context, status: 400 | 403 | 404 | 405 | 500 | 503, code: string, message: string): Response {
  return context.json<ErrorAnswer>({ error: { code, message } }, status);
}
