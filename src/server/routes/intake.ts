/** Intake: articles handed in or fetched, added one request after the other, or read again; how far it is, as an answer or as a stream of events. */
import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { namesWebAddress } from '../../intake/items/names.ts';
import type { IntakeProgress } from '../intake-queue.ts';
import { answers, jsonBody } from '../schemas/answers.ts';
import type { AddRoutes } from './api-context.ts';
import { RECORD } from './read.ts';

const PROGRESS = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    done: z.number().int(),
    outcomes: z.custom<IntakeProgress['outcomes']>().openapi({ type: 'object' }),
    statements: z.number().int(),
    failures: z.array(z.object({ what: z.string(), code: z.string(), message: z.string() })).readonly(),
    why: z.string().nullable(),
  })
  .openapi('IntakeProgress') satisfies z.ZodType<IntakeProgress>;

const add = createRoute({
  method: 'post',
  path: '/v1/intake',
  summary: 'Adds articles: records that are handed in, and pages, feeds and lists by their web address',
  request: {
    body: jsonBody(
      z
        .object({
          records: z.array(RECORD).max(1000).default([]),
          addresses: z.array(z.string().refine(namesWebAddress, 'that is no web address')).max(1000).default([]),
        })
        .refine(({ records, addresses }) => records.length + addresses.length > 0, 'give "records" or "addresses"'),
    ),
  },
  responses: answers(PROGRESS, 'the request, which waits for its turn'),
});

const rerun = createRoute({
  method: 'post',
  path: '/v1/intake/rerun',
  summary: 'Reads again what the ledger holds, after an upgrade; decisions are laid over it anew',
  request: {
    body: jsonBody(
      z.object({
        articles: z.array(z.string()).min(1).max(10_000).optional().openapi({ description: 'ids; all if left out' }),
      }),
    ),
  },
  responses: answers(PROGRESS, 'the request, which waits for its turn'),
});

const list = createRoute({
  method: 'get',
  path: '/v1/intake',
  summary: 'How far every request since the server was started is',
  responses: answers(z.object({ requests: z.array(PROGRESS).readonly() }), 'the requests, the first one first'),
});

/** The stream lives as long as its listener; this often it says that it is there, or the listener's side may think it dead. */
const BEAT_MS = 15_000;

export const INTAKE_EVENTS = '/v1/intake/events';

const events = createRoute({
  method: 'get',
  path: INTAKE_EVENTS,
  summary: 'Server-sent events: one named "progress" at every step of a request, its data that request',
  responses: {
    200: { content: { 'text/event-stream': { schema: z.string() } }, description: 'a stream without end' },
  },
});

export const addIntakeRoutes: AddRoutes = (app, { intake }) => {
  app.openapi(add, (context) => context.json(intake.add({ kind: 'add', ...context.req.valid('json') }), 200));
  app.openapi(rerun, (context) => context.json(intake.add({ kind: 'rerun', ...context.req.valid('json') }), 200));
  app.openapi(list, (context) => context.json({ requests: intake.list() }, 200));
  app.openapi(events, (context) =>
    streamSSE(context, async (stream) => {
      const send = (progress: IntakeProgress) =>
        stream.writeSSE({ event: 'progress', data: JSON.stringify(progress) }).catch(() => undefined);
      const stop = intake.listen(send);
      stream.onAbort(stop);
      for (const progress of intake.list()) await send(progress);
      while (!stream.aborted) {
        await stream.sleep(BEAT_MS);
        if (!stream.aborted) await stream.write(': still here\n\n');
      }
    }),
  );
};
