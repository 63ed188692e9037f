/** What every route has in common: the shape of an error, and how an answer is described. */
import { z } from '@hono/zod-openapi';
import type { ErrorAnswer } from '../api.ts';

export const ERROR = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .openapi('Error') satisfies z.ZodType<ErrorAnswer>;

const refusal = { content: { 'application/json': { schema: ERROR } } };

/**
 * The answers of a route that gives JSON: the one asked for, and the ways in which it may be refused.
 *
 * @example
 * createRoute({ method: 'get', path: '/v1/runs', responses: answers(z.array(RUN), 'runs, the latest first') });
 */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    200: { content: { 'application/json': { schema } }, description },
    400: { ...refusal, description: 'the request is not understood: the message says why' },
    404: { ...refusal, description: 'there is no such thing in the ledger' },
    503: { ...refusal, description: 'the ledger cannot be used just now' },
  };
}

/**
 * The body of a request, in JSON.
 *
 * @example
 * createRoute({ request: { body: jsonBody(z.object({ text: z.string() })) }, … });
 */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { content: { 'application/json': { schema } }, required: true };
}
