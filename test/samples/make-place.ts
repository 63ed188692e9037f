import { placeId } from '../../src/reading/places/place-id.ts';
import type { Place } from '../../src/reading/reading.ts';

/**
 * A place of a reading, unplaced but for what is given.
 *
 * @example
 * makePlace({ text: 'Harsel', start: 23 }).lat; // null
 */
export function makePlace(given: Pick<Place, 'text' | 'start'> & Partial<Place>): Place {
  const end = given.start + given.text.length;
  return {
    id: placeId('', given.start, end),
    end,
    name: given.text,
    country: null,
    geonamesId: null,
    lat: null,
    lon: null,
    precision: null,
    kind: null,
    relation: 'at',
    offset: null,
    site: null,
    adjective: false,
    score: 0,
    why: [],
    ...given,
  };
}
