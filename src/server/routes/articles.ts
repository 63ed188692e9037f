/** Articles: the list, one with its reading, what stands in it beside statements, and taking one out. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Reading } from '../../reading/reading.ts';
import { HearsayError } from '../../text/errors.ts';
import { answers } from '../schemas/answers.ts';
import { ACTOR, ARTICLE, ASSERTION, CLAIM, MOMENT, PLACE } from '../schemas/entries.ts';
import { REMOVAL } from '../schemas/records.ts';
import type { AddRoutes, ApiContext } from './api-context.ts';

const ID = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' }, example: 'art_0f3a' }) });
const VERSION = z.object({ version: z.string().optional().openapi({ description: 'an earlier text of the article' }) });

/** Checked by the types of the code; described in full where the Reading is (docs and types of the package). */
export const READING = z.custom<Reading>().openapi('Reading', {
  type: 'object',
  description: 'all that the engine found in one text; offsets are UTF-16 units',
});

const list = createRoute({
  method: 'get',
  path: '/v1/articles',
  summary: 'Every article in its latest version, the latest published first',
  responses: answers(z.object({ articles: z.array(ARTICLE).readonly() }), 'the articles'),
});

const one = createRoute({
  method: 'get',
  path: '/v1/articles/{id}',
  summary: 'One article with the reading of its latest version, or of the version named',
  request: { params: ID, query: VERSION },
  responses: answers(z.object({ article: ARTICLE, versionId: z.string(), reading: READING }), 'the article'),
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/articles/{id}',
  summary: 'Takes an article out, with a trace of having done so',
  request: { params: ID, query: z.object({ why: z.string().max(2000).optional() }) },
  responses: answers(REMOVAL, 'the trace that stays'),
});

/** Streams of an article's entries, each under its plural. */
const ENTRIES = {
  actors: { schema: ACTOR, stream: 'eachActor' },
  assertions: { schema: ASSERTION, stream: 'eachAssertion' },
  moments: { schema: MOMENT, stream: 'eachMoment' },
  places: { schema: PLACE, stream: 'eachPlace' },
  claims: { schema: CLAIM, stream: 'eachClaim' },
} as const;

const missing = () =>
  new HearsayError('E_NOT_FOUND', 'The ledger holds no such article: see /v1/articles for those it holds.');

export const addArticleRoutes: AddRoutes = (app, api) => {
  const { ledger, now } = api;
  app.openapi(list, async (context) => context.json({ articles: await ledger.articles() }, 200));

  app.openapi(one, async (context) => {
    const { article, versionId } = await find(api, context.req.valid('param').id, context.req.valid('query').version);
    const reading = await ledger.reading(article.id, versionId);
    if (reading === null) throw missing();
    return context.json({ article, versionId, reading }, 200);
  });

  app.openapi(remove, async (context) => {
    const { why } = context.req.valid('query');
    const removal = await ledger.removeArticle(context.req.valid('param').id, { at: now(), why: why ?? null });
    if (removal === null) throw missing();
    return context.json(removal, 200);
  });

  for (const [noun, { schema, stream }] of Object.entries(ENTRIES)) {
    const route = createRoute({
      method: 'get',
      path: `/v1/articles/{id}/${noun}`,
      summary: `The ${noun} of an article, as people ruled where they did`,
      request: { params: ID, query: VERSION },
      responses: answers(z.object({ [noun]: z.array(schema as z.ZodType).readonly() }), `its ${noun}`),
    });
    app.openapi(route, async (context) => {
      const { versionId } = await find(api, context.req.valid('param').id, context.req.valid('query').version);
      const found: AsyncIterable<unknown> = ledger[stream]({ versionId });
      return context.json({ [noun]: await Array.fromAsync(found) }, 200);
    });
  }
};

async function find({ ledger }: ApiContext, id: string, version: string | undefined) {
  const article = await ledger.article(id);
  if (article === null) throw missing();
  const versionId = version ?? article.versionId;
  if (!article.versions.some((known) => known.id === versionId)) throw missing();
  return { article, versionId };
}
