/** Finds the noun phrases beside a verb from tags alone: good enough for the short, regular sentences that tell who was approached. */
import type { Range, SentenceWords } from './sentence-words.ts';

/** How many tokens a subject may have. */
const LONGEST = 30;
const INSIDE = /^(?:DT|PDT|JJ[RS]?|NN|NNS|NNPS?|PRP\$?|POS|CD|HYPH|FW|VBN|VBG)$/;
const PREPOSITIONS = /^(?:of|for|at|in|from|with)$/;

/**
 * The subject of the verb group that begins at a token, without a comma or an opening adverbial: "A spokesman for the port, Milo Hatch".
 * Of a second verb ("confirmed the date but declined") it is the subject of the first.
 *
 * @returns an empty range where there is none
 * @example
 * subjectBefore(words, 5); // for "On Friday the port did not respond": { first: 2, last: 4 }
 */
export function subjectBefore(words: SentenceWords, verb: number): Range {
  let last = verb;
  while (/^(?:RB|CC|,|WP|WDT)$/.test(words.tag(last - 1)) && words.tag(last - 1) !== 'CC') last--;
  if (words.tag(last - 1) === 'CC') return ofFirstVerb(words, last - 1);
  // "Hydrovel, the company that runs the dam, did not": the comma before the verb ends an apposition.
  if (words.lower(verb - 1) === ',' && last - words.first <= LONGEST && isAllRelative(words, words.first, last))
    return trim(words, afterAdverbial(words, words.first, last), last);
  let first = last;
  let isCut = false;
  for (; first > words.first && last - first < LONGEST; first--) {
    const tag = words.tag(first - 1);
    if (/^(?:VBD|VBZ|VBP|MD|:|``|''|-LRB-|-RRB-|WP|WDT|WRB)$/.test(tag) || SUBORDINATORS.has(words.lower(first - 1))) {
      isCut = true;
      break;
    }
  }
  if (isCut) first = afterLast(words, first, last, /^(?:CC|,)$/);
  return trim(words, afterAdverbial(words, first, last), last);
}

/**
 * The noun phrase that begins at a token; empty where none does.
 *
 * @example
 * nounPhraseAfter(words, 3); // for "calls to the port of Velmar went": "the port of Velmar"
 */
export function nounPhraseAfter(words: SentenceWords, first: number): Range {
  let last = first;
  while (last < first + LONGEST && words.has(last)) {
    const isLink = PREPOSITIONS.test(words.lower(last)) || words.tag(last) === 'CC';
    if (isLink ? !INSIDE.test(words.tag(last + 1)) || isForComment(words, last) : !INSIDE.test(words.tag(last))) break;
    last++;
  }
  return { first, last };
}

const SUBORDINATORS = new Set(['that', 'because', 'although', 'though', 'while', 'as', 'since', 'if', 'when']);

const isForComment = (words: SentenceWords, t: number): boolean =>
  words.lower(t) === 'for' && /^(?:comment|an?|more)$/.test(words.lower(t + 1));

/** The subject of the first finite verb of a sentence, for a later verb that shares it. */
function ofFirstVerb(words: SentenceWords, before: number): Range {
  const from = Math.max(words.first, before - 2 * LONGEST);
  for (let t = from; t < before; t++) {
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.tag(t))) return trim(words, afterAdverbial(words, from, t), t);
  }
  return { first: before, last: before };
}

/** Passes over "On Friday," and "In a statement,": a preposition that opens the sentence, up to its comma or a noun phrase's start. */
function afterAdverbial(words: SentenceWords, first: number, last: number): number {
  if (!/^(?:IN|RB|VBN|VBG|WRB|``)$/.test(words.tag(first)) && words.tag(first + 1) !== ',') return first;
  if (words.tag(first).startsWith('NN') || words.tag(first) === 'PRP') return first;
  for (let t = first; t < last - 1; t++) if (words.lower(t) === ',') return t + 1;
  return first;
}

/** Whether every finite verb among the tokens stands behind a relative pronoun. */
function isAllRelative(words: SentenceWords, first: number, last: number): boolean {
  let isRelative = false;
  for (let t = first; t < last; t++) {
    if (/^(?:WDT|WP|WP\$)$/.test(words.tag(t)) || words.lower(t) === 'that') isRelative = true;
    else if (words.lower(t) === ',') isRelative = false;
    else if (/^(?:VBD|VBZ|VBP|MD|:|``|'')$/.test(words.tag(t)) && !isRelative) return false;
  }
  return true;
}

function afterLast(words: SentenceWords, first: number, last: number, wanted: RegExp): number {
  for (let t = last - 2; t >= first; t--) if (wanted.test(words.tag(t))) return t + 1;
  return first;
}

function trim(words: SentenceWords, first: number, last: number): Range {
  while (first < last && /^(?:,|CC|RB|''|``|:)$/.test(words.tag(first))) first++;
  while (last > first && /^(?:,|RB|''|``|:)$/.test(words.tag(last - 1))) last--;
  return { first, last };
}
