/**
 * What the outlet says in its own voice, for people: assertions, the most worth checking first, and loaded words, each with a
 * plainer one.
 *
 *   0.86  The cable was last replaced in 2007.                        ¶4
 *         also in statement 3
 */
import type { Assertion, Reading, Wording } from '../../reading/reading.ts';
import { displayWidth } from './display-width.ts';
import type { View } from './show-reading.ts';
import { wrapText } from './wrap-text.ts';

/** Assertions and loaded words that are shown. */
const ASSERTIONS_SHOWN = 6;
const WORDS_SHOWN = 12;
const INDENT = '  ';
/** Indent, a score such as 0.86, two spaces. */
const GUTTER_COLUMNS = INDENT.length + 4 + 2;

/**
 * The assertions, without a newline at the end; empty where there are none.
 *
 * @param numbers of the statements by id, as they are shown
 * @param placeOf tells where an offset stands: see `placesIn`
 * @example
 * showAssertions(reading, numbers, placesIn(reading.blocks), { columns: 80, paint: painter(false) });
 */
export function showAssertions(
  { text, assertions }: Reading,
  numbers: ReadonlyMap<string, number>,
  placeOf: (offset: number) => string,
  view: View,
): string {
  if (assertions.length === 0) return '';
  const ranked = [...assertions].sort((a, b) => b.check - a.check || a.start - b.start);
  return [
    ...wrapText(`In the outlet’s own voice (${assertions.length}), most worth checking first`, view.columns).map(
      (line) => view.paint(line, 'bold'),
    ),
    ...ranked.slice(0, ASSERTIONS_SHOWN).flatMap((assertion) => showAssertion(text, assertion, numbers, placeOf, view)),
    ...rest(ranked.length - ASSERTIONS_SHOWN, view),
  ].join('\n');
}

/**
 * The loaded words, in the order of the text, each once; empty where there are none.
 *
 * @example
 * showWording(reading, placesIn(reading.blocks), { columns: 80, paint: painter(false) });
 */
export function showWording({ wording }: Reading, placeOf: (offset: number) => string, view: View): string {
  if (wording.length === 0) return '';
  const words = new Map<string, { first: Wording; places: Set<string> }>();
  for (const word of wording) {
    const key = word.text.toLowerCase();
    const known = words.get(key);
    if (known) known.places.add(placeOf(word.start));
    else words.set(key, { first: word, places: new Set([placeOf(word.start)]) });
  }
  const shown = [...words.values()].slice(0, WORDS_SHOWN);
  return [
    view.paint('Loaded words, and a plainer one', 'bold'),
    ...shown.flatMap(({ first, places }) => {
      const reason = first.reason === '' ? '' : `: ${first.reason}`;
      const line = `${first.text} → ${first.plainer}${reason} (${[...places].join(', ')})`;
      return wrapText(line, view.columns - INDENT.length).map((part) => INDENT + part);
    }),
    ...rest(words.size - WORDS_SHOWN, view),
  ].join('\n');
}

function showAssertion(
  text: string,
  { start, end, check, hedges, sourced }: Assertion,
  numbers: ReadonlyMap<string, number>,
  placeOf: (offset: number) => string,
  { columns, paint }: View,
): string[] {
  const place = placeOf(start);
  const width = columns - GUTTER_COLUMNS - displayWidth(place) - 1;
  const statement = sourced === null ? undefined : numbers.get(sourced);
  const notes = [
    ...(hedges.length > 0 ? [`hedged: ${hedges.map((span) => text.slice(...span)).join(', ')}`] : []),
    ...(statement === undefined ? [] : [`also in statement ${statement}`]),
  ].join(' · ');
  const words = wrapText(text.slice(start, end), width);
  return [
    ...words.map((line, position) => {
      const score = position === 0 ? paint(check.toFixed(2), 'dim') : ' '.repeat(4);
      const right = position === 0 ? ' '.repeat(width - displayWidth(line) + 1) + paint(place, 'dim') : '';
      return `${INDENT}${score}  ${line}${right}`.trimEnd();
    }),
    ...(notes === '' ? [] : wrapText(notes, width).map((line) => ' '.repeat(GUTTER_COLUMNS) + paint(line, 'dim'))),
  ];
}

function rest(number: number, { paint }: View): string[] {
  return number > 0 ? [paint(`${INDENT}and ${number} more: see --json`, 'dim')] : [];
}
