/** The rows of a version's times and places, each with the innermost statement whose content it stands in. */
import type { Extent } from '../../reading/reading.ts';
import type { Span } from '../../text/document.ts';
import type { Laid, LaidPlace } from '../decisions/laid.ts';
import { toldMoments } from '../told-moments.ts';
import type { Database } from './database.ts';
import { entryKey } from './entry-tables.ts';
import { findInnermost } from './find-innermost.ts';
import { insertSql } from './insert-sql.ts';

const MOMENT = insertSql(
  'moment',
  'key, id, start, "end", text, edtf, earliest, latest, basis, timex_type, timex_value, told, statement',
);
const PLACE = insertSql(
  'place',
  `key, id, start, "end", text, name, country, geonames_id, lat, lon, precision, kind, relation, score, statement`,
);

/** The keys of what each statement's content names, in order of the text, by the statement's position. */
export type Named = ReadonlyMap<number, readonly number[]>;

/**
 * Makes the rows of the times.
 *
 * @param contents the spans of the content of each statement
 * @example
 * keepMoments(database, 1, laid, contents).get(0); // keys of the times that the first statement names
 */
export function keepMoments(
  database: Database,
  version: number,
  { reading, statements, moments }: Laid,
  contents: readonly (readonly Span[])[],
): Named {
  const sayings = new Set(statements.map(({ saidMoment }) => saidMoment));
  const told = new Set(toldMoments(reading, moments, sayings));
  return keepNamed(version, moments, contents, (moment, key, statement) => {
    const { id, start, end, text, edtf, earliest, latest, basis, timex } = moment;
    const [type, value] = [timex?.type ?? null, timex?.value ?? null];
    database.run(
      MOMENT,
      key,
      id,
      start,
      end,
      text,
      edtf,
      earliest,
      latest,
      basis,
      type,
      value,
      Number(told.has(moment)),
      statement,
    );
  });
}

/**
 * Makes the rows of the places.
 *
 * @param contents the spans of the content of each statement
 * @example
 * keepPlaces(database, 1, laid.places, contents).get(0); // keys of the places that the first statement names
 */
export function keepPlaces(
  database: Database,
  version: number,
  places: readonly LaidPlace[],
  contents: readonly (readonly Span[])[],
): Named {
  return keepNamed(version, places, contents, (place, key, statement) => {
    const { id, start, end, text, name, country, geonamesId, lat, lon, precision, kind, relation, score } = place;
    const where = [country, geonamesId, lat, lon, precision, kind, relation, score];
    database.run(PLACE, key, id, start, end, text, name, ...where, statement);
  });
}

function keepNamed<Entry extends Extent>(
  version: number,
  entries: readonly Entry[],
  contents: readonly (readonly Span[])[],
  keep: (entry: Entry, key: number, statement: number | null) => void,
): Named {
  const named = new Map<number, number[]>();
  const innermost = findInnermost(entries, contents);
  entries.forEach((entry, position) => {
    const key = entryKey(version, position);
    const statement = innermost[position];
    keep(entry, key, statement === null ? null : entryKey(version, statement));
    if (statement === null) return;
    const keys = named.get(statement);
    if (keys) keys.push(key);
    else named.set(statement, [key]);
  });
  return named;
}
