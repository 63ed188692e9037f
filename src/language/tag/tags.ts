/**
 * The two tag sets of UD English: universal parts of speech, and those of the Penn Treebank as UD English extends them.
 * The columns `upos` and `xpos` of the tokens hold indexes into these lists; index 0 stands for what nothing is known of.
 */

/** Universal parts of speech (UD v2). */
export const UPOS_TAGS: readonly string[] = [
  ...[
    'X',
    'ADJ',
    'ADP',
    'ADV',
    'AUX',
    'CCONJ',
    'DET',
    'INTJ',
    'NOUN',
    'NUM',
    'PART',
    'PRON',
    'PROPN',
    'PUNCT',
    'SCONJ',
  ],
  ...['SYM', 'VERB'],
];

/** Penn Treebank tags, with those that UD English adds (ADD, AFX, GW, HYPH, NFP). */
export const XPOS_TAGS: readonly string[] = [
  ...['FW', '$', "''", ',', '-LRB-', '-RRB-', '.', ':', 'ADD', 'AFX', 'CC', 'CD', 'DT', 'EX', 'GW', 'HYPH', 'IN', 'JJ'],
  ...[
    'JJR',
    'JJS',
    'LS',
    'MD',
    'NFP',
    'NN',
    'NNP',
    'NNPS',
    'NNS',
    'PDT',
    'POS',
    'PRP',
    'PRP$',
    'RB',
    'RBR',
    'RBS',
    'RP',
  ],
  ...['SYM', 'TO', 'UH', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'WDT', 'WP', 'WP$', 'WRB', '``'],
];
