/** The shapes of what a ledger remembers beside its articles: runs, failures, removals, what is watched, searches. */
import { z } from '@hono/zod-openapi';
import type { Failure, IntakeSource, Removal, Run, SavedSearch } from '../../ledger/records.ts';

const text = z.string();
const maybe = z.string().nullable();

export const RUN = z
  .object({
    id: text,
    kind: z.enum(['intake', 'rerun', 'migration']),
    what: text,
    startedAt: text,
    endedAt: maybe,
    engine: maybe,
    counts: z.record(text, z.number().int()),
  })
  .openapi('Run') satisfies z.ZodType<Run>;

export const FAILURE = z
  .object({ runId: maybe, what: text, code: text, why: text, at: text })
  .openapi('Failure') satisfies z.ZodType<Failure>;

export const REMOVAL = z
  .object({
    articleId: text,
    address: text,
    headline: maybe,
    textSha256: z.array(text).readonly(),
    decisions: z.number().int(),
    at: text,
    why: maybe,
  })
  .openapi('Removal') satisfies z.ZodType<Removal>;

export const SOURCE = z
  .object({
    address: text,
    kind: z.enum(['feed', 'sitemap', 'page', 'opml']),
    title: maybe,
    groups: z.array(text).readonly(),
    attributes: z.record(text, text),
    etag: maybe,
    lastModified: maybe,
    addedAt: text,
    checkedAt: maybe,
    dueAt: maybe,
    failures: z.number().int(),
  })
  .openapi('IntakeSource') satisfies z.ZodType<IntakeSource>;

export const SEARCH = z
  .object({ name: text, query: text, savedAt: text })
  .openapi('SavedSearch') satisfies z.ZodType<SavedSearch>;
