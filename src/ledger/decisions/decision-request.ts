/** What a person may ask to decide, as the command line, the HTTP API and the page ask for it. */
import { z } from 'zod';
import { ACTOR_TYPE, NOTE, PLACE, SPAN, SPEECH_ACT, STATEMENT_KIND, STATUS, TAG } from './check-decision.ts';

const ID = z.string().min(1);
const SPANS = z.array(SPAN).min(1).readonly().nullable().optional();

/** An entry by its id, or, for a place or a time that the engine missed, words of an article's text. */
const ENTRY = z.union([ID, z.strictObject({ article: ID, version: ID.optional(), span: SPAN })]);

/** An actor by its id (act_… or who_…), or by name where the ledger has none. */
const ACTOR = z.union([ID, z.strictObject({ name: TAG, type: ACTOR_TYPE })]);

const NONE = 'name what is ruled on, by its id';
const entries = z.array(ID).min(1, NONE);

export const DECISION_REQUEST = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), entries }),
  z.strictObject({ kind: z.literal('reject'), entries }),
  z.strictObject({ kind: z.literal('tag'), entries, tag: TAG }),
  z.strictObject({ kind: z.literal('untag'), entries, tag: TAG }),
  z.strictObject({ kind: z.literal('note'), entries, note: NOTE }),
  z.strictObject({ kind: z.literal('status'), entries, status: STATUS }),
  z.strictObject({ kind: z.literal('merge'), entries: z.array(ID).min(2, 'name two actors or more, by their ids') }),
  z.strictObject({ kind: z.literal('split'), entries }),
  /** `to` null with no candidates: it is unknown who said it. */
  z.strictObject({
    kind: z.literal('attribute'),
    entries,
    to: ACTOR.nullable(),
    candidates: z.array(ACTOR).default([]),
  }),
  z.strictObject({ kind: z.literal('place'), entries: z.array(ENTRY).min(1, NONE), place: PLACE }),
  z.strictObject({
    kind: z.literal('date'),
    entries: z.array(ENTRY).min(1, NONE),
    clock: z.enum(['said', 'happened']),
    edtf: z.string().nullable(),
  }),
  /** Of a statement: what it sets anew. Of an article: a statement that was missed. Spans are UTF-16 units of the text. */
  z.strictObject({
    kind: z.literal('edit'),
    entry: ID,
    version: ID.optional(),
    source: SPANS,
    cue: SPANS,
    content: SPANS,
    statementKind: STATEMENT_KIND.optional(),
    speechAct: SPEECH_ACT.optional(),
  }),
  z.strictObject({ kind: z.literal('undo'), decision: ID }),
]);

export type DecisionRequest = z.input<typeof DECISION_REQUEST>;
/** A request that was checked. */
export type CheckedRequest = z.output<typeof DECISION_REQUEST>;
export type EntryName = z.input<typeof ENTRY>;
export type ActorName = z.input<typeof ACTOR>;
