const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/**
 * A date as people read it, taken as it is written: a time zone never moves it to another day. What is not an ISO 8601 date
 * is shown as it is.
 *
 * @example
 * showDate('2026-11-18T23:30:00+02:00'); // '18 Nov 2026'
 */
export function showDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/.exec(date);
  const month = parts && MONTHS[Number(parts[2]) - 1];
  if (!parts || !month) return date;
  return [parts[3] && String(Number(parts[3])), month, parts[1]].filter(Boolean).join(' ');
}

/**
 * A date with the time of day and zone that the outlet gave, where it gave one.
 *
 * @example
 * showMoment('2026-11-18T23:30:00+02:00'); // '18 Nov 2026, 23:30 (UTC+02:00)'
 */
export function showMoment(date: string): string {
  const time = /T(\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(date);
  if (!time) return showDate(date);
  const zone = time[2] === undefined ? '' : ` (UTC${time[2] === 'Z' ? '' : time[2]})`;
  return `${showDate(date)}, ${time[1]}${zone}`;
}
