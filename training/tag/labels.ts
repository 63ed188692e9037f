/** Treebanks as the tagger's training sees them: lexemes and label numbers, and the dictionary of known forms. */
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import type { TreebankDocument } from '../conllu.ts';

/** Pairs of tags seen less often than this are taken for slips, and their sentences' words for the most like pair. */
const RAREST_LABEL = 4;
/** Forms seen at least so often may only have the labels that they were seen with. */
const KNOWN_FORM = 5;
/** Pairs that new words may have: seen with at least so many different forms that were seen once. */
const OPEN_LABEL = 6;

export interface LabelledSentence {
  readonly lexemes: Int32Array;
  readonly gold: Uint8Array;
}

/**
 * The labels (pairs of UPOS and XPOS) of the treebanks, and their sentences as numbers, document by document.
 *
 * @example
 * readLabels(readTreebank(path), new Lexicon()).labels[0]; // ['NOUN', 'NN']
 */
export function readLabels(documents: readonly TreebankDocument[], lexicon: Lexicon) {
  const counts = new Map<string, number>();
  for (const { sentences } of documents)
    for (const sentence of sentences)
      for (const { upos, xpos } of sentence) counts.set(`${upos} ${xpos}`, (counts.get(`${upos} ${xpos}`) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([, count]) => count >= RAREST_LABEL)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const labels = frequent.map(([pair]) => pair.split(' ') as [string, string]);
  const numberOf = (upos: string, xpos: string): number => {
    const exact = labels.findIndex((label) => label[0] === upos && label[1] === xpos);
    return exact >= 0
      ? exact
      : Math.max(
          0,
          labels.findIndex((label) => label[0] === upos),
        );
  };
  const numbers = new Map([...counts.keys()].map((pair) => [pair, numberOf(...(pair.split(' ') as [string, string]))]));
  const numbered: LabelledSentence[][] = documents.map((document) =>
    document.sentences.map((sentence) => ({
      lexemes: Int32Array.from(sentence, ({ form }) => lexicon.intern(form)),
      gold: Uint8Array.from(sentence, ({ upos, xpos }) => numbers.get(`${upos} ${xpos}`)!),
    })),
  );
  return { labels, numbered };
}

/**
 * The dictionary: for each frequent form the set of its labels; set 0 holds the labels that any other word may have.
 *
 * @example
 * buildDictionary(sentences, labels, lexicon).offsets[1]; // size of the set of new words
 */
export function buildDictionary(sentences: readonly LabelledSentence[], labels: readonly unknown[], lexicon: Lexicon) {
  const counts = new Map<number, Map<number, number>>();
  for (const { lexemes, gold } of sentences)
    for (let i = 0; i < lexemes.length; i++) {
      const form = lexicon.formHash[lexemes[i]];
      let seen = counts.get(form);
      if (!seen) counts.set(form, (seen = new Map()));
      seen.set(gold[i], (seen.get(gold[i]) ?? 0) + 1);
    }
  const novel = new Array<number>(labels.length).fill(0);
  for (const seen of counts.values())
    if (seen.size === 1) for (const [label, count] of seen) if (count === 1) novel[label]++;
  const open = novel.flatMap((count, label) => (count >= OPEN_LABEL ? [label] : []));

  const sets: number[] = [...open];
  const offsets: number[] = [0, sets.length];
  const known = new Map<string, number>();
  const entries: [form: number, set: number][] = [];
  for (const [form, seen] of [...counts].sort((a, b) => a[0] - b[0])) {
    const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
    const isKnown = total >= KNOWN_FORM;
    const own = [...seen].filter(([, count]) => !isKnown || count * 400 >= total).map(([label]) => label);
    const members = isKnown ? own : [...new Set([...open, ...own])];
    if (!isKnown && members.length === open.length) continue;
    members.sort((a, b) => a - b);
    const key = members.join(' ');
    let set = known.get(key);
    if (set === undefined) {
      set = offsets.length - 1;
      known.set(key, set);
      sets.push(...members);
      offsets.push(sets.length);
    }
    entries.push([form, set]);
  }
  console.log(
    `dictionary: ${entries.length} forms, ${offsets.length - 1} sets, ${open.length} labels open to new words`,
  );
  return {
    sets: Uint8Array.from(sets),
    offsets: Uint16Array.from(offsets),
    dictionaryForms: Uint32Array.from(entries, ([form]) => form),
    dictionarySets: Uint16Array.from(entries, ([, set]) => set),
  };
}
