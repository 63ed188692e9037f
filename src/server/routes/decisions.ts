/** Decisions: what people ruled, ruling, and decisions files from and for others. */
import { createRoute, z } from '@hono/zod-openapi';
import { decide } from '../../ledger/decisions/decide.ts';
import { DECISION_REQUEST } from '../../ledger/decisions/decision-request.ts';
import { exportDecisions, importDecisions } from '../../ledger/decisions/exchange-decisions.ts';
import type { Decision, KeptDecision } from '../../ledger/ledger.ts';
import { answers, jsonBody } from '../schemas/answers.ts';
import type { AddRoutes } from './api-context.ts';

const DECISION = z.custom<Decision>().openapi('Decision', {
  type: 'object',
  description: 'who ruled what, when, about which words; append-only (docs/decisions.md)',
});
const KEPT = z.custom<KeptDecision>().openapi('KeptDecision', { type: 'object' });

const list = createRoute({
  method: 'get',
  path: '/v1/decisions',
  summary: 'Every decision with how it stands now, in the order in which they were added',
  responses: answers(z.object({ decisions: z.array(KEPT).readonly() }), 'the decisions'),
});

const rule = createRoute({
  method: 'post',
  path: '/v1/decisions',
  summary: 'Rules on entries: one decision for each that is named, all or none',
  request: {
    body: jsonBody(
      z
        .object({
          by: z.string().openapi({ description: 'the name of who decides' }),
          decision: z.custom<z.input<typeof DECISION_REQUEST>>().openapi('DecisionRequest', {
            type: 'object',
            required: ['kind'],
            properties: {
              kind: { type: 'string', enum: DECISION_REQUEST.options.map(({ shape }) => shape.kind.value) },
            },
          }),
        })
        .openapi('Ruling'),
    ),
  },
  responses: answers(z.object({ decisions: z.array(DECISION).readonly() }), 'the decisions made'),
});

const file = createRoute({
  method: 'get',
  path: '/v1/decisions/file',
  summary: 'A decisions file, JSON Lines, for another ledger',
  responses: { 200: { content: { '*/*': { schema: z.string() } }, description: 'the file' } },
});

const takeIn = createRoute({
  method: 'post',
  path: '/v1/decisions/file',
  summary: "Takes in the lines of somebody's decisions file; what the ledger has already is passed over",
  request: { body: jsonBody(z.object({ lines: z.array(z.string()).max(100_000) })) },
  responses: answers(
    z.object({
      lines: z.number().int(),
      added: z.number().int(),
      states: z.record(z.string(), z.number().int()),
      refused: z.array(z.object({ line: z.number().int(), code: z.string(), message: z.string() })),
    }),
    'what came of it',
  ),
});

export const addDecisionRoutes: AddRoutes = (app, { ledger, now }) => {
  app.openapi(list, async (context) => {
    return context.json({ decisions: await Array.fromAsync(ledger.eachDecision()) }, 200);
  });
  app.openapi(rule, async (context) => {
    const { by, decision } = context.req.valid('json');
    return context.json({ decisions: await decide(ledger, decision, { by, at: now() }) }, 200);
  });
  app.openapi(file, async (context) => {
    const lines = await Array.fromAsync(exportDecisions(ledger));
    return context.body(lines.join(''), 200, { 'content-type': 'application/jsonl' });
  });
  app.openapi(takeIn, async (context) => {
    const { refused, ...came } = await importDecisions(ledger, context.req.valid('json').lines);
    const told = refused.map(({ line, error: { code, message } }) => ({ line, code, message }));
    return context.json({ ...came, refused: told }, 200);
  });
};
