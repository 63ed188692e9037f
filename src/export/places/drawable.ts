/** Which places are points. The middle of a country or a region is none: a map that draws it shows a place where nothing was. */
import type { PlaceRecord } from '../../ledger/ledger.ts';

/**
 * Whether the coordinates may be drawn as a point.
 *
 * @example
 * isDrawable({ lat: 49, lon: 32, precision: 'country' }); // false
 */
export function isDrawable({ lat, lon, precision }: Pick<PlaceRecord, 'lat' | 'lon' | 'precision'>): boolean {
  return lat !== null && lon !== null && precision !== 'country' && precision !== 'admin';
}
