/** POST /v1/read: reads an article that is handed in, and keeps nothing of it. */
import { createRoute, z } from '@hono/zod-openapi';
import { parseRecord } from '../../intake/record/parse-record.ts';
import { readRecord } from '../../intake/record/read-record.ts';
import { answers, jsonBody } from '../schemas/answers.ts';
import type { AddRoutes } from './api-context.ts';
import { READING } from './articles.ts';

export const RECORD = z
  .object({
    id: z.string().optional(),
    text: z.string().optional().openapi({ description: 'the canonical text, byte for byte' }),
    html: z.string().optional(),
    date: z.string().optional().openapi({ description: 'when it was published, in ISO 8601' }),
    title: z.string().optional(),
    url: z.string().optional(),
  })
  .openapi('Record');

const read = createRoute({
  method: 'post',
  path: '/v1/read',
  summary: 'Reads a text or a page; stores nothing',
  request: { body: jsonBody(RECORD) },
  responses: answers(READING, 'what the engine found'),
});

export const addReadRoute: AddRoutes = (app, { read: readInput }) => {
  app.openapi(read, async (context) => {
    const record = { id: 'read', ...context.req.valid('json') };
    return context.json(await readInput(readRecord(parseRecord(record))), 200);
  });
};
