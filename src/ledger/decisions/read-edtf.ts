/** Dates that people set: EDTF (ISO 8601-2, level 2), by edtf.js. */
import edtf from 'edtf';
import { HearsayError } from '../../text/errors.ts';

/** The length of "2026-11-26" in an instant. */
const DAY_LENGTH = 10;

/**
 * First and last day of an EDTF string, or the time of day where it has one; null where that end is open or unknown.
 *
 * @throws HearsayError E_INPUT where it is no EDTF, or is of a year that has not four digits.
 * @example
 * readEdtf('2026-04'); // { earliest: '2026-04-01', latest: '2026-04-30' }
 */
export function readEdtf(text: string): { readonly earliest: string | null; readonly latest: string | null } {
  if (/T\d/.test(text) && !text.includes('/')) {
    check(text);
    return { earliest: text, latest: text };
  }
  const { min, max } = check(text);
  return { earliest: dayOf(min), latest: dayOf(max) };
}

function check(text: string): { readonly min: number | null; readonly max: number | null } {
  const refuse = (cause?: unknown) =>
    new HearsayError(
      'E_INPUT',
      `"${text}" is no date in EDTF: give one such as 2026-04-14, 2026-04, 2026-04-14~ (about), 2026-04-01/2026-04-10 or 2026-03/...`,
      { cause },
    );
  try {
    const date = edtf(text);
    for (const end of [date.min, date.max]) {
      if (end !== null && Number.isFinite(end) && /^\d{4}-/.test(new Date(end).toISOString())) continue;
      if (end === null || Math.abs(end) === Number.POSITIVE_INFINITY) continue;
      throw refuse();
    }
    return date;
  } catch (cause) {
    throw cause instanceof HearsayError ? cause : refuse(cause);
  }
}

function dayOf(ms: number | null): string | null {
  return ms === null || !Number.isFinite(ms) ? null : new Date(ms).toISOString().slice(0, DAY_LENGTH);
}
