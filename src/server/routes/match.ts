/** POST /v1/match: what the ledger already knows about a text that is handed in; keeps nothing of it. */
import { createRoute, z } from '@hono/zod-openapi';
import { parseRecord } from '../../intake/record/parse-record.ts';
import { readRecord } from '../../intake/record/read-record.ts';
import { matchText, type PassageMatch } from '../../linking/matches/match-text.ts';
import { answers, jsonBody } from '../schemas/answers.ts';
import type { AddRoutes } from './api-context.ts';
import { RECORD } from './read.ts';

const PASSAGE = z.custom<PassageMatch>().openapi('PassageMatch', {
  type: 'object',
  description: 'a passage of the text, and entries of the ledger in the same words or in similar ones',
});

const match = createRoute({
  method: 'post',
  path: '/v1/match',
  summary: 'What the ledger knows about a text: the same words, and similar ones, passage by passage; stores nothing',
  request: { body: jsonBody(RECORD) },
  responses: answers(z.object({ passages: z.array(PASSAGE).readonly() }), 'the passages that it knows'),
});

export const addMatchRoute: AddRoutes = (app, { ledger, read }) => {
  app.openapi(match, async (context) => {
    const record = parseRecord({ id: 'match', ...context.req.valid('json') });
    return context.json({ passages: await matchText(ledger, await read(readRecord(record))) }, 200);
  });
};
