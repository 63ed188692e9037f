/** What the gazetteer's places are, how its names call them, and how exactly each kind of place tells where something is. */

/** How exact coordinates are: those of a point, of a site, or of the middle of a town, a region or a country. */
export type Precision = 'point' | 'site' | 'city' | 'admin' | 'country';

/** Kinds of places, in the order in which the gazetteer numbers them. */
export const PLACE_KINDS = [
  'continent',
  'country',
  'admin1',
  'admin2',
  'region',
  'capital',
  'seat1',
  'seat2',
  'town',
  'quarter',
  'water',
  'island',
  'terrain',
  'site',
] as const;

/**
 * continent: also a part of one, or a group of countries; admin1, admin2: regions of the first and second level; region: one without
 * an administration, or of old; seat1, seat2: towns from which such a region is run; quarter: a part of a town; terrain:
 * mountains, deserts, peninsulas.
 */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A continent counts as a country: its middle says no more. What has no administration counts as a region. */
export const PRECISION_OF: Readonly<Record<PlaceKind, Precision>> = {
  continent: 'country',
  country: 'country',
  admin1: 'admin',
  admin2: 'admin',
  region: 'admin',
  capital: 'city',
  seat1: 'city',
  seat2: 'city',
  town: 'city',
  quarter: 'point',
  water: 'admin',
  island: 'admin',
  terrain: 'admin',
  site: 'site',
};

/**
 * How a name calls a place: by its own name; by one listed for it; by one of the others that GeoNames has for it, in any language and from
 * any time; by a short form that is one only beside a town's name ("Calif."); by its people or their adjective.
 */
export const NAME_KINDS = ['name', 'listed', 'other', 'short', 'people'] as const;

export type NameKind = (typeof NAME_KINDS)[number];
