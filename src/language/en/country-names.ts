/**
 * Countries and unions under the several names that newspapers give them, the plainest first; words in lower case as the
 * tokenizer cuts them, without full stops. Only names that no rule finds: "UN" is made of the initials of "United Nations".
 */
const ROWS: readonly string[] = [
  'united states | us | usa | united states of america | america',
  'united kingdom | uk | britain | great britain',
  'european union | eu',
  'united nations | un',
  'soviet union | ussr',
  'united arab emirates | uae',
  'russia | russian federation',
  "china | people 's republic of china | prc",
  'north korea | dprk',
  'netherlands | holland',
];

/** The plainest of a country's names, by each of them. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row) => {
    const names = row.split(' | ');
    return names.map((name) => [name, names[0]] as const);
  }),
);
