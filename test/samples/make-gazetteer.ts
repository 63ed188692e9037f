/** A gazetteer of a few places, for tests that need no model. Rounded numbers; the ids are made up. */
import type { Weights } from '../../src/language/weights/weights.ts';
import { PLACE_FEATURES, type PlaceFeature } from '../../src/reading/places/candidate-features.ts';
import { type PackedPlace, packGazetteer } from '../../training/gazetteer/pack-gazetteer.ts';

type Row = [
  name: string,
  kind: PackedPlace['kind'],
  region: string,
  lat: number,
  lon: number,
  population: number,
  listed?: string,
  people?: string,
  short?: string,
];

const UNNUMBERED: readonly Row[] = [
  ['Ukraine', 'country', 'UA', 49, 32, 38e6, '', 'Ukrainian'],
  ['United States', 'country', 'US', 39.8, -98.6, 330e6, 'US', 'American'],
  ['Georgia', 'country', 'GE', 42, 43.5, 4e6, '', 'Georgian'],
  ['United Kingdom', 'country', 'GB', 54.5, -2.5, 67e6, 'Britain', 'British'],
  ['France', 'country', 'FR', 47, 2.5, 67e6, '', 'French'],
  ['Syria', 'country', 'SY', 35, 38, 20e6, '', 'Syrian'],
  ['Belarus', 'country', 'BY', 53.5, 28, 9e6, '', 'Belarusian'],
  ['China', 'country', 'CN', 35, 103, 1.4e9, "People's Republic of China", 'Chinese'],
  ['Taiwan', 'country', 'TW', 23.7, 121, 23e6, 'Republic of China', 'Taiwanese'],
  ['Dnipropetrovsk', 'admin1', 'UA.04', 48.4, 35, 3e6],
  ['Illinois', 'admin1', 'US.IL', 40, -89.2, 12e6, '', '', 'Ill.'],
  ['Missouri', 'admin1', 'US.MO', 38.4, -92.5, 6e6],
  ['Texas', 'admin1', 'US.TX', 31.3, -99.3, 29e6],
  ['Georgia', 'admin1', 'US.GA', 32.7, -83.4, 10e6],
  ['England', 'admin1', 'GB.ENG', 52.5, -1.5, 56e6],
  ['Europe', 'continent', '', 51, 17.5, 0],
  ['White House', 'site', 'US', 38.898, -77.037, 0],
  ['Indian Ocean', 'water', '', -20, 80, 0],
];
const NUMBERED: readonly Row[] = [
  ['Kyiv', 'capital', 'UA', 50.455, 30.524, 2.8e6, 'Kiev'],
  ['Kharkiv', 'seat1', 'UA', 49.981, 36.253, 1.4e6, 'Kharkov'],
  ['Dnipro', 'seat1', 'UA.04', 48.467, 35.04, 1e6, 'Dnipropetrovsk'],
  ['Paris', 'capital', 'FR', 48.853, 2.349, 2.1e6],
  ['Paris', 'seat2', 'US.TX', 33.661, -95.556, 25e3],
  ['Springfield', 'seat1', 'US.IL', 39.802, -89.644, 116e3],
  ['Springfield', 'seat2', 'US.MO', 37.215, -93.298, 167e3],
  ['Atlanta', 'seat1', 'US.GA', 33.749, -84.388, 460e3],
  ['Tbilisi', 'capital', 'GE', 41.694, 44.834, 1.05e6],
  ['Damascus', 'capital', 'SY', 33.51, 36.29, 1.6e6],
  ['White House', 'town', 'US', 36.47, -86.65, 11e3],
  ['Reading', 'seat2', 'GB.ENG', 51.456, -0.971, 245e3],
];

/**
 * Its weights.
 *
 * @example
 * new Gazetteer(sampleGazetteer()).find(placeKey('Paris')).length; // 2
 */
export function sampleGazetteer(): Weights {
  const packed = (row: Row, id: number): PackedPlace => {
    const [name, kind, region, lat, lon, population, listed, people, short] = row;
    const others = [
      ['listed', listed],
      ['people', people],
      ['short', short],
    ] as const;
    return {
      id,
      name,
      kind,
      region,
      lat,
      lon,
      population,
      names: [{ name, kind: 'name' }, ...others.flatMap(([kind, other]) => (other ? [{ name: other, kind }] : []))],
    };
  };
  return packGazetteer(
    [...UNNUMBERED.map((row) => packed(row, 0)), ...NUMBERED.map((row, i) => packed(row, 70_000 * (i + 1)))],
    UNNUMBERED.filter(([, kind]) => kind === 'country').map(([, , code]) => code),
  );
}

const WEIGHTS: Readonly<Partial<Record<PlaceFeature, number>>> = {
  'any place': -2.8,
  people: 1,
  country: 2.3,
  continent: 3,
  'first-level region': 1.2,
  'seat of a first-level region': 1,
  'largest of its name': 2.5,
  'only place of its name': 2,
  'well-known area or site': 3.5,
  'other name': -3,
  'name with a word taken off': -1,
  'within the place named beside it': 3,
  'not within the place named beside it': -1,
  'none of its name is within the place named beside it': -4,
  'holds the place named before it': 2,
  'kind that the word beside it says': 1,
  'another kind than the word beside it says': -2.5,
  'doubt of the name': -1,
  'found by its neighbours alone': -1,
  'country named in the sentence': 0.5,
  'share of its region in the article': 2.5,
  'country not in the article': -2,
  'near other places of the article': 2,
  'so called elsewhere in the article': 2,
  'of a kind with the places listed beside it': 2,
};

/**
 * Weights of features, set by hand.
 *
 * @example
 * createPlaceReader({ gazetteer: sampleGazetteer(), places: samplePlaceWeights() });
 */
export function samplePlaceWeights(): Weights {
  return {
    name: 'places',
    meta: { features: PLACE_FEATURES, threshold: 0.3 },
    arrays: { weights: Float32Array.from(PLACE_FEATURES, (feature) => WEIGHTS[feature] ?? 0) },
  };
}
