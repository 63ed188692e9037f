/**
 * The stage `places`: which places an article names, and where they are, as far as that can be told. Unplaced beats wrong: a name of
 * which the gazetteer knows nothing, or too much, is listed without coordinates.
 *
 * 1. find-mentions.ts   what may be a place's name, and what tells of countries
 * 2. group-mentions.ts  the same name with the same words beside it is one question
 * 3. resolve-places.ts  weighs what each may mean (candidate-features.ts) against what the rest of the article speaks of
 */
import type { Weights } from '../../language/weights/weights.ts';
import type { Place, ReadDocument } from '../reading.ts';
import { PLACE_FEATURES } from './candidate-features.ts';
import { type PlaceMention, PlaceMentionFinder } from './find-mentions.ts';
import { Gazetteer } from './gazetteer.ts';
import { PRECISION_OF, type Precision } from './kinds.ts';
import { placeId } from './place-id.ts';
import { PlaceResolver, type Resolution } from './resolve-places.ts';
import { notesOf, whyPlaced } from './why-placed.ts';

/**
 * Makes the stage that fills `document.places`.
 *
 * @param weights of models/gazetteer.weights and models/places.weights
 * @throws Error where the weights are for other features than these.
 * @example
 * createPlaceReader(weights)(document);
 * document.places[0]; // { text: 'Kharkiv', country: 'UA', precision: 'city', … }
 */
export function createPlaceReader(weights: Readonly<Record<string, Weights>>): (document: ReadDocument) => void {
  const gazetteer = new Gazetteer(weights.gazetteer);
  const { meta, arrays } = weights.places;
  if (`${meta.features}` !== `${PLACE_FEATURES}`) throw new Error('places.weights are for other features: train them.');
  const finder = new PlaceMentionFinder(gazetteer);
  const resolver = new PlaceResolver(gazetteer, {
    weights: arrays.weights as Float32Array,
    threshold: meta.threshold as number,
  });
  return (document) => {
    const mentions = finder.find(document);
    const outlet = document.outlet ? finder.inName(document.outlet) : null;
    // The Toronto Star is evidence of Canada, as one more name in the article would be.
    const resolutions = resolver.resolve(document.text, outlet === null ? mentions : [...mentions, outlet]);
    const known = new Map<Resolution, Location>();
    const places: Place[] = [];
    for (const [m, mention] of mentions.entries()) {
      const resolution = resolutions[m];
      // What the gazetteer alone took for a place is none where it cannot be told which.
      if (mention.role === 'evidence' || (resolution.match === null && mention.role !== 'name')) continue;
      let location = known.get(resolution);
      if (!location) {
        location = locate(resolution, mention, gazetteer);
        known.set(resolution, location);
      }
      places.push(placeOf(document, mention, resolution, location));
    }
    document.places = places;
  };
}

/** What all mentions that have one resolution share. */
type Location = Pick<Place, 'country' | 'geonamesId' | 'lat' | 'lon' | 'kind'> & {
  /** Null where it is unplaced. */
  readonly name: string | null;
  readonly precision: Precision | null;
  readonly why: readonly string[];
};

function locate({ match, parts }: Resolution, mention: PlaceMention, gazetteer: Gazetteer): Location {
  const why = whyPlaced(mention.matches, match, parts);
  if (match === null)
    return { name: null, country: null, geonamesId: null, lat: null, lon: null, precision: null, kind: null, why };
  const { place, kind, country } = match;
  return {
    name: gazetteer.name(place),
    country: country || null,
    geonamesId: gazetteer.geonamesId(place),
    lat: gazetteer.lat(place),
    lon: gazetteer.lon(place),
    precision: PRECISION_OF[kind],
    kind,
    why,
  };
}

function placeOf(
  { text, textSha256 }: ReadDocument,
  mention: PlaceMention,
  { score }: Resolution,
  { name, country, geonamesId, lat, lon, precision, kind, why }: Location,
): Place {
  const { start, end, role, relation, offset, site } = mention;
  const words = text.slice(start, end);
  const notes = notesOf(mention);
  return {
    id: placeId(textSha256, start, end),
    start,
    end,
    text: words,
    name: name ?? words,
    country,
    geonamesId,
    lat,
    lon,
    precision: precision === null ? null : precisionOf(precision, mention),
    kind,
    relation,
    offset,
    site,
    adjective: role === 'adjective',
    score: Math.round(score * 1000) / 1000,
    why: notes.length > 0 ? [...why, ...notes] : why,
  };
}

/** What is near a town is not where its middle is. */
function precisionOf(precision: Precision, { relation }: PlaceMention): Precision {
  return relation === 'near' && precision !== 'country' ? 'admin' : precision;
}
