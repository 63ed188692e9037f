/**
 * The places of an article, for people: each place once, in the order in which they are first named, with where it is mentioned; then
 * what could not be placed.
 *
 *   Kharkiv (near)        UA  admin    49.981   36.253  0.99  ¶1 ¶4
 *   Unplaced: Harsel (¶2), Sarnova (¶3)
 */
import type { Place, Reading } from '../../reading/reading.ts';
import { displayWidth } from './display-width.ts';
import type { View } from './show-reading.ts';
import { wrapText } from './wrap-text.ts';

const INDENT = '  ';
const NAME_COLUMNS = 30;
const COUNTRY_COLUMNS = 2;
const PRECISION_COLUMNS = 7;
const DEGREES_COLUMNS = 8;
/** Places that are shown below a reading, and mentions of each. */
const PLACES_SHOWN = 12;
const MENTIONS_SHOWN = 5;

/** One place, and where it is mentioned. */
interface Located {
  readonly place: Place;
  readonly mentions: Set<string>;
}

/**
 * The section "Places" of a reading; empty where there are none.
 *
 * @param placeOf tells where an offset stands: see `placesIn`
 * @example
 * showPlaces(reading.places, placesIn(reading.blocks), { columns: 80, paint: painter(false) });
 */
export function showPlaces(places: Reading['places'], placeOf: (offset: number) => string, view: View): string {
  if (places.length === 0) return '';
  const located = locatedOf(places, placeOf);
  const words = located.slice(0, PLACES_SHOWN).map(({ place, mentions }) => {
    const country = place.country === null || place.precision === 'country' ? '' : `, ${place.country}`;
    return `${nameOf(place)}${country} (${place.precision}; ${listOf(mentions)})`;
  });
  const more = located.length > PLACES_SHOWN ? [`and ${located.length - PLACES_SHOWN} more: see "hearsay places"`] : [];
  return [
    view.paint('Places', 'bold'),
    ...(words.length > 0 ? indented([...words, ...more].join(' · '), view) : []),
    ...showUnplaced(places, placeOf, view),
  ].join('\n');
}

/**
 * The table of `hearsay places`, with coordinates and scores; it says so where there are no places.
 *
 * @example
 * showPlaceTable(places, placesIn(blocks), { columns: 80, paint: painter(false) });
 */
export function showPlaceTable(places: Reading['places'], placeOf: (offset: number) => string, view: View): string {
  if (places.length === 0) return view.paint('No places found', 'dim');
  const lines = locatedOf(places, placeOf).flatMap(({ place, mentions }) => {
    const columns = [
      padded(cut(nameOf(place), NAME_COLUMNS), NAME_COLUMNS),
      (place.country ?? '').padEnd(COUNTRY_COLUMNS),
      (place.precision ?? '').padEnd(PRECISION_COLUMNS),
      degrees(place.lat),
      degrees(place.lon),
      place.score.toFixed(2),
    ].join('  ');
    const room = view.columns - INDENT.length - displayWidth(columns) - 2;
    return `${INDENT}${columns}  ${view.paint(cut(listOf(mentions), Math.max(4, room)), 'dim')}`;
  });
  const head = [
    'place'.padEnd(NAME_COLUMNS),
    ''.padEnd(COUNTRY_COLUMNS),
    'is a'.padEnd(PRECISION_COLUMNS),
    'north'.padStart(DEGREES_COLUMNS),
    'east'.padStart(DEGREES_COLUMNS),
    'score',
  ].join('  ');
  return [
    ...(lines.length > 0 ? [view.paint(`${INDENT}${head} named`, 'dim'), ...lines] : []),
    ...showUnplaced(places, placeOf, view),
  ].join('\n');
}

function showUnplaced(places: readonly Place[], placeOf: (offset: number) => string, view: View): string[] {
  const unplaced = new Map<string, Set<string>>();
  for (const { lat, text, start } of places) {
    if (lat !== null) continue;
    const known = unplaced.get(text);
    if (known) known.add(placeOf(start));
    else unplaced.set(text, new Set([placeOf(start)]));
  }
  if (unplaced.size === 0) return [];
  const words = [...unplaced].map(([text, mentions]) => `${text} (${listOf(mentions)})`).join(', ');
  return indented(`Unplaced: ${words}`, view).map((line) => view.paint(line, 'yellow'));
}

function locatedOf(places: readonly Place[], placeOf: (offset: number) => string): Located[] {
  const located = new Map<string, Located>();
  for (const place of places) {
    if (place.lat === null) continue;
    const key = `${place.lat} ${place.lon} ${place.name} ${wayTo(place)}`;
    const known = located.get(key);
    if (known) known.mentions.add(placeOf(place.start));
    else located.set(key, { place, mentions: new Set([placeOf(place.start)]) });
  }
  return [...located.values()];
}

/** The place's name, with the words of the article where these are others, and how what is spoken of lies to it. */
function nameOf(place: Place): string {
  const { name, text, adjective } = place;
  const words = text === name || adjective || text.toLowerCase() === name.toLowerCase() ? '' : ` “${text}”`;
  return `${name}${words}${wayTo(place)}`;
}

/** "(20 km north)" or "(near)", with a space before it; empty where it is there. */
function wayTo({ relation, offset }: Place): string {
  const distance = offset?.distanceKm == null ? [] : [`${offset.isAbout ? 'about ' : ''}${offset.distanceKm} km`];
  const way = [...distance, ...(offset?.bearing == null ? [] : [offset.bearing])].join(' ');
  return way !== '' ? ` (${way})` : relation === 'near' ? ' (near)' : '';
}

function listOf(mentions: ReadonlySet<string>): string {
  const all = [...mentions].filter((mention) => mention !== '');
  const shown = all.slice(0, MENTIONS_SHOWN).join(' ');
  return all.length > MENTIONS_SHOWN ? `${shown} …` : shown;
}

function degrees(value: number | null): string {
  return (value?.toFixed(3) ?? '').padStart(DEGREES_COLUMNS);
}

function indented(text: string, { columns }: View): string[] {
  return wrapText(text, columns - INDENT.length).map((line) => INDENT + line);
}

function cut(text: string, columns: number): string {
  const plain = wrapText(text, 10_000)[0];
  if (displayWidth(plain) <= columns) return plain;
  let shorter = '';
  for (const letter of plain) {
    if (displayWidth(shorter + letter) > columns - 1) break;
    shorter += letter;
  }
  return `${shorter}…`;
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
