/**
 * Which times of a text tell when something happened, or is to happen: not those at which something was said, not the line that says when
 * the article was written, not the ends of an interval beside the interval. The timeline, the view of it and every export of times ask
 * here, so that they agree. Cost: linear in the moments.
 */
import type { Extent, Moment } from '../reading/reading.ts';
import type { Block, BlockKind } from '../text/document.ts';

/** A moment, as far as it is looked at. */
export interface TimeInText extends Pick<Moment, 'id' | 'edtf' | 'start' | 'end'> {
  readonly basis: string;
  readonly timex: Pick<NonNullable<Moment['timex']>, 'type'> | null;
}

const HEADS: ReadonlySet<BlockKind> = new Set(['byline', 'dateline', 'credit']);

/**
 * Those of the moments that tell when something happened, in order of the text; also those without a date.
 *
 * @param moments in order of the text, but for those that people added
 * @param sayings ids of the moments that tell when something was said
 * @example
 * toldMoments(reading, reading.moments, new Set()).map(({ text }) => text); // ['Monday']
 */
export function toldMoments<Time extends TimeInText>(
  article: { readonly text: string; readonly blocks: readonly Block[] },
  moments: readonly Time[],
  sayings: ReadonlySet<string | null | undefined>,
): Time[] {
  const told: Time[] = [];
  let intervalEnd = -1;
  let clockEnd = -1;
  for (const moment of [...moments].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const { id, edtf, basis, timex, start, end } = moment;
    if (timex === null && edtf !== null) intervalEnd = Math.max(intervalEnd, end);
    else if (timex === null || end <= intervalEnd) continue;
    // A length is a time only where it is counted from an event.
    if (timex?.type === 'SET' || (timex?.type === 'DURATION' && basis !== 'relative:event')) continue;
    // "at 9:52 p.m. on April 13" is one time: the day stands in that of the clock.
    const isOfClock = clockEnd >= 0 && article.text.slice(clockEnd, start) === ' on ';
    if (timex?.type === 'TIME') clockEnd = end;
    if (!isOfClock && !sayings.has(id) && !isInHead(article, moment)) told.push(moment);
  }
  return told;
}

/** The line that says when the article was written tells of nothing that happened; nor does "PELGARD, April 14 (Agency) —" before its first words. */
function isInHead(
  { blocks, text }: { readonly text: string; readonly blocks: readonly Block[] },
  { start, end }: Extent,
): boolean {
  return blocks.some((block) => {
    if (block.start > start || end > block.end) return false;
    if (HEADS.has(block.kind)) return true;
    if (start - block.start > LONGEST_DATELINE) return false;
    return PLACE_LINE.test(text.slice(block.start, start)) && LINE_END.test(text.slice(end, end + LONGEST_DATELINE));
  });
}

/** Units of a dateline on either side of its date. */
const LONGEST_DATELINE = 60;
const PLACE_LINE = /^\p{Lu}[\p{Lu} .'’-]+[,(]/u;
const LINE_END = /^,?\s*(?:\([^)]*\))?\s*[—–-]\s/u;
