/** What the ledger remembers beside its articles: what it holds in all, runs, failures, removals, what is watched, searches. */
import { createRoute, z } from '@hono/zod-openapi';
import { ENGINE_VERSION } from '../../reading/engine.ts';
import { HearsayError } from '../../text/errors.ts';
import { answers, jsonBody } from '../schemas/answers.ts';
import { FAILURE, REMOVAL, RUN, SEARCH, SOURCE } from '../schemas/records.ts';
import type { AddRoutes } from './api-context.ts';

const NAME = z.object({
  name: z
    .string()
    .min(1)
    .max(200)
    .openapi({ param: { name: 'name', in: 'path' } }),
});

const ledgerRoute = createRoute({
  method: 'get',
  path: '/v1/ledger',
  summary: 'How much the ledger holds, and which engine reads for it',
  responses: answers(
    z.object({
      articles: z.number().int(),
      statements: z.number().int(),
      outlets: z.number().int(),
      engine: z.string(),
    }),
    'counts over the latest versions',
  ),
});
const runs = createRoute({
  method: 'get',
  path: '/v1/runs',
  summary: 'Runs of intake, of the engine and of migrations, the latest first',
  responses: answers(z.object({ runs: z.array(RUN).readonly() }), 'the runs'),
});
const failures = createRoute({
  method: 'get',
  path: '/v1/failures',
  summary: 'What could not be taken in, and why',
  request: { query: z.object({ run: z.string().optional() }) },
  responses: answers(z.object({ failures: z.array(FAILURE).readonly() }), 'the failures, of one run where it is named'),
});
const removals = createRoute({
  method: 'get',
  path: '/v1/removals',
  summary: 'Articles that were taken out',
  responses: answers(z.object({ removals: z.array(REMOVAL).readonly() }), 'the traces, in that order'),
});
const sources = createRoute({
  method: 'get',
  path: '/v1/sources',
  summary: 'Feeds, lists and pages that intake watches',
  responses: answers(z.object({ sources: z.array(SOURCE).readonly() }), 'the sources, by address'),
});
const removeSource = createRoute({
  method: 'delete',
  path: '/v1/sources',
  summary: 'Forgets a source: the next time it is read as if it were new',
  request: { query: z.object({ address: z.string().min(1).max(4000) }) },
  responses: answers(SOURCE, 'the source that was remembered'),
});
const searches = createRoute({
  method: 'get',
  path: '/v1/searches',
  summary: 'Saved searches',
  responses: answers(z.object({ searches: z.array(SEARCH).readonly() }), 'the searches'),
});
const putSearch = createRoute({
  method: 'put',
  path: '/v1/searches/{name}',
  summary: 'Saves a search under a name, or puts it in the place of the one there',
  request: { params: NAME, body: jsonBody(z.object({ query: z.string().max(2000) })) },
  responses: answers(SEARCH, 'the search as saved'),
});
const removeSearch = createRoute({
  method: 'delete',
  path: '/v1/searches/{name}',
  summary: 'Forgets a saved search',
  request: { params: NAME },
  responses: answers(SEARCH, 'the search that was saved'),
});

export const addRecordRoutes: AddRoutes = (app, { ledger, now }) => {
  app.openapi(ledgerRoute, async (context) => {
    const articles = await ledger.articles();
    const statements = articles.reduce((sum, article) => sum + article.statements, 0);
    const outlets = new Set(articles.map(({ outlet }) => outlet).filter((outlet) => outlet !== null)).size;
    return context.json({ articles: articles.length, statements, outlets, engine: `hearsay ${ENGINE_VERSION}` }, 200);
  });
  app.openapi(runs, async (context) => context.json({ runs: await ledger.runs() }, 200));
  app.openapi(failures, async (context) => {
    const found = await Array.fromAsync(ledger.eachFailure(context.req.valid('query').run));
    return context.json({ failures: found }, 200);
  });
  app.openapi(removals, async (context) => context.json({ removals: await ledger.removals() }, 200));
  app.openapi(sources, async (context) => context.json({ sources: await ledger.intakeSources() }, 200));
  app.openapi(removeSource, async (context) => {
    const { address } = context.req.valid('query');
    const source = (await ledger.intakeSources()).find((known) => known.address === address);
    if (!source) throw new HearsayError('E_NOT_FOUND', `No source ${address} is remembered: see /v1/sources.`);
    await ledger.removeIntakeSource(address);
    return context.json(source, 200);
  });
  app.openapi(searches, async (context) => context.json({ searches: await ledger.savedSearches() }, 200));
  app.openapi(putSearch, async (context) => {
    const search = { name: context.req.valid('param').name, query: context.req.valid('json').query, savedAt: now() };
    await ledger.putSavedSearch(search);
    return context.json(search, 200);
  });
  app.openapi(removeSearch, async (context) => {
    const { name } = context.req.valid('param');
    const search = (await ledger.savedSearches()).find((saved) => saved.name === name);
    if (!search) throw new HearsayError('E_NOT_FOUND', `No search is saved as "${name}": see /v1/searches.`);
    await ledger.removeSavedSearch(name);
    return context.json(search, 200);
  });
};
