/**
 * The words of time, in lower case, as the tokeniser cuts them. Our own lists, after the kinds of trigger that the TIMEX3
 * guidelines name (TimeML 1.2.1): names of the calendar, units, numbers, and the adverbs and adjectives that point into time.
 */

/** Months and their abbreviations, in order. */
export const MONTHS: readonly string[] = [
  'january jan jan.',
  'february feb feb.',
  'march mar mar.',
  'april apr apr.',
  'may',
  'june jun jun.',
  'july jul jul.',
  'august aug aug.',
  'september sept sept. sep sep.',
  'october oct oct.',
  'november nov nov.',
  'december dec dec.',
];

/** Days of the week, Monday first. */
export const WEEKDAYS: readonly string[] = [
  'monday mon mon. mondays',
  'tuesday tue tue. tues tues. tuesdays',
  'wednesday wed wed. wednesdays',
  'thursday thu thu. thur thur. thurs thurs. thursdays',
  'friday fri fri. fridays',
  'saturday sat sat. saturdays',
  'sunday sun sun. sundays',
];

/** Seasons from the spring on. */
export const SEASONS: readonly string[] = [
  'spring springtime springs',
  'summer summertime summers',
  'fall autumn falls autumns',
  'winter wintertime winters',
];

/** Parts of the day, by their TIMEX3 sign. */
export const DAY_PARTS: Readonly<Record<string, string>> = {
  MO: 'morning mornings mid-morning midmorning dawn daybreak sunrise',
  AF: 'afternoon afternoons mid-afternoon midafternoon',
  EV: 'evening evenings dusk sunset mid-evening',
  NI: 'night nights nighttime',
  DT: 'daytime',
};

/** Hours that have a name. */
export const NAMED_HOURS: Readonly<Record<string, number>> = { noon: 12, midday: 12, noontime: 12, midnight: 24 };

/** Units of time: singular, plural, abbreviations. */
export const UNITS: Readonly<Record<string, string>> = {
  second: 'second seconds sec secs',
  minute: 'minute minutes min mins',
  hour: 'hour hours hr hrs',
  day: 'day days',
  weekend: 'weekend weekends',
  week: 'week weeks wk wks',
  fortnight: 'fortnight fortnights',
  month: 'month months',
  quarter: 'quarter quarters',
  season: 'season seasons',
  year: 'year years yr yrs',
  decade: 'decade decades',
  century: 'century centuries',
  millennium: 'millennium millennia millenniums',
};

/** Cardinal numbers below a hundred that are one word, and the words of size. */
export const CARDINALS: Readonly<Record<string, number>> = {
  ...{ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11 },
  ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  ...{ hundred: 100, thousand: 1000, million: 1_000_000, dozen: 12 },
};

/** Ordinal numbers that are one word. */
export const ORDINALS: Readonly<Record<string, number>> = {
  ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 },
  ...{ eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17 },
  ...{ eighteenth: 18, nineteenth: 19, twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50 },
};

/** Decades by name, with their last digits. */
export const DECADES: Readonly<Record<string, number>> = {
  ...{ twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90 },
};

/** Amounts that are not counted. */
export const QUANTITIES: readonly string[] = [
  ...[
    'several',
    'few',
    'many',
    'some',
    'couple',
    'various',
    'numerous',
    'countless',
    'dozens',
    'hundreds',
    'thousands',
  ],
];

/** Where a period lies from the time of the article or of what is told: the words, by what they mean. */
export const RELATIONS: Readonly<Record<string, string>> = {
  last: 'last',
  past: 'past',
  next: 'next',
  coming: 'next',
  upcoming: 'next',
  forthcoming: 'next',
  this: 'this',
  current: 'this',
  present: 'this',
  previous: 'previous',
  prior: 'previous',
  preceding: 'previous',
  following: 'following',
  ensuing: 'following',
  succeeding: 'following',
  that: 'that',
  same: 'same',
  latest: 'latest',
  recent: 'recent',
  comparable: 'same',
  corresponding: 'same',
};

/** Days known by where they stand from today, in days. */
export const DAY_WORDS: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1, tonight: 0 };

/** Words that name no time of the calendar but point into the past, the present or the future. */
export const REFERENCES: Readonly<Record<string, 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'>> = {
  ...{ now: 'PRESENT_REF', currently: 'PRESENT_REF', nowadays: 'PRESENT_REF', presently: 'PRESENT_REF' },
  ...{ recently: 'PAST_REF', recent: 'PAST_REF', previously: 'PAST_REF', formerly: 'PAST_REF', once: 'PAST_REF' },
  ...{ lately: 'PAST_REF', soon: 'FUTURE_REF', shortly: 'FUTURE_REF', current: 'PRESENT_REF', future: 'FUTURE_REF' },
  ...{ past: 'PAST_REF', present: 'PRESENT_REF' },
};

/** Adverbs and adjectives of frequency, with the length of their turn in TIMEX3. */
export const FREQUENCIES: Readonly<Record<string, string>> = {
  ...{ hourly: 'PT1H', daily: 'P1D', nightly: 'P1D', weekly: 'P1W', fortnightly: 'P2W', biweekly: 'P2W' },
  ...{ monthly: 'P1M', quarterly: 'P3M', annually: 'P1Y', annual: 'P1Y', yearly: 'P1Y', biannually: 'P6M' },
  ...{ biennially: 'P2Y', biennial: 'P2Y', semiannual: 'P6M', semiannually: 'P6M', bimonthly: 'P2M' },
};

/** Zones of time with their offset from Greenwich in minutes; null where the letters stand for several. */
export const ZONES: Readonly<Record<string, number | null>> = {
  ...{ GMT: 0, UTC: 0, Z: 0, BST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180, EST: -300, EDT: -240 },
  ...{ CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, ET: null, PT: null, CT: null, MT: null },
  ...{ JST: 540, AEST: 600, AEDT: 660, AKST: -540, AKDT: -480, HST: -600, IST: null, WET: 0, WEST: 60, NZST: 720 },
};

/** A day kept each year: a fixed date, the nth weekday of a month (−1 the last), or days from Easter Sunday. */
export type HolidayRule =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly easter: number };

/** Holidays whose date follows from the year alone. "Thanksgiving" is that of the United States, as in most of the world's news. */
export const HOLIDAYS: Readonly<Record<string, HolidayRule>> = {
  "new year 's day": { month: 1, day: 1 },
  "new year 's eve": { month: 12, day: 31 },
  "new year 's": { month: 1, day: 1 },
  "valentine 's day": { month: 2, day: 14 },
  "international women 's day": { month: 3, day: 8 },
  "st. patrick 's day": { month: 3, day: 17 },
  "april fools ' day": { month: 4, day: 1 },
  'may day': { month: 5, day: 1 },
  'independence day': { month: 7, day: 4 },
  'bastille day': { month: 7, day: 14 },
  halloween: { month: 10, day: 31 },
  'veterans day': { month: 11, day: 11 },
  'armistice day': { month: 11, day: 11 },
  'christmas day': { month: 12, day: 25 },
  'christmas eve': { month: 12, day: 24 },
  christmas: { month: 12, day: 25 },
  'boxing day': { month: 12, day: 26 },
  'martin luther king day': { month: 1, weekday: 1, nth: 3 },
  'presidents day': { month: 2, weekday: 1, nth: 3 },
  'memorial day': { month: 5, weekday: 1, nth: -1 },
  'labor day': { month: 9, weekday: 1, nth: 1 },
  'columbus day': { month: 10, weekday: 1, nth: 2 },
  'thanksgiving day': { month: 11, weekday: 4, nth: 4 },
  thanksgiving: { month: 11, weekday: 4, nth: 4 },
  'good friday': { easter: -2 },
  'palm sunday': { easter: -7 },
  'ash wednesday': { easter: -46 },
  'easter sunday': { easter: 0 },
  'easter monday': { easter: 1 },
  easter: { easter: 0 },
};
