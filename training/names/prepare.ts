/** Articles with names as the tagger learns from them: documents up to their tags, and the labels that the gold allows. */

import { LABELS, NAME_TYPES } from '../../src/language/names/types.ts';
import { mayFollow, runLabel } from '../../src/language/network/runs.ts';
import { XPOS_TAGS } from '../../src/language/tag/tags.ts';
import type { Stage } from '../../src/reading/stages.ts';
import { createDocument, type Document, type NameType } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import type { Expectations } from '../network/train-chain-tagger.ts';
import type { GoldName, NameArticle, NameSet } from './gold.ts';

export interface Prepared {
  readonly article: NameArticle;
  readonly document: Document;
  /** The set whose conventions the labels follow. */
  readonly convention: NameSet;
  /** A bit for each label that a token may have. */
  readonly allowed: Uint32Array;
  /** What teachers expect of its passages, which is learned then instead of `allowed`. */
  readonly expected?: readonly Expectations[];
}

const PROPER = new Set(['NNP', 'NNPS'].map((tag) => XPOS_TAGS.indexOf(tag)));
const ADJECTIVE = XPOS_TAGS.indexOf('JJ');

/** Share of capitalised words by which a sentence is known for a headline. */
const HEADLINE = 0.7;

/** Every label. */
export const ANYTHING = 2 ** LABELS - 1;

/** What a word outside all gold names may yet be, in sets that do not mark everything. */
const UNMARKED_PROPER = bits(['group', 'product', 'work', 'event']);
const UNMARKED_ADJECTIVE = bits(['group']);

/**
 * Runs the stages before `names` over an article and lays the gold over it.
 *
 * @param stages those of `languageStages`
 * @example
 * prepare(readUner(data, UNER_DEV)[0], stages).allowed.length; // tokens
 */
export function prepare(article: NameArticle, stages: readonly Stage[]): Prepared {
  const document = createDocument(article.text, paragraphBlocks(article.text));
  for (const stage of stages) stage.run(document);
  return { article, document, convention: article.set, allowed: allowedLabels(article, document) };
}

/**
 * The labels that the gold allows each token, a bit each.
 *
 * @example
 * allowedLabels(article, document)[0]; // 1: no name begins there
 */
export function allowedLabels({ set, text, names }: NameArticle, { tokens, sentences }: Document): Uint32Array {
  const { length, start, end, xpos } = tokens!;
  const allowed = new Uint32Array(length);
  let t = 0;
  for (const name of names) {
    while (t < length && end[t] <= name.start) t++;
    const first = t;
    while (t < length && start[t] < name.end) t++;
    for (let k = first; k < t; k++) allowed[k] = nameBits(name, k === first, k === t - 1);
  }
  for (let k = 0; k < length; k++) {
    if (allowed[k] !== 0) continue;
    allowed[k] = 1;
    if (PROPER.has(xpos[k])) allowed[k] |= UNMARKED_PROPER;
    else if (xpos[k] === ADJECTIVE && /^\p{Lu}/u.test(text.slice(start[k], end[k]))) allowed[k] |= UNMARKED_ADJECTIVE;
  }
  if (set !== 'polnear') return allowed;
  for (let s = 0; s < sentences!.length; s++) {
    const first = sentences!.first[s];
    const last = sentences!.last[s];
    if (isHeadline(text.slice(start[first], end[last - 1]))) allowed.fill(ANYTHING, first, last);
  }
  return allowed;
}

/** Whether nearly all words begin with a capital: found names are guesses there. */
function isHeadline(sentence: string): boolean {
  const words = sentence.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= HEADLINE * words.length;
}

function nameBits({ types, sure }: GoldName, begins: boolean, ends: boolean): number {
  let set = sure ? 0 : 1;
  for (const type of types) set |= 1 << runLabel(NAME_TYPES.indexOf(type), begins, ends);
  return set;
}

function bits(types: readonly NameType[]): number {
  let set = 0;
  for (const type of types)
    for (let place = 0; place < 4; place++) set |= 1 << (1 + NAME_TYPES.indexOf(type) * 4 + place);
  return set;
}

/** One of the labels that a token may have: the lowest. */
export function firstLabels(allowed: Uint32Array): Uint8Array {
  return Uint8Array.from(allowed, (set) => {
    for (let label = 0; label < LABELS; label++) if ((set >>> label) & 1) return label;
    return 0;
  });
}

/** By label, a bit for each label that may come after it. */
const FOLLOWERS = Uint32Array.from({ length: LABELS }, (_, before) => {
  let set = 0;
  for (let after = 0; after < LABELS; after++) if (mayFollow(before, after)) set |= 1 << after;
  return set;
});

/**
 * The labels that rows may have, with every label where the gold allows no sequence: a name of which a part is not looked at,
 * or types on which teachers do not agree.
 *
 * @example
 * possible(Uint32Array.of(1 << runLabel(0, true, false), 1))[1]; // 2 ** LABELS - 1: a name that begins must go on
 */
export function possible(allowed: Uint32Array): Uint32Array {
  let reached = ANYTHING;
  return allowed.map((set, row) => {
    let open = row === 0 ? ANYTHING : 0;
    if (row > 0) for (let label = 0; label < LABELS; label++) if ((reached >>> label) & 1) open |= FOLLOWERS[label];
    const kept = (open & set) === 0 ? ANYTHING : set;
    reached = open & kept;
    return kept;
  });
}
