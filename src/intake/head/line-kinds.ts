/**
 * What a short line at the head or the foot of an article is: byline, dateline, date, credit. Shared by plain text and HTML.
 */
import type { BlockKind } from '../../text/document.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH})\\.?,?\\s+(\\d{4})\\b`, 'i');
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const ISO_DAY = /\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/;

/** What may stand beside a date in a line that is nothing but a date. */
const DATE_FILLER =
  /\b(?:published|posted|updated|last|modified|on|at|first|date|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|[ap]\.?m\.?|gmt|utc|[ecmp][sd]?t|cet|cest|bst|ist|minutes?|hours?|ago|min|read|local time)\b|[\d:.,|/()•·–—+-]+/gi;

const BYLINE = /^(?:by|words by|written by|reported by|text by|story by)[:\s]\s*\p{L}[^!?;]{1,110}$/iu;
const REPORTING =
  /^\(?\s*(?:additional )?(?:reporting|writing|editing|compiled|edited) (?:and \w+ )?by\b.{2,400}$|^\(?(?:with )?(?:additional |other )?(?:reporting|inputs?|material|files) (?:by|from)\b.{2,200}$/i;
const COPYRIGHT = /^(?:©|\(c\) |copyright\b).{0,250}$/i;
const PLACE_LINE =
  /^\p{Lu}[\p{Lu}\s.'’-]{1,40}(?:,\s[\p{L}.'’ -]{2,40})?(?:,\s[\p{L}.]{3,12}\s\d{1,2})?(?:\s\([\p{L}\d .&'’/-]{2,40}\))?\s*[-–—]*$/u;
const AGENCY_DATELINE =
  /^(?:\p{Lu}[\p{L}\s.'’,/\d-]{1,70}?\s?[-–—]?\s?)?\((\p{Lu}[\p{L}\d .&'’-]{1,40}?)\)\s?[-–—]+\s/u;

/**
 * What a short line is; null where it is none of these.
 *
 * @example
 * lineKind('By Ann Example'); // 'byline'
 * lineKind('PORT MARLO (Northwire) -'); // 'dateline'
 */
export function lineKind(line: string): Extract<BlockKind, 'byline' | 'dateline' | 'credit'> | null {
  if (line.length > 420) return null;
  if (REPORTING.test(line) || COPYRIGHT.test(line)) return 'credit';
  if (line.length > 120) return null;
  if (BYLINE.test(line) && (isoDate(line) !== null || !/[.]["”]?$/.test(line.replace(/\b\p{Lu}\.$/u, ''))))
    return 'byline';
  if (isDateLine(line)) return 'dateline';
  // A heading in capitals looks like a place: only the dash or the agency that a dateline ends in tells them apart.
  if (PLACE_LINE.test(line) && /[-–—)]$/.test(line)) return 'dateline';
  return null;
}

/**
 * Whether a line says who reported, wrote or edited the article.
 *
 * @example
 * isReportingCredit('(Reporting by Ann Example; Editing by Ben Sample)'); // true
 */
export function isReportingCredit(line: string): boolean {
  return REPORTING.test(line.slice(0, 420));
}

const NAMES_ONLY =
  /^(?=(?:.*?\p{Lu}){2})(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|of|the|de|van|von|al|bin|staff|reporters?|correspondent)(?:,? (?:\p{Lu}[\p{L}\p{M}.'’-]*|and|&|of|the|de|van|von|al|bin|in|for|staff|reporters?|correspondent)){1,9}$/u;

/**
 * Whether a line under a headline is nothing but names: a byline without "By".
 *
 * @example
 * isNameLine('Ines Korv and Tor Wael'); // true
 */
export function isNameLine(line: string): boolean {
  return line.length <= 80 && NAMES_ONLY.test(line) && /\p{Ll}/u.test(line);
}

/**
 * Whether a line is an agency's slug, the keyword that files a report: "PORT-FERRY/ (UPDATE 2)".
 *
 * @example
 * isSlug('PORT-FERRY/ (UPDATE 2)'); // true
 */
export function isSlug(line: string): boolean {
  return line.length <= 60 && /^[\p{Lu}\d][\p{Lu}\d-]*\/[\p{Lu}\d/ ()-]*$/u.test(line);
}

/**
 * Whether a line says when, and nothing else.
 *
 * @example
 * isDateLine('Published: 18 November 2026, 10:15 GMT'); // true
 */
export function isDateLine(line: string): boolean {
  if (line.length > 120 || isoDate(line) === null) return false;
  const rest = line
    .replace(ISO_DAY, ' ')
    .replace(DAY_FIRST, ' ')
    .replace(MONTH_FIRST, ' ')
    .replace(DAY_FIRST, ' ')
    .replace(MONTH_FIRST, ' ');
  return rest.replace(DATE_FILLER, ' ').trim().length <= 3;
}

/**
 * The agency that a paragraph's dateline names: "PORT MARLO, Osmia (Northwire) - The ferry …" names Northwire.
 *
 * @example
 * datelineAgency('(Northwire) - The ferry sank.'); // 'Northwire'
 */
export function datelineAgency(paragraph: string): string | null {
  return AGENCY_DATELINE.exec(paragraph.slice(0, 160))?.[1] ?? null;
}

/**
 * The first date that a text names in full, in ISO 8601, with the time where it is ISO already; null where there is none.
 *
 * @example
 * isoDate('Posted on Nov. 18, 2026'); // '2026-11-18'
 */
export function isoDate(text: string): string | null {
  const iso = ISO_DAY.exec(text);
  if (iso) {
    const zone = iso[5] === undefined ? '' : /^(?:UTC|GMT)$/.test(iso[5]) ? 'Z' : iso[5];
    return valid(iso[1], iso[2], iso[3]) && `${iso[1]}-${iso[2]}-${iso[3]}${iso[4] ? `T${iso[4]}${zone}` : ''}`;
  }
  const day = DAY_FIRST.exec(text);
  if (day) return fromWords(day[3], day[2], day[1]);
  const month = MONTH_FIRST.exec(text);
  return month && fromWords(month[3], month[1], month[2]);
}

function fromWords(year: string, name: string, day: string): string | null {
  const month = String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
  return valid(year, month, day.padStart(2, '0')) && `${year}-${month}-${day.padStart(2, '0')}`;
}

function valid(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || y < 1600) return null;
  return d <= new Date(Date.UTC(y, m, 0)).getUTCDate() ? year : null;
}
