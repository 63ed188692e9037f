/** An EDTF date (ISO 8601-2, as the moments of a reading have it) for people: "about 17 Nov 2026", "1 to 10 Nov 2026". */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SEASONS: Readonly<Record<string, string>> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };
const QUARTERS: Readonly<Record<string, string>> = {
  33: '1st quarter',
  34: '2nd quarter',
  35: '3rd quarter',
  36: '4th quarter',
};

/**
 * The date in words; what has no words is given as it is.
 *
 * @example
 * showEdtf('2026-11-17~'); // 'about 17 Nov 2026'
 * showEdtf('2026-03/..'); // 'since Mar 2026'
 */
export function showEdtf(edtf: string): string {
  const [from, to] = edtf.split('/');
  if (to === undefined) return showDate(from);
  if (to === '..' || to === '') return `since ${showDate(from)}`;
  if (from === '..' || from === '') return `until ${showDate(to)}`;
  return `${showDate(from)} to ${showDate(to)}`;
}

function showDate(date: string): string {
  const match = /^([?~%])?(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})\S*)?)?)?([?~%])?$/.exec(date);
  if (!match) return date;
  const [, before, year, month, day, time, after] = match;
  const words = [
    ...(day ? [String(Number(day))] : []),
    ...(month ? [MONTHS[Number(month) - 1] ?? SEASONS[month] ?? QUARTERS[month] ?? month] : []),
    String(Number(year)),
  ].join(' ');
  const sign = after ?? before;
  const about = sign === '~' || sign === '%' ? 'about ' : '';
  const doubt = sign === '?' || sign === '%' ? ' (uncertain)' : '';
  return `${about}${words}${time ? `, ${time}` : ''}${doubt}`;
}
