/** The boundary: what a decision that comes from outside has to be. Anything else is refused with the reason and what to do. */
import { z } from 'zod';
import { SPEECH_ACTS, type SpeechAct } from '../../reading/acts/speech-acts.ts';
import { PLACE_KINDS } from '../../reading/places/kinds.ts';
import { HearsayError } from '../../text/errors.ts';
import { type Decision, type DecisionKind, ENTRY_KINDS, REVIEW_STATUSES, type TargetKind } from '../decisions.ts';
import { decisionId } from './decision-id.ts';
import { readEdtf } from './read-edtf.ts';

/** UTF-16 units of what people type. */
const LONGEST_NAME = 100;
const LONGEST_NOTE = 10_000;

const typed = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    // Names and tags stand in one line of a table.
    .refine(
      (text) => longest > LONGEST_NAME || !/[\p{Cc}\u2028\u2029]/u.test(text),
      'has a line break or a control character',
    );

export const PERSON = typed(LONGEST_NAME);
export const TAG = typed(LONGEST_NAME);
export const NOTE = typed(LONGEST_NOTE);
export const STATUS = z.enum(REVIEW_STATUSES);
export const SPAN = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start < end, 'ends before it begins')
  .readonly();
export const STATEMENT_KIND = z.enum(['direct', 'indirect', 'mixed']);
export const SPEECH_ACT = z.enum(Object.keys(SPEECH_ACTS) as [SpeechAct, ...SpeechAct[]]);
export const ACTOR_TYPE = z.enum(['person', 'organization', 'state', 'outlet', 'document', 'group', 'unnamed']);
export const PLACE = z
  .strictObject({
    name: typed(LONGEST_NAME),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'is no ISO 3166-1 code of two letters')
      .nullable(),
    geonamesId: z.int().positive().nullable(),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    precision: z.enum(['point', 'site', 'city', 'admin', 'country']),
    kind: z.enum(PLACE_KINDS).nullable(),
  })
  .nullable();

const ANCHOR = z
  .strictObject({
    role: z.enum(['source', 'cue', 'content', 'mention', 'subject', 'predicate', 'object', 'extent']),
    spans: z.array(SPAN).min(1),
    exact: z.array(z.string().min(1)),
    prefix: z.string(),
    suffix: z.string(),
  })
  .refine(
    ({ spans, exact }) =>
      spans.length === exact.length && spans.every(([start, end], at) => exact[at].length === end - start),
    'has other words than its spans',
  );

const TARGET = z.strictObject({
  kind: z.enum([...ENTRY_KINDS, 'article']),
  id: z.string().min(1),
  address: z.string(),
  textSha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256'),
  anchors: z.array(ANCHOR),
});

const ACTOR = z.strictObject({
  who: z.string().regex(/^who_[0-9a-f]+$/),
  name: typed(LONGEST_NOTE),
  type: ACTOR_TYPE,
  target: TARGET.nullable(),
});

const NOTHING = z.null();
const EDITED = ANCHOR.nullable().optional();

const VALUES: Readonly<Record<DecisionKind, z.ZodType>> = {
  accept: NOTHING,
  reject: NOTHING,
  edit: z.strictObject({
    source: EDITED,
    cue: EDITED,
    content: EDITED,
    kind: STATEMENT_KIND.optional(),
    speechAct: SPEECH_ACT.optional(),
  }),
  attribute: z
    .strictObject({ actor: ACTOR.nullable(), candidates: z.array(ACTOR) })
    .refine(({ actor, candidates }) => candidates.length === 0 || (actor === null && candidates.length >= 2), {
      message: 'names an actor, or two or more candidates, or nobody',
    }),
  merge: NOTHING,
  split: NOTHING,
  place: PLACE,
  date: z
    .strictObject({
      clock: z.enum(['said', 'happened']),
      edtf: z.string().nullable(),
      earliest: z.string().nullable(),
      latest: z.string().nullable(),
    })
    .refine(hasItsEnds, 'has other ends than its date'),
  tag: z.strictObject({ tag: TAG }),
  untag: z.strictObject({ tag: TAG }),
  note: z.strictObject({ note: NOTE }),
  status: z.strictObject({ status: STATUS }),
  undo: NOTHING,
};

/** What each kind of decision may be about. */
export const TARGET_KINDS: Readonly<Record<DecisionKind, readonly TargetKind[]>> = {
  accept: ENTRY_KINDS,
  reject: ENTRY_KINDS,
  edit: ['statement', 'article'],
  attribute: ['statement'],
  merge: ['actor'],
  split: ['actor'],
  place: ['place', 'claim'],
  date: ['statement', 'moment', 'claim'],
  tag: ENTRY_KINDS,
  untag: ENTRY_KINDS,
  note: ENTRY_KINDS,
  status: ENTRY_KINDS,
  undo: [],
};

const DECISION = z.object({
  id: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  by: PERSON,
  kind: z.enum(Object.keys(VALUES) as [DecisionKind, ...DecisionKind[]]),
  targets: z.array(TARGET),
  value: z.unknown(),
  undoes: z.string().nullable(),
  carries: z.string().exactOptional(),
});

/**
 * The decision that some JSON is.
 *
 * @throws HearsayError E_INPUT where it is none, or was changed after it was made.
 * @example
 * checkDecision(JSON.parse(line)).by; // 'Ada'
 */
export function checkDecision(value: unknown): Decision {
  const decision = parse(DECISION, value, 'The decision');
  const { id, kind, targets, undoes, carries } = decision;
  if ((kind === 'undo') !== (undoes !== null)) refuse(`${id}: only an undoing undoes a decision.`);
  if (kind === 'undo' && carries !== undefined) refuse(`${id}: an undoing carries nothing over.`);
  const fewest = { merge: 2, undo: 0 }[kind as string] ?? 1;
  const most = ANY_NUMBER.includes(kind) ? Number.POSITIVE_INFINITY : fewest;
  if (targets.length < fewest || targets.length > most)
    refuse(`${id}: a decision "${kind}" is not about ${targets.length} entries.`);
  for (const target of targets) {
    if (!TARGET_KINDS[kind].includes(target.kind))
      refuse(`${id}: "${kind}" cannot be ruled on ${withArticle(target.kind)}.`);
    if (target.kind !== 'article' && target.anchors.length === 0)
      refuse(`${id}: names no words of its ${target.kind}.`);
  }
  parse(VALUES[kind], decision.value, `${id}: the value of "${kind}"`);
  if (decisionId(decision) !== id) refuse(`${id}: was changed after it was made: its id is that of another decision.`);
  return decision;
}

/** Kinds that may be about several entries at once. */
const ANY_NUMBER: readonly DecisionKind[] = ['merge', 'split'];

/**
 * What a schema makes of some JSON.
 *
 * @param what what it is called in the message
 * @throws HearsayError E_INPUT with the first thing that is wrong.
 * @example
 * parse(PERSON, ' Ada ', 'The name'); // 'Ada'
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0];
  const where = path.length > 0 ? ` (${path.join('.')})` : '';
  throw new HearsayError('E_INPUT', `${what}${where}: ${message}`);
}

function hasItsEnds({
  edtf,
  earliest,
  latest,
}: {
  edtf: string | null;
  earliest: string | null;
  latest: string | null;
}) {
  const ends = edtf === null ? { earliest: null, latest: null } : readEdtf(edtf);
  return ends.earliest === earliest && ends.latest === latest;
}

/**
 * A noun with its article.
 *
 * @example
 * withArticle('actor'); // 'an actor'
 */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function refuse(message: string): never {
  throw new HearsayError('E_INPUT', message);
}
