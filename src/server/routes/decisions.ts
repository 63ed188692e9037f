/** Decisions: what people ruled, ruling, and decisions files from and for others. */
import { createRoute, z } from '@hono/zod-openapi';
import { ANNOTATION_FORMATS, importAnnotations } from '../../export/annotated/import-annotations.ts';
import { decide } from '../../ledger/decisions/decide.ts';
import { DECISION_REQUEST } from '../../ledger/decisions/decision-request.ts';
import { exportDecisions, importDecisions } from '../../ledger/decisions/exchange-decisions.ts';
import { carryOver, suggestDecisions } from '../../ledger/decisions/suggest-decisions.ts';
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

const SUGGESTION = z
  .object({ decision: KEPT, targets: z.array(z.unknown()).readonly(), value: z.unknown() })
  .openapi('SuggestedDecision', { description: 'a decision, and what it would be where its words stand now' });

const suggested = createRoute({
  method: 'get',
  path: '/v1/decisions/suggested',
  summary: 'Decisions whose words stand elsewhere now, in a later version or another capture; nothing moves by itself',
  responses: answers(
    z.object({ suggestions: z.array(SUGGESTION).readonly(), left: z.array(KEPT).readonly() }),
    'what can be carried over, and the decisions on earlier texts for which there is nothing to suggest',
  ),
});

const carry = createRoute({
  method: 'post',
  path: '/v1/decisions/carried',
  summary: 'Carries decisions that are suggested over to where their words stand now: new ones, all or none',
  request: {
    body: jsonBody(
      z.object({
        by: z.string().openapi({ description: 'the name of who decides' }),
        decisions: z.union([z.array(z.string()).min(1), z.literal('all')]),
      }),
    ),
  },
  responses: answers(z.object({ decisions: z.array(DECISION).readonly() }), 'the decisions made'),
});

const takeCorrections = createRoute({
  method: 'post',
  path: '/v1/decisions/annotations',
  summary: 'Takes back what people corrected in an annotation tool: what they changed becomes decisions',
  request: {
    body: jsonBody(
      z
        .object({
          format: z.string().openapi({ enum: [...ANNOTATION_FORMATS] }),
          files: z
            .array(z.object({ name: z.string(), text: z.string() }))
            .min(1)
            .openapi({ description: 'the file that the tool wrote; of brat and Citron, the files of the folder' }),
          by: z.string().openapi({ description: 'the name of who corrected, where the file has none' }),
          acceptUnchanged: z.boolean().optional().openapi({ description: 'accept what was left as it is' }),
          isDryRun: z.boolean().optional().openapi({ description: 'say what would be decided, and write nothing' }),
        })
        .openapi('Corrections'),
    ),
  },
  responses: answers(
    z.object({
      texts: z.number().int(),
      decisions: z.array(DECISION).readonly(),
      added: z.number().int(),
      unchanged: z.number().int(),
      leftOut: z.array(z.object({ what: z.string(), count: z.number().int() })).readonly(),
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
  app.openapi(suggested, async (context) => {
    const { suggestions, left } = await suggestDecisions(ledger);
    const told = suggestions.map(({ decision, targets, value }) => ({ decision, targets, value }));
    return context.json({ suggestions: told, left }, 200);
  });
  app.openapi(carry, async (context) => {
    const { by, decisions } = context.req.valid('json');
    return context.json({ decisions: await carryOver(ledger, decisions, { by, at: now() }) }, 200);
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
  app.openapi(takeCorrections, async (context) => {
    const { by, ...asked } = context.req.valid('json');
    return context.json(await importAnnotations(ledger, { ...asked, by: null, byDefault: () => by, at: now() }), 200);
  });
};
