/** Tells outlets by their names: the lists of `outlets.ts`, and the name of the outlet that published the article. */
import { foldWord } from '../../language/names/features.ts';
import { KNOWN_OUTLETS, OUTLET_WORDS, PRESS_WORDS, WEAK_OUTLET_WORDS } from './outlets.ts';

/**
 * Whether a body's name is that of an outlet.
 *
 * @example
 * isOutletName('Pelgard Tribune'); // true
 */
export function isOutletName(name: string): boolean {
  const folded = foldOutlet(name);
  if (KNOWN_OUTLETS.has(folded)) return true;
  const words = folded.split(/[\s-]+/);
  const last = words[words.length - 1];
  if (words.length < 2 || !OUTLET_WORDS.has(last)) return words.length === 1 && /^\p{L}+(?:tv|news)$/u.test(folded);
  return !WEAK_OUTLET_WORDS.has(last) || words.slice(0, -1).some((word) => PRESS_WORDS.has(word));
}

/**
 * Whether a name is that of the outlet given, whole or in short: "the Courier" in The Sarnova Courier.
 *
 * @example
 * isNameOf('the Courier', 'The Sarnova Courier'); // true
 */
export function isNameOf(name: string, outlet: string): boolean {
  const short = foldOutlet(name);
  const whole = foldOutlet(outlet);
  return short === whole || (short.length > 2 && (whole.endsWith(` ${short}`) || whole.startsWith(`${short} `)));
}

function foldOutlet(name: string): string {
  return foldWord(name.toLowerCase().replaceAll('’', "'")).replace(/^the /, '');
}
