/**
 * Places that speak: a country, a capital or a seat of government that is a source stands for those who govern there.
 */
import { foldWord } from '../../language/names/features.ts';
import { CAPITAL_OF, COUNTRIES, SEAT_OF } from './capitals.ts';

/**
 * Why a place's name, as a source, is a state; null where the lists do not say so.
 *
 * @example
 * metonymOf('the Kremlin'); // 'seat of government stands for a government (Russia)'
 */
export function metonymOf(name: string): string | null {
  const folded = foldPlace(name);
  const seat = SEAT_OF.get(folded);
  if (seat) return `seat of government stands for a government (${seat})`;
  if (COUNTRIES.has(folded)) return 'country acts as a state';
  const country = CAPITAL_OF.get(folded);
  // Brussels speaks for Belgium, and more often for the union that sits there.
  if (folded === 'brussels') return 'capital stands for a government (Belgium, or the European Union)';
  return country ? `capital stands for a government (${country})` : null;
}

/**
 * Whether a name is a seat of government, which is a state whatever type of name it has.
 *
 * @example
 * isSeat('the White House'); // true
 */
export function isSeat(name: string): boolean {
  return SEAT_OF.has(foldPlace(name));
}

/** In lower case, without diacritics, article and full stops in "D.C.". */
function foldPlace(name: string): string {
  return foldWord(name.toLowerCase().replaceAll('’', "'"))
    .replace(/^the /, '')
    .replace(/,? d\.c\.?$/, ' dc');
}
