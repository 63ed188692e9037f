/**
 * Prefixes after which a hyphen does not end an English word ("non-profit" is one word, "well-known" is three).
 * The list follows the practice of the UD English treebanks (the affixes of the Penn Treebank guidelines for hyphenated
 * words), and was completed from the forms that the training parts of EWT and GUM leave whole. Lower case.
 */
export const HYPHEN_PREFIXES: readonly string[] = [
  ...['anti', 'ante', 'bi', 'bio', 'co', 'contra', 'counter', 'cross', 'cyber', 'de', 'e', 'eco', 'em', 'ex', 'extra'],
  ...['hyper', 'infra', 'inter', 'intra', 'macro', 'mega', 'meta', 'micro', 'mid', 'mini', 'mono', 'multi', 'neo'],
  ...[
    'neuro',
    'non',
    'over',
    'pan',
    'para',
    'peri',
    'poly',
    'post',
    'pre',
    'pro',
    'proto',
    'pseudo',
    'psycho',
    'quasi',
  ],
  ...[
    're',
    'semi',
    'socio',
    'sub',
    'super',
    'supra',
    'tele',
    'trans',
    'tri',
    'u',
    'ultra',
    'un',
    'under',
    'uni',
    'vice',
  ],
  ...['uh', 'oh', 'mm', 'hm', 'whoo', 'where'],
];
