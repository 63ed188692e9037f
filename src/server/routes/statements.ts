/** Statements: a page of those that fit a query, and one of them. */
import { createRoute, z } from '@hono/zod-openapi';
import { STATEMENT_ORDERS, type StatementPage, type StatementRecord } from '../../ledger/ledger.ts';
import { HearsayError } from '../../text/errors.ts';
import { readQuery } from '../read-query.ts';
import { answers } from '../schemas/answers.ts';
import type { AddRoutes } from './api-context.ts';

const PAGE = z.custom<StatementPage>().openapi('StatementPage', { type: 'object' });
const STATEMENT = z.custom<StatementRecord>().openapi('Statement', { type: 'object' });

/** What there is; what is no value is told by `readQuery`. */
const QUERY = z.object({
  search: z.string().optional(),
  order: z
    .string()
    .optional()
    .openapi({ enum: [...STATEMENT_ORDERS] }),
  direction: z
    .string()
    .optional()
    .openapi({ enum: ['up', 'down'] }),
  limit: z.string().optional().openapi({ type: 'integer' }),
  after: z.string().optional().openapi({ description: '`next` of the page before' }),
  facets: z
    .string()
    .optional()
    .openapi({ type: 'integer', description: 'values to count of each facet; none without it' }),
});

const list = createRoute({
  method: 'get',
  path: '/v1/statements',
  summary: 'Statements that a search finds, a page of them, with counts by facet',
  request: { query: QUERY },
  responses: answers(PAGE, 'one page of them'),
});

const one = createRoute({
  method: 'get',
  path: '/v1/statements/{id}',
  summary: 'One statement, with all that is known of it',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ version: z.string().optional() }),
  },
  responses: answers(STATEMENT, 'the statement'),
});

export const addStatementRoutes: AddRoutes = (app, { ledger }) => {
  app.openapi(list, async (context) => context.json(await ledger.statements(readQuery(context.req.query())), 200));
  app.openapi(one, async (context) => {
    const statement = await ledger.statement(context.req.valid('param').id, context.req.valid('query').version);
    if (statement === null) {
      throw new HearsayError(
        'E_NOT_FOUND',
        'The ledger holds no such statement: see /v1/statements for those it holds.',
      );
    }
    return context.json(statement, 200);
  });
};
