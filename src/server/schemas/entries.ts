/**
 * The shapes of the ledger's records, for the description of the API. Each `satisfies` the type that it describes, so the two
 * cannot drift apart.
 */
import { z } from '@hono/zod-openapi';
import type { ArticleEntry, VersionEntry } from '../../ledger/articles.ts';
import type {
  ActorRecord,
  AssertionRecord,
  ClaimRecord,
  MomentRecord,
  PlaceRecord,
  Review,
  Ruling,
} from '../../ledger/entries.ts';

const text = z.string();
const maybe = z.string().nullable();
const count = z.number().int();

export const SPAN = z.custom<readonly [number, number]>().openapi({
  type: 'array',
  items: { type: 'integer' },
  minItems: 2,
  maxItems: 2,
  description: '[start, end), UTF-16',
});

const JSON_VALUE = z.unknown().openapi({ description: 'as the field has it' });

const RULING = z
  .object({
    field: text,
    engine: JSON_VALUE.openapi({ description: 'what the engine found' }),
    given: z
      .array(z.object({ decision: text, by: text, at: text, value: JSON_VALUE }))
      .readonly()
      .openapi({ description: 'the earliest first; the last one is in force' }),
    isDisputed: z.boolean(),
  })
  .openapi('Ruling') satisfies z.ZodType<Ruling>;

export const REVIEW = z
  .object({
    status: maybe,
    by: text,
    at: text,
    note: maybe,
    tags: z.array(text).readonly(),
    isDisputed: z.boolean().openapi({ description: 'two people ruled differently on the same field' }),
    rulings: z.array(RULING).readonly(),
  })
  .openapi('Review') satisfies z.ZodType<Review>;

/** A value of a closed list that the types of the reading hold. */
const word = <Word extends string>() => z.custom<Word>().openapi({ type: 'string' });

const ENTRY = { id: text, articleId: text, versionId: text, review: REVIEW.nullable() };
const EXTENT = { start: count, end: count, text };

export const VERSION = z
  .object({ id: text, modified: maybe, addedAt: text, path: text })
  .openapi('Version') satisfies z.ZodType<VersionEntry>;

export const ARTICLE = z
  .object({
    id: text,
    versionId: text,
    headline: maybe,
    outlet: maybe,
    byline: maybe,
    published: maybe,
    modified: maybe,
    url: maybe,
    language: maybe,
    statements: count,
    leftOut: count,
    warnings: count,
    versions: z.array(VERSION).readonly(),
  })
  .openapi('Article') satisfies z.ZodType<ArticleEntry>;

export const ACTOR = z
  .object({
    ...ENTRY,
    who: text.openapi({ description: 'the actor across articles' }),
    name: text,
    type: word<ActorRecord['type']>(),
    unnamedType: word<NonNullable<ActorRecord['unnamedType']>>().nullable(),
    number: maybe,
    conditions: maybe,
    role: maybe,
    affiliation: maybe,
    aliases: z.array(text).readonly(),
    mentions: count,
  })
  .openapi('Actor') satisfies z.ZodType<ActorRecord>;

export const ASSERTION = z
  .object({ ...ENTRY, ...EXTENT, hedges: z.array(SPAN).readonly(), check: z.number(), sourced: maybe })
  .openapi('Assertion') satisfies z.ZodType<AssertionRecord>;

export const MOMENT = z
  .object({
    ...ENTRY,
    ...EXTENT,
    edtf: maybe.openapi({ description: 'EDTF (ISO 8601-2), level 2' }),
    earliest: maybe,
    latest: maybe,
    basis: word<MomentRecord['basis']>(),
    timexType: word<NonNullable<MomentRecord['timexType']>>().nullable(),
    timexValue: maybe,
    isTold: z
      .boolean()
      .openapi({ description: 'Whether it tells when something happened, not when something was said or written' }),
    statement: maybe,
  })
  .openapi('Moment') satisfies z.ZodType<MomentRecord>;

export const PLACE = z
  .object({
    ...ENTRY,
    ...EXTENT,
    name: text,
    country: maybe,
    geonamesId: count.nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    precision: word<NonNullable<PlaceRecord['precision']>>().nullable(),
    kind: word<NonNullable<PlaceRecord['kind']>>().nullable(),
    relation: word<PlaceRecord['relation']>(),
    score: z.number(),
    statement: maybe,
  })
  .openapi('Place') satisfies z.ZodType<PlaceRecord>;

export const CLAIM = z.custom<ClaimRecord>().openapi('Claim', { type: 'object' });
