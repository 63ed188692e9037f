/**
 * Finds words again in another text, by the words themselves and what stands around them, as a TextQuoteSelector of the W3C Web
 * Annotation Data Model means it (https://www.w3.org/TR/annotation-model/#text-quote-selector): where several places fit alike, none is
 * meant. Cost: a search of the text for the words, and a look around each place where they stand.
 */
import type { Span } from '../../text/document.ts';
import type { Anchor } from '../decisions.ts';

/** UTF-16 units of what stood around the words that are enough where something beside them was changed: two or three words. */
const LEAST_AROUND = 12;
/** Words as long as this are known by themselves where they stand only once. */
const LONG = 32;

/**
 * Where the words of an anchor stand in a text; null where they do not, or where it is not plain which place is meant.
 *
 * @example
 * findQuote('She said: he left.', { exact: ['left'], prefix: 'Today he ', suffix: '.', … }); // [[13, 17]]
 */
export function findQuote(text: string, { spans, exact, prefix, suffix }: Omit<Anchor, 'role'>): Span[] | null {
  const [first, ...others] = exact;
  const start = findStart(text, first, prefix, suffix);
  if (start === null) return null;
  const found: Span[] = [[start, start + first.length]];
  for (const [at, words] of others.entries()) {
    const [, end] = found[at];
    const asBefore = end + spans[at + 1][0] - spans[at][1];
    const next = text.startsWith(words, asBefore) ? asBefore : onlyPlace(text, words, end);
    if (next === null) return null;
    found.push([next, next + words.length]);
  }
  return found;
}

function findStart(text: string, words: string, prefix: string, suffix: string): number | null {
  const places: { readonly start: number; readonly around: number }[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const before = sharedEnd(text.slice(Math.max(0, start - prefix.length), start), prefix);
    places.push({ start, around: before + sharedStart(text.slice(start + words.length), suffix) });
  }
  const whole = places.filter(({ around }) => around === prefix.length + suffix.length);
  const near = whole.length > 0 ? whole : places.filter(({ around }) => around >= LEAST_AROUND);
  if (near.length > 0) return near.length === 1 ? near[0].start : null;
  return places.length === 1 && words.length >= LONG ? places[0].start : null;
}

/** Where the words stand after a place, if they do once. */
function onlyPlace(text: string, words: string, from: number): number | null {
  const start = text.indexOf(words, from);
  return start >= 0 && text.indexOf(words, start + 1) < 0 ? start : null;
}

function sharedStart(text: string, other: string): number {
  let length = 0;
  while (length < other.length && text[length] === other[length]) length++;
  return length;
}

function sharedEnd(text: string, other: string): number {
  let length = 0;
  while (length < other.length && length < text.length && text.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}
