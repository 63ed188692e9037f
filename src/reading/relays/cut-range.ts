/** Ends of ranges: without the punctuation that does not belong to them, and where quotations close. */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';

/** The mark that closes each opening one, as the lexicon folds them. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': "'",
  '"': '"',
  "'": "'",
  '``': "''",
  '«': '»',
  '„': '“',
};

/**
 * A content without what does not belong to it at its ends, up to a clause that is joined on to the content around it
 * (", and that …"). Null where nothing is left.
 *
 * @param isQuoted whether it is a quotation, whose marks stay
 * @example
 * cutRange(words, 2, 9); // { first: 2, last: 8 }: without the comma at its end
 */
export function cutRange(words: SentenceWords, first: number, last: number, isQuoted = false): Range | null {
  let end = last;
  for (let t = first + 2; t < end; t++) {
    if (words.lower(t) !== 'that' || words.tag(t - 1) !== 'CC' || words.tag(t - 2) !== ',') continue;
    end = t - 2;
  }
  let start = first;
  if (!isQuoted) {
    let opened = 0;
    for (let t = start; t < end; t++) {
      if (words.tag(t) === '``') opened++;
      else if (words.tag(t) === "''") opened--;
    }
    if (words.tag(start) === '``' && opened > 0) start++;
    while (end > start && (/^(?:,|:|\.|CC)$/.test(words.tag(end - 1)) || (words.tag(end - 1) === "''" && opened < 0))) {
      if (words.tag(end - 1) === "''") opened++;
      end--;
    }
  }
  return end > start ? { first: start, last: end } : null;
}

/**
 * The first token that is no comma or colon.
 *
 * @example
 * openingOf(words, 4); // 5, where 4 is a comma
 */
export function openingOf(words: SentenceWords, first: number): number {
  let t = first;
  while (words.tag(t) === ',' || words.tag(t) === ':') t++;
  return t;
}

/**
 * The mark that closes a quotation before `last`, or -1; by form, since a tag may take it for an apostrophe.
 *
 * @example
 * closingOf(words, 3, 12); // 7
 */
export function closingOf(words: SentenceWords, open: number, last: number): number {
  const closing = CLOSING[words.lower(open)];
  for (let t = open + 1; t < last; t++)
    if (words.lower(t) === closing && !(closing !== '”' && words.tag(t) === 'POS' && words.tag(t + 1).startsWith('NN')))
      return t;
  return -1;
}
