/** What the routes of the API work with. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Reading, ReadingInput } from '../../reading/reading.ts';
import type { IntakeQueue } from '../intake-queue.ts';

export interface ApiContext {
  readonly ledger: Ledger;
  /** Reads an article; the engine is made when it is first needed. */
  readonly read: (input: ReadingInput) => Promise<Reading>;
  readonly intake: IntakeQueue;
  /** The time now, as an ISO 8601 instant. */
  readonly now: () => string;
}

/** Adds the routes of one noun to the application. */
export type AddRoutes = (app: OpenAPIHono, api: ApiContext) => void;
