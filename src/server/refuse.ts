/** Every answer that is not the one asked for: one shape, with a stable code and a message that says what to do. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { QueryError } from '../ledger/search/query-error.ts';
import { type ErrorCode, HearsayError } from '../text/errors.ts';
import type { ErrorAnswer } from './api.ts';

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 500 | 503;

/** What the status is for an error of the inner layers; what is not listed is the caller's input. */
const STATUS_OF: Partial<Record<ErrorCode, RefusalStatus>> = {
  E_NOT_FOUND: 404,
  E_TOO_LARGE: 413,
  E_LEDGER: 503,
  E_MODEL: 503,
};

/**
 * Answers with an error.
 *
 * @example
 * return refuse(context, 404, 'E_NOT_FOUND', 'The ledger holds no such article: see /v1/articles.');
 */
export function refuse(context: Context, status: RefusalStatus, code: ErrorCode, message: string): Response {
  return context.json<ErrorAnswer>({ error: { code, message } }, status);
}

/**
 * Answers with what a thrown error says; of a failure that is not meant for a person nothing is given away.
 *
 * @example
 * app.onError((error, context) => refuseError(context, error));
 */
export function refuseError(context: Context, error: unknown): Response {
  if (error instanceof QueryError) {
    const { code, message, start, end } = error;
    return context.json<ErrorAnswer>({ error: { code, message, at: { start, end } } }, 400);
  }
  if (error instanceof HearsayError) return refuse(context, STATUS_OF[error.code] ?? 400, error.code, error.message);
  if (error instanceof HTTPException && error.status === 400) {
    return refuse(context, 400, 'E_JSON', 'The JSON of the request is broken: check its quotes and brackets.');
  }
  return refuse(context, 500, 'E_LEDGER', 'The ledger could not be read: stop, and start hearsay serve again.');
}
