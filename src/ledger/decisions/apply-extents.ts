/** Places and dates that a person set. Where the engine found nothing in the words that were ruled on, an entry is made of them. */

import { momentId } from '../../reading/moments/moment-id.ts';
import { placeId } from '../../reading/places/place-id.ts';
import type { Extent } from '../../reading/reading.ts';
import type { DateValue, PlaceValue } from '../decisions.ts';
import type { Application } from './apply-decision.ts';
import { type Draft, draftOf, rule } from './drafts.ts';
import type { LaidMoment, LaidPlace } from './laid.ts';
import { holdsAnchor } from './make-anchor.ts';

/**
 * See the kind `place` in docs/decisions.md.
 *
 * @example
 * applyPlace(on, null); // unplaced
 */
export function applyPlace(on: Application, value: PlaceValue | null): Draft | null {
  if (on.target.kind !== 'place') return null;
  const known = on.draft as Draft<'place'> | null;
  const extent = known?.entry ?? extentOf(on);
  if (!extent) return null;
  const draft = known ?? draftOf('place', newPlace(on, extent));
  if (!known) on.drafts.place.push(draft);
  const { name, country, geonamesId, lat, lon, precision, kind, text } = draft.entry;
  const engine = lat === null ? null : { name, country, geonamesId, lat, lon, precision, kind };
  rule(draft, on.decision, 'place', value, known ? engine : null);
  draft.entry = { ...draft.entry, ...(value ?? { ...UNPLACED, name: text }), score: value ? 1 : draft.entry.score };
  return draft;
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
  const [span] = (statement.entry.content ?? statement.entry.cue)!.spans;
  const [start, end] = span;
  const known = on.drafts.moment.find(({ entry }) => entry.start === start && entry.end === end);
  const moment = edtf === null ? null : put(on, known ?? null, { start, end }, value);
  statement.entry = { ...statement.entry, happened: moment?.entry.id ?? null };
  return draft;
}

function setMoment(on: Application, known: Draft<'moment'> | null, value: DateValue): Draft | null {
  const extent = known?.entry ?? extentOf(on);
  if (!extent || value.clock !== 'happened') return null;
  const engine = known?.entry.edtf ?? null;
  const draft = put(on, known, extent, value);
  rule(draft, on.decision, 'happened', value.edtf, engine);
  return draft;
}

function put(
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
