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
import { whyPlaced } from './why-placed.ts';

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
    document.places = mentions.flatMap((mention, m) =>
      mention.role === 'evidence' ? [] : placeOf(document, mention, resolutions[m], gazetteer),
    );
  };
}

function placeOf(
  { text, textSha256 }: ReadDocument,
  mention: PlaceMention,
  { place, score, parts }: Resolution,
  gazetteer: Gazetteer,
): Place[] {
  const { start, end, role, relation } = mention;
  // What the gazetteer alone took for a place is none where it cannot be told which.
  if (place === null && role !== 'name') return [];
  const words = text.slice(start, end);
  const known = {
    id: placeId(textSha256, start, end),
    start,
    end,
    text: words,
    relation,
    adjective: role === 'adjective',
    score: Math.round(score * 1000) / 1000,
  };
  const why = whyPlaced(mention, place, parts, gazetteer);
  if (place === null) {
    const nowhere = { name: words, country: null, geonamesId: null, lat: null, lon: null, precision: null, kind: null };
    return [{ ...known, ...nowhere, why }];
  }
  const kind = gazetteer.kind(place);
  return [
    {
      ...known,
      name: gazetteer.name(place),
      country: gazetteer.country(place) || null,
      geonamesId: gazetteer.geonamesId(place),
      lat: gazetteer.lat(place),
      lon: gazetteer.lon(place),
      precision: precisionOf(PRECISION_OF[kind], mention),
      kind,
      why,
    },
  ];
}

/** What is near a town, or in the north of it, is not where its middle is. */
function precisionOf(precision: Precision, { relation }: PlaceMention): Precision {
  if (relation !== 'near') return precision;
  return precision === 'country' ? precision : 'admin';
}
