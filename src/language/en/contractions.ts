/**
 * Contractions of English written without an apostrophe, and where their second word begins, as the UD English treebanks
 * split them ("gonna" is "gon" + "na"). Forms that are common words of their own ("its", "were", "lets") are left out.
 */
export const CONTRACTIONS: Readonly<Record<string, number>> = {
  cannot: 3,
  gonna: 3,
  wanna: 3,
  gotta: 3,
  outta: 3,
  lotta: 3,
  kinda: 4,
  sorta: 4,
  dunno: 3,
  dont: 2,
  wont: 2,
  didnt: 3,
  doesnt: 4,
  isnt: 2,
  arent: 3,
  arnt: 2,
  wasnt: 3,
  werent: 4,
  couldnt: 5,
  wouldnt: 5,
  shouldnt: 6,
  hasnt: 3,
  havent: 4,
  hadnt: 3,
  cant: 2,
  aint: 2,
  im: 1,
  ive: 1,
  youre: 3,
  youll: 3,
  youve: 3,
  theyre: 4,
  theyve: 4,
  thats: 4,
  whats: 4,
  theres: 5,
};

/** What may follow an apostrophe as a word of its own: "she's", "I'm", "they'd", "we'll", "you're", "I've". */
export const CLITICS: readonly string[] = ['s', 'm', 'd', 'll', 're', 've'];

/** Words whose apostrophe stands at the front for letters left out, so that it is no quotation mark. */
export const FRONT_CLIPPED: readonly string[] = [
  'em',
  'til',
  'till',
  'cause',
  'cuz',
  'bout',
  'n',
  'round',
  'tis',
  'twas',
];
