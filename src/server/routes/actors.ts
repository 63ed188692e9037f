/** Actors across articles: those whom a search finds, and all that is known of one. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  ACTOR_ORDERS,
  type ActorProfile,
  type ActorSummary,
  type FoundArticle,
  type Page,
} from '../../ledger/ledger.ts';
import { HearsayError } from '../../text/errors.ts';
import { answers } from '../schemas/answers.ts';
import type { AddRoutes } from './api-context.ts';

const PAGED = {
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  after: z.string().optional().openapi({ description: '`next` of the page before' }),
};
const ACTORS = z.custom<Page<ActorSummary>>().openapi('ActorPage', { type: 'object' });
const PROFILE = z.custom<ActorProfile>().openapi('ActorProfile', { type: 'object' });
const ARTICLES = z.custom<Page<FoundArticle>>().openapi('FoundArticlePage', { type: 'object' });

const list = createRoute({
  method: 'get',
  path: '/v1/actors',
  summary: 'The sources of the statements that a search finds, one row an actor across articles',
  request: {
    query: z.object({
      ...PAGED,
      search: z.string().optional(),
      order: z.enum(ACTOR_ORDERS).optional(),
      direction: z.enum(['up', 'down']).optional(),
    }),
  },
  responses: answers(ACTORS, 'one page of them'),
});

const one = createRoute({
  method: 'get',
  path: '/v1/actors/{id}',
  summary: 'One actor: names, roles as stated, statements over time',
  request: { params: z.object({ id: z.string().openapi({ example: 'who_0f3a' }) }) },
  responses: answers(PROFILE, 'the actor'),
});

const articles = createRoute({
  method: 'get',
  path: '/v1/search/articles',
  summary: 'Articles by the words of their text and headline',
  request: { query: z.object({ ...PAGED, search: z.string() }) },
  responses: answers(ARTICLES, 'one page of them'),
});

export const addActorRoutes: AddRoutes = (app, { ledger }) => {
  app.openapi(list, async (context) => context.json(await ledger.actors(context.req.valid('query')), 200));
  app.openapi(one, async (context) => {
    const actor = await ledger.actor(context.req.valid('param').id);
    if (actor === null) throw new HearsayError('E_NOT_FOUND', 'The ledger holds no such actor: see /v1/actors.');
    return context.json(actor, 200);
  });
  app.openapi(articles, async (context) => context.json(await ledger.searchArticles(context.req.valid('query')), 200));
};
