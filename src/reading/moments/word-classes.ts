/**
 * What a word form may be in a time expression, looked up once a form: a set of classes, and the numbers that go with them
 * (which month, how many, which year). The recognisers read these columns and no text, so that a token that has nothing to
 * do with time costs one array read.
 *
 * Capitals count where a name of the calendar is also another word: "May", "March", "Sat".
 */
import { LexemeColumns } from '../../language/lexicon/lexeme-columns.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import {
  CARDINALS,
  DAY_PARTS,
  DAY_WORDS,
  DECADES,
  FREQUENCIES,
  HOLIDAYS,
  MONTHS,
  NAMED_HOURS,
  ORDINALS,
  QUANTITIES,
  REFERENCES,
  RELATIONS,
  SEASONS,
  UNITS,
  WEEKDAYS,
  ZONES,
} from './time-words.ts';

const flag = (bit: number): number => 1 << bit;
export const MONTH: number = flag(0);
export const WEEKDAY: number = flag(1);
export const SEASON: number = flag(2);
export const DAY_PART: number = flag(3);
export const UNIT: number = flag(4);
export const CARDINAL: number = flag(5);
export const ORDINAL: number = flag(6);
/** A number in digits, with or without separators. */
export const DIGITS: number = flag(7);
/** Four digits that may be a year, or two after an apostrophe. */
export const YEAR: number = flag(8);
/** "1990s", "'80s", "mid-1990s", "nineties". */
export const DECADE: number = flag(9);
/** Digits and other marks: dates, times, ranges. */
export const FIGURES: number = flag(10);
export const RELATION: number = flag(11);
export const QUANTITY: number = flag(12);
export const DAY_WORD: number = flag(13);
export const REFERENCE: number = flag(14);
export const FREQUENCY: number = flag(15);
export const NAMED_HOUR: number = flag(16);
export const MERIDIEM: number = flag(17);
export const ZONE: number = flag(18);
export const HOLIDAY: number = flag(19);
/** the, a, an, each, every, per. */
export const DETERMINER: number = flag(20);
/** "Q3", "4Q", "FY25", "H1". */
export const FISCAL: number = flag(22);
/** A plural, of a unit or of a weekday. */
export const PLURAL: number = flag(23);
/** Other words that begin an expression: "early", "mid-November" has its own, "overnight", "fiscal", "half" … */
export const OPENER: number = flag(24);
/** Goes on with an expression after an article, and begins none: "time", "near". */
export const FOLLOWER: number = flag(25);

/** Columns of a form. */
export const CLASS = 0;
/** Cardinal, ordinal, or number in digits; a decade's first year. */
export const NUMBER = 1;
/** Month 1 … 12, weekday 1 … 7, season 0 … 3, index into DAY_PART_SIGNS, hour of a named hour. */
export const NAME = 2;
/** Index into UNIT_NAMES. */
export const UNIT_OF = 3;
const COLUMNS = 4;

export const UNIT_NAMES: readonly string[] = Object.keys(UNITS);
export const DAY_PART_SIGNS: readonly string[] = Object.keys(DAY_PARTS);

/** The years that a number alone may stand for; others need a word beside them. */
export const FIRST_YEAR = 1100;
export const LAST_YEAR = 2099;

/** Words that go on with an expression after an article, and begin none. */
const FOLLOWERS = new Set([
  ...[
    'time',
    'moment',
    'near',
    'short',
    'long',
    'foreseeable',
    'distant',
    'not-too-distant',
    'future',
    'past',
    'present',
    'good',
  ],
  ...[
    'further',
    'number',
    'whole',
    'solid',
    'straight',
    'single',
    'other',
    'beginning',
    'opening',
    'final',
    'closing',
    'tax',
  ],
]);
const OPENERS = new Set([
  ...['overnight', 'fiscal', 'half', 'another', 'early', 'late', 'mid', 'twice', 'thrice', 'once', 'whole', 'entire'],
  ...['full', 'additional', 'extra', 'anniversary', 'academic', 'school', 'financial', 'calendar', 'o', "o'clock"],
  ...[
    'all',
    'right',
    'quarter',
    'ad',
    'a.d.',
    'ce',
    'these',
    'those',
    'any',
    'year',
    'no',
    'at',
    'as',
    'nineteen',
    'eighteen',
    'century',
    'christmas',
  ],
]);
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'each',
  'every',
  'per',
  'this',
  'that',
  'these',
  'those',
  'its',
  'their',
]);
const CAPITALS_ONLY = new Set([
  'march',
  'may',
  'jan',
  'mar',
  'jun',
  'jul',
  'dec',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
  'august',
]);

interface Named {
  readonly kind: number;
  readonly name: number;
}

const named = new Map<string, Named[]>();
const addNamed = (words: string, kind: number, name: number): void => {
  for (const word of words.split(' ')) {
    if (word === '') continue;
    const list = named.get(word);
    if (list) list.push({ kind, name });
    else named.set(word, [{ kind, name }]);
  }
};
for (const [i, words] of MONTHS.entries()) addNamed(words, MONTH, i + 1);
for (const [i, words] of WEEKDAYS.entries()) addNamed(words, WEEKDAY, i + 1);
for (const [i, words] of SEASONS.entries()) addNamed(words, SEASON, i);
for (const [i, sign] of DAY_PART_SIGNS.entries()) addNamed(DAY_PARTS[sign], DAY_PART, i);
for (const [word, hour] of Object.entries(NAMED_HOURS)) addNamed(word, NAMED_HOUR, hour);
const units = new Map<string, number>();
for (const [i, unit] of UNIT_NAMES.entries()) for (const word of UNITS[unit].split(' ')) units.set(word, i);
const holidayStarts = new Set(Object.keys(HOLIDAYS).map((name) => name.split(' ')[0]));
const quantities = new Set(QUANTITIES);

/**
 * The columns of all forms of a lexicon: COLUMNS numbers a form, the class first.
 *
 * @example
 * const rows = wordClasses(lexicon).all();
 * (rows[lexicon.intern('Friday') * 4] & WEEKDAY) !== 0; // where `intern` came before `all`
 */
export function wordClasses(lexicon: Lexicon): LexemeColumns {
  return new LexemeColumns(lexicon, COLUMNS, (lexeme, rows, at) => {
    const form = lexicon.forms[lexeme];
    const lower = lexicon.lowers[lexeme];
    rows.fill(0, at, at + COLUMNS);
    if (/\d/.test(lower)) describeFigures(lower, form, rows, at);
    else describeWord(lower, form, rows, at);
  });
}

function describeWord(lower: string, form: string, rows: Int32Array, at: number): void {
  let kind = 0;
  const isCapital = form !== form.toLowerCase();
  const core = lower.startsWith('mid-') ? lower.slice(4) : lower;
  for (const { kind: as, name } of named.get(core) ?? named.get(lower) ?? []) {
    if (CAPITALS_ONLY.has(core) && !isCapital) continue;
    if (as === MONTH && core === 'august' && !isCapital) continue;
    kind |= as;
    rows[at + NAME] = name;
    if (as === WEEKDAY && core.endsWith('days')) kind |= PLURAL;
    if (as === DAY_PART && core.endsWith('s') && core !== 'dusk') kind |= PLURAL;
  }
  const unit = units.get(lower);
  if (unit !== undefined) {
    kind |= UNIT;
    rows[at + UNIT_OF] = unit;
    if (lower.endsWith('s') || lower === 'centuries' || lower === 'millennia') kind |= PLURAL;
  }
  if (lower in CARDINALS) {
    kind |= CARDINAL;
    rows[at + NUMBER] = CARDINALS[lower];
  } else if (lower in ORDINALS) {
    kind |= ORDINAL;
    rows[at + NUMBER] = ORDINALS[lower];
  }
  const decade = lower.startsWith('mid-') ? lower.slice(4) : lower;
  if (decade in DECADES) {
    kind |= DECADE;
    rows[at + NUMBER] = 1900 + DECADES[decade];
  }
  if (quantities.has(lower)) kind |= QUANTITY;
  if (lower in RELATIONS) kind |= RELATION;
  if (lower in DAY_WORDS) kind |= DAY_WORD;
  if (lower in REFERENCES) kind |= REFERENCE;
  if (lower in FREQUENCIES) kind |= FREQUENCY;
  if (/^[ap]\.?m\.?$/.test(lower)) kind |= MERIDIEM;
  if (form.toUpperCase() === form && form.replaceAll('.', '') in ZONES && form.length > 1) kind |= ZONE;
  if (holidayStarts.has(lower) && isCapital) kind |= HOLIDAY;
  if (DETERMINERS.has(lower)) kind |= DETERMINER;
  if (OPENERS.has(lower)) kind |= OPENER;
  if (FOLLOWERS.has(lower)) kind |= FOLLOWER;
  rows[at + CLASS] = kind;
}

function describeFigures(lower: string, form: string, rows: Int32Array, at: number): void {
  let kind = 0;
  let match: RegExpExecArray | null;
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/.test(lower)) {
    const number = Number(lower.replaceAll(',', ''));
    kind |= DIGITS;
    rows[at + NUMBER] = number;
    if (/^\d{4}$/.test(lower) && number >= FIRST_YEAR && number <= LAST_YEAR) kind |= YEAR;
    else if (/^\d{1,4}$/.test(lower)) kind |= FIGURES;
  } else if ((match = /^(?:mid-)?'(\d\d)$/.exec(lower))) {
    kind |= YEAR | FIGURES;
    rows[at + NUMBER] = Number(match[1]);
  } else if ((match = /^(?:mid|pre|post)-'?(\d{4})$/.exec(lower))) {
    if (Number(match[1]) >= FIRST_YEAR && Number(match[1]) <= LAST_YEAR) kind |= YEAR | FIGURES;
    rows[at + NUMBER] = Number(match[1]);
  } else if ((match = /^(?:mid-)?(\d{3}0)'?s$/.exec(lower))) {
    kind |= DECADE;
    rows[at + NUMBER] = Number(match[1]);
  } else if ((match = /^(?:mid-)?'?(\d0)'?s$/.exec(lower))) {
    kind |= DECADE;
    rows[at + NUMBER] = Number(match[1]);
  } else if ((match = /^(?:mid-)?(\d{1,4})(?:st|nd|rd|th)$/.exec(lower))) {
    kind |= ORDINAL;
    rows[at + NUMBER] = Number(match[1]);
  } else if (/^(?:[1-4]q(?:\d\d)?|q[1-4]|[12]h(?:\d\d)?|h[12]|fy'?\d\d(?:\d\d)?|fy)$/.test(lower) && form !== lower) {
    kind |= FISCAL;
  } else if (/^\d+(?:\.\d+)?$|^\d+\/\d+$|^[\d.:/-]+(?:t[\d:.]+(?:z|[+-][\d:]+)?)?$/.test(lower)) {
    kind |= FIGURES;
  }
  rows[at + CLASS] = kind;
}
