/**
 * What the article puts forward, for people, a claim a line: whose words it is in, the words of its slots as they stand, and what the
 * words alone do not show. Those with figures are shown, since accounts are compared by them; all where that is asked for.
 *
 *   statement 2   At least 12 people killed                            ¶1
 *   outlet        Two gates opened · planned · when: Monday            ¶3
 */
import type { Claim } from '../../reading/claims/claim.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Span } from '../../text/document.ts';
import { displayWidth } from './display-width.ts';
import type { View } from './show-reading.ts';
import { wrapText } from './wrap-text.ts';

/** Claims that are shown where not all are asked for. */
const CLAIMS_SHOWN = 10;
/** Units between two slots that are shown as they stand. */
const LONGEST_GAP = 24;
const INDENT = '  ';
const OWNER_COLUMNS = 14;

/**
 * The claims, without a newline at the end; empty where there are none to show.
 *
 * @param numbers of the statements by id, as they are shown
 * @param placeOf tells where an offset stands: see `placesIn`
 * @example
 * showClaims(reading, numbers, placesIn(reading.blocks), { columns: 80, paint: painter(false) });
 */
export function showClaims(
  reading: Reading,
  numbers: ReadonlyMap<string, number>,
  placeOf: (offset: number) => string,
  view: View,
): string {
  const { claims } = reading;
  const wanted = view.claims ? claims : claims.filter(hasFigure);
  const shown = view.claims ? wanted : wanted.slice(0, CLAIMS_SHOWN);
  if (shown.length === 0) return '';
  const title = view.claims
    ? `Claims (${claims.length})`
    : `Claims with figures (${shown.length} of ${claims.length} claims; see --claims)`;
  const times = new Map(reading.moments.map(({ id, text }) => [id, text]));
  const places = new Map(reading.places.map(({ id, text }) => [id, text]));
  return [
    ...wrapText(title, view.columns).map((line) => view.paint(line, 'bold')),
    ...shown.flatMap((claim) => {
      const number = numbers.get(claim.in);
      const owner = number === undefined ? 'outlet' : `statement ${number}`;
      const when = claim.when === null ? undefined : times.get(claim.when);
      const where = claim.where === null ? undefined : places.get(claim.where);
      const words = [wordsOf(claim, reading.text), ...marksOf(claim, when, where)].join(' · ');
      return showLine(owner, words, placeOf(claim.predicate.spans[0][0]), view);
    }),
  ].join('\n');
}

/** Whether a number other than none stands in the words of its slots. */
function hasFigure({ subject, object, arguments: others, quantities }: Claim): boolean {
  const spans = [subject, object, ...others].flatMap((slot) => slot?.spans ?? []);
  return quantities.some(
    ({ value, span: [start, end] }) => value !== 0 && spans.some(([from, to]) => from <= start && end <= to),
  );
}

/** The words of all slots in the order of the text, without those that stand in another slot. */
function wordsOf({ subject, predicate, object, arguments: others }: Claim, text: string): string {
  const spans: Span[] = [subject, predicate, object, ...others].flatMap((slot) => slot?.spans ?? []);
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const outer = spans.filter(([start, end], n) => !spans.some(([s, e], m) => m < n && s <= start && end <= e));
  let words = '';
  let at = -1;
  for (const [start, end] of outer) {
    // Few words between ("were", "by the") read better than a gap.
    const isNear = at >= 0 && start - at <= LONGEST_GAP;
    words += at < 0 ? '' : isNear ? text.slice(at, start) : ' … ';
    words += text.slice(start, end);
    at = end;
  }
  return words.replace(/\s+/gu, ' ');
}

function marksOf({ polarity, denied, modality }: Claim, when: string | undefined, where: string | undefined): string[] {
  return [
    ...(polarity === 'denied' ? ['not so'] : []),
    ...(denied ? ['denied by the source'] : []),
    ...(modality === 'happened' ? [] : [modality]),
    ...(when === undefined ? [] : [`when: ${when}`]),
    ...(where === undefined ? [] : [`where: ${where}`]),
  ];
}

function showLine(owner: string, words: string, place: string, { columns, paint }: View): string[] {
  const width = columns - INDENT.length - OWNER_COLUMNS - 1 - displayWidth(place);
  const [line = '', ...rest] = wrapText(words, Math.max(10, width));
  const right = place === '' ? '' : ' '.repeat(Math.max(1, width - displayWidth(line) + 1)) + paint(place, 'dim');
  return [
    `${INDENT}${paint(owner.padEnd(OWNER_COLUMNS), owner === 'outlet' ? 'yellow' : 'cyan')}${line}${right}`,
    ...rest.map((more) => ' '.repeat(INDENT.length + OWNER_COLUMNS) + more),
  ];
}
