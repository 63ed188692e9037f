/**
 * Readings are kept as the engine of their day wrote them. Stages came to the engine one by one, so what a later one finds is missing
 * in readings of an earlier engine: here it is put in, as nothing found. Cost: a copy of the records, not of what they hold.
 */
import type { Place, Reading, Source, Statement } from '../../reading/reading.ts';

type Later<Whole, Keys extends keyof Whole> = Readonly<Pick<Whole, Keys>>;

const LISTS: Later<Reading, 'actors' | 'moments' | 'sides' | 'assertions' | 'wording' | 'places' | 'claims'> = {
  actors: [],
  moments: [],
  sides: [],
  assertions: [],
  wording: [],
  places: [],
  claims: [],
};
const STATEMENT: Later<Statement, 'sourceless' | 'said' | 'parent' | 'relayDepth' | 'hedges' | 'certainty'> = {
  sourceless: null,
  said: null,
  parent: null,
  relayDepth: 0,
  hedges: [],
  certainty: 0,
};
const SOURCE: Later<Source, 'actor' | 'resolution' | 'candidates' | 'why'> = {
  actor: null,
  resolution: 'none',
  candidates: [],
  why: [],
};
const PLACE: Later<Place, 'offset' | 'site'> = { offset: null, site: null };

/**
 * The reading with everything that readings have now; what it has is as it was, and in its order.
 *
 * @example
 * completeReading(JSON.parse(written)).claims; // []
 */
export function completeReading(reading: Reading): Reading {
  const whole = complete(reading, LISTS);
  return {
    ...whole,
    statements: whole.statements.map((statement) => ({
      ...complete(statement, STATEMENT),
      source: statement.source && complete(statement.source, SOURCE),
    })),
    places: whole.places.map((place) => complete(place, PLACE)),
  };
}

/** What comes first gives the order, what comes last the values. */
function complete<Entry extends object>(entry: Entry, later: Partial<Entry>): Entry {
  return { ...entry, ...later, ...entry };
}
