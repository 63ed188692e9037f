/**
 * Words for kinds of places, as they stand before or after a name ("the Dnipropetrovsk region", "the village of Palauig"), and what
 * kinds of the gazetteer they go with; words that make a part of a place, or its neighbourhood, of it. Written for Hearsay.
 */
import type { PlaceKind } from './kinds.ts';

/** A group of kinds that one word may stand for. */
export type Hint = 'admin' | 'country' | 'town' | 'water' | 'island' | 'terrain' | 'site';

/** The kinds that go with each hint. */
export const KINDS_OF_HINT: Readonly<Record<Hint, readonly PlaceKind[]>> = {
  admin: ['admin1', 'admin2', 'region'],
  country: ['country'],
  town: ['capital', 'seat1', 'seat2', 'town', 'quarter'],
  water: ['water'],
  island: ['island', 'country'],
  terrain: ['terrain', 'region'],
  site: ['site'],
};

/** In lower case, singular. */
export const GENERIC_WORDS: Readonly<Record<Hint, readonly string[]>> = {
  admin: [
    ...[
      'province',
      'region',
      'oblast',
      'krai',
      'kray',
      'okrug',
      'state',
      'county',
      'district',
      'department',
      'departement',
    ],
    ...[
      'governorate',
      'prefecture',
      'territory',
      'regency',
      'division',
      'parish',
      'canton',
      'voivodeship',
      'raion',
      'rayon',
    ],
    ...['emirate', 'shire', 'subdistrict', 'sub-district', 'provinces', 'regions', 'states', 'counties', 'districts'],
    ...['departments', 'governorates', 'prefectures', 'oblasts', 'territories'],
  ],
  country: ['country', 'nation', 'kingdom', 'countries', 'nations'],
  town: [
    ...[
      'city',
      'town',
      'village',
      'municipality',
      'suburb',
      'neighbourhood',
      'neighborhood',
      'borough',
      'township',
      'hamlet',
    ],
    ...[
      'settlement',
      'capital',
      'commune',
      'quarter',
      'cities',
      'towns',
      'villages',
      'suburbs',
      'metropolis',
      'resort',
      'port',
    ],
  ],
  water: [
    'river',
    'lake',
    'sea',
    'bay',
    'gulf',
    'ocean',
    'strait',
    'channel',
    'canal',
    'creek',
    'reservoir',
    'rivers',
    'estuary',
  ],
  island: ['island', 'islands', 'islet', 'archipelago', 'isle', 'atoll'],
  terrain: [
    'mountain',
    'mountains',
    'desert',
    'valley',
    'peninsula',
    'forest',
    'plateau',
    'plain',
    'hills',
    'volcano',
    'delta',
  ],
  site: [
    'airport',
    'airfield',
    'base',
    'barracks',
    'prison',
    'jail',
    'square',
    'street',
    'bridge',
    'dam',
    'crossing',
    'camp',
  ],
};

/** Sites that a town's name stands before: "Bali airport" says nothing of what Bali is. */
export const SITES_OF_TOWNS: ReadonlySet<string> = new Set([
  ...[
    'airport',
    'station',
    'hall',
    'stadium',
    'bridge',
    'harbour',
    'harbor',
    'port',
    'prison',
    'jail',
    'base',
    'cathedral',
  ],
  ...[
    'barracks',
    'square',
    'street',
    'airfield',
    'dam',
    'crossing',
    'camp',
    'arena',
    'courthouse',
    'railway',
    'terminal',
  ],
]);

/** Words before a name that make a part of it: "northern Iraq", "downtown Dallas". */
export const PART_WORDS: readonly string[] = [
  ...[
    'northern',
    'southern',
    'eastern',
    'western',
    'central',
    'north',
    'south',
    'east',
    'west',
    'northeast',
    'northwest',
  ],
  ...[
    'southeast',
    'southwest',
    'northeastern',
    'northwestern',
    'southeastern',
    'southwestern',
    'north-eastern',
    'north-western',
  ],
  ...[
    'south-eastern',
    'south-western',
    'north-east',
    'north-west',
    'south-east',
    'south-west',
    'upper',
    'lower',
    'inner',
    'mid',
  ],
  ...[
    'downtown',
    'uptown',
    'midtown',
    'mainland',
    'rural',
    'suburban',
    'greater',
    'metropolitan',
    'coastal',
    'occupied',
  ],
];

/** Words before a name after which something is near it, not in it. */
export const NEAR_WORDS: readonly string[] = [
  'near',
  'outside',
  'around',
  'off',
  'beside',
  'toward',
  'towards',
  'nearby',
];

/** Other sites that are told by the town they stand in or near: "a quay at Morrin". */
export const SITE_WORDS: readonly string[] = (
  'quay wharf jetty pier landing dock docks lock weir ford ferry tunnel viaduct hospital clinic school university church mosque synagogue temple ' +
  'monastery cemetery market factory plant refinery mine quarry depot warehouse barn farm hotel court courthouse checkpoint hangar stadium tower'
).split(' ');

/** Words that measure a way to what is named after them and a preposition: "north of Baghdad", "20 miles from Basra". */
export const WAY_WORDS: readonly string[] = [
  ...[
    'north',
    'south',
    'east',
    'west',
    'northeast',
    'northwest',
    'southeast',
    'southwest',
    'outskirts',
    'suburbs',
    'vicinity',
    'upstream',
    'downstream',
  ],
  ...[
    'miles',
    'mile',
    'kilometers',
    'kilometres',
    'kilometer',
    'kilometre',
    'km',
    'metres',
    'meters',
    'away',
    'coast',
    'environs',
  ],
];

/** What stands between a word of WAY_WORDS and a name: "north of Baghdad", "miles from Basra". */
export const WAY_PREPOSITIONS: readonly string[] = 'of from'.split(' ');

/** Words before a capitalised one that show it to be a place where the gazetteer knows it: "in", "at", "near". */
export const PLACE_PREPOSITIONS: readonly string[] = (
  'in at near from outside around across throughout inside into northern southern eastern western central downtown toward towards ' +
  'reached visited left'
).split(' ');

/** Beside a name that was taken for a place's, these show that it is one. */
export const BESIDE_PREPOSITIONS: readonly string[] = 'off beside along above below opposite beyond behind via'.split(
  ' ',
);

/** Words after which "off" stands before a place on a shore: "sank off Velden", "20 miles off Velden"; not "wiped the grin off Jones". */
export const AFLOAT_WORDS: readonly string[] = (
  'sank sinks sunk sinking capsized capsizes capsizing foundered founders anchored anchors moored aground wrecked drowned drowns adrift ' +
  'miles kilometres kilometers km coast shore waters reef'
).split(' ');

/** What an adjective of a country says the place of: "the Syrian capital", "Turkish airspace". */
export const PLACE_NOUNS: readonly string[] = [
  ...[
    'capital',
    'border',
    'borders',
    'territory',
    'soil',
    'coast',
    'coastline',
    'shore',
    'shores',
    'airspace',
    'waters',
    'city',
  ],
  ...['town', 'village', 'province', 'region', 'island', 'mainland', 'side', 'frontier', 'countryside', 'desert'],
];
