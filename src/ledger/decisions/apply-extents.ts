/**
 * Places and dates that a person set. Where the engine found nothing in the words that were ruled on, an entry is made of them; what is set
 * of a claim gets one of its own, of all the words from its first slot to its last, since other claims may tell of the same place or time.
 */

import { momentId } from '../../reading/moments/moment-id.ts';
import { placeId } from '../../reading/places/place-id.ts';
import type { Extent } from '../../reading/reading.ts';
import type { DateValue, PlaceValue } from '../decisions.ts';
import type { Application } from './apply-decision.ts';
import { type Draft, type Drafts, draftOf, rule } from './drafts.ts';
import type { LaidClaim, LaidMoment, LaidPlace } from './laid.ts';
import { holdsAnchor } from './make-anchor.ts';

/**
 * See the kind `place` in docs/decisions.md.
 *
 * @example
 * applyPlace(on, null); // unplaced
 */
export function applyPlace(on: Application, value: PlaceValue | null): Draft | null {
  if (on.target.kind === 'claim') return setWhere(on, on.draft as Draft<'claim'> | null, value);
  if (on.target.kind !== 'place') return null;
  const known = on.draft as Draft<'place'> | null;
  const extent = known?.entry ?? extentOf(on);
  if (!extent) return null;
  const engine = known && placed(known.entry);
  const draft = putPlace(on, known, extent, value);
  rule(draft, on.decision, 'place', value, engine);
  return draft;
}

function setWhere(on: Application, claim: Draft<'claim'> | null, value: PlaceValue | null): Draft | null {
  if (!claim) return null;
  const before = on.drafts.place.find(({ entry }) => entry.id === claim.entry.where);
  rule(claim, on.decision, 'place', value, before ? placed(before.entry) : null);
  const extent = hullOf(claim.entry);
  const place = value && putPlace(on, findAt(on.drafts.place, extent), extent, value);
  claim.entry = { ...claim.entry, where: place?.entry.id ?? null };
  if (!place) dropUnused(on.drafts, 'place', extent);
  return claim;
}

function putPlace(
  on: Application,
  known: Draft<'place'> | null,
  extent: Extent,
  value: PlaceValue | null,
): Draft<'place'> {
  const draft = known ?? draftOf('place', newPlace(on, extent));
  if (!known) on.drafts.place.push(draft);
  const { text, score } = draft.entry;
  draft.entry = { ...draft.entry, ...(value ?? { ...UNPLACED, name: text }), score: value ? 1 : score };
  return draft;
}

/** Where a place is, as a decision has it; null where it is unplaced. */
function placed({ name, country, geonamesId, lat, lon, precision, kind }: LaidPlace): PlaceValue | null {
  return lat === null ? null : { name, country, geonamesId, lat, lon, precision, kind };
}

/**
 * See the kind `date` in docs/decisions.md.
 *
 * @example
 * applyDate(on, { clock: 'said', edtf: '2026-04', earliest: '2026-04-01', latest: '2026-04-30' });
 */
export function applyDate(on: Application, value: DateValue): Draft | null {
  const { draft, target, decision } = on;
  if (target.kind === 'moment') return setMoment(on, draft as Draft<'moment'> | null, value);
  if (draft?.kind === 'claim') return setWhen(on, draft as Draft<'claim'>, value);
  if (draft?.kind !== 'statement') return null;
  const statement = draft as Draft<'statement'>;
  const { edtf, earliest, latest } = value;
  if (value.clock === 'said') {
    rule(draft, decision, 'said', edtf, statement.entry.said?.edtf ?? null);
    const said = edtf === null ? null : { edtf, earliest, latest, basis: 'decision' as const };
    statement.entry = { ...statement.entry, said };
    return draft;
  }
  rule(draft, decision, 'happened', edtf, null);
  const [[start, end]] = (statement.entry.content ?? statement.entry.cue)!.spans;
  const extent = { start, end };
  const moment = edtf === null ? null : putMoment(on, findAt(on.drafts.moment, extent), extent, value);
  statement.entry = { ...statement.entry, happened: moment?.entry.id ?? null };
  if (!moment) dropUnused(on.drafts, 'moment', extent);
  return draft;
}

function setWhen(on: Application, claim: Draft<'claim'>, value: DateValue): Draft | null {
  if (value.clock !== 'happened') return null;
  const before = on.drafts.moment.find(({ entry }) => entry.id === claim.entry.when);
  rule(claim, on.decision, 'happened', value.edtf, before?.entry.edtf ?? null);
  const extent = hullOf(claim.entry);
  const moment = value.edtf === null ? null : putMoment(on, findAt(on.drafts.moment, extent), extent, value);
  claim.entry = { ...claim.entry, when: moment?.entry.id ?? null };
  if (!moment) dropUnused(on.drafts, 'moment', extent);
  return claim;
}

function setMoment(on: Application, known: Draft<'moment'> | null, value: DateValue): Draft | null {
  const extent = known?.entry ?? extentOf(on);
  if (!extent || value.clock !== 'happened') return null;
  const engine = known?.entry.edtf ?? null;
  const draft = putMoment(on, known, extent, value);
  rule(draft, on.decision, 'happened', value.edtf, engine);
  return draft;
}

function putMoment(
  { reading, drafts }: Application,
  known: Draft<'moment'> | null,
  { start, end }: Extent,
  { edtf, earliest, latest }: DateValue,
): Draft<'moment'> {
  const draft = known ?? draftOf('moment', newMoment(reading.textSha256, start, end, reading.text.slice(start, end)));
  if (!known) drafts.moment.push(draft);
  draft.entry = { ...draft.entry, edtf, earliest, latest, basis: 'decision' };
  return draft;
}

/** Takes out what an earlier decision made of these words where, after a later one, nothing refers to it any more. */
function dropUnused(drafts: Drafts, kind: 'moment' | 'place', extent: Extent): void {
  const made = findAt<'moment' | 'place'>(drafts[kind], extent);
  if (!made || made.rulings.size > 0 || made.entry.why.length > 0) return;
  const { id } = made.entry;
  const isUsed =
    drafts.claim.some(({ entry }) => entry.when === id || entry.where === id) ||
    drafts.statement.some(({ entry }) => entry.happened === id);
  if (!isUsed) drafts[kind].splice(drafts[kind].indexOf(made as never), 1);
}

/** From the first word of a claim's slots to the last. */
function hullOf({ subject, predicate, object }: LaidClaim): Extent {
  const spans = [subject, predicate, object].flatMap((slot) => slot?.spans ?? []);
  return { start: Math.min(...spans.map(([start]) => start)), end: Math.max(...spans.map(([, end]) => end)) };
}

function findAt<Kind extends 'moment' | 'place'>(drafts: readonly Draft<Kind>[], { start, end }: Extent) {
  return drafts.find(({ entry }) => entry.start === start && entry.end === end) ?? null;
}

/** The extent that the decision names, where its words stand there. */
function extentOf({ reading, target }: Application): Extent | null {
  const [anchor] = target.anchors;
  if (!anchor || !holdsAnchor(reading.text, anchor)) return null;
  const [start, end] = anchor.spans[0];
  return { start, end };
}

const UNPLACED = { country: null, geonamesId: null, lat: null, lon: null, precision: null, kind: null } as const;

function newPlace({ reading }: Application, { start, end }: Extent): LaidPlace {
  const text = reading.text.slice(start, end);
  return {
    id: placeId(reading.textSha256, start, end),
    start,
    end,
    text,
    name: text,
    ...UNPLACED,
    relation: 'at',
    offset: null,
    site: null,
    adjective: false,
    score: 0,
    why: [],
    review: null,
  };
}

function newMoment(textSha256: string, start: number, end: number, text: string): LaidMoment {
  return {
    id: momentId(textSha256, start, end),
    start,
    end,
    text,
    edtf: null,
    earliest: null,
    latest: null,
    basis: 'decision',
    timex: null,
    anchor: null,
    known: {},
    implied: {},
    why: [],
    review: null,
  };
}
