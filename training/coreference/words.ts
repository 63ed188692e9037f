/**
 * What the two word classifiers learn from: nouns and what they head in GUM (a person, a body, something else), and first names
 * with the pronouns of their chains, in GUM and in the chains that Stanford CoreNLP found in PolNeAR's articles.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { personName } from '../../src/language/coreference/person-names.ts';
import { nounGender } from '../../src/language/en/gendered-nouns.ts';
import { foldWord } from '../../src/language/names/features.ts';
import type { GoldChains } from './gum.ts';

/** A word seen so often as a class. */
export interface WordExample {
  readonly word: string;
  readonly label: number;
  readonly weight: number;
}

type SilverToken = readonly [
  start: number,
  end: number,
  lemma: string,
  tag: string,
  entity: string,
  ...rest: unknown[],
];
type SilverMention = readonly [sentence: number, first: number, last: number, head: number];

const HE = /^(?:he|him|his|himself)$/i;
const SHE = /^(?:she|her|hers|herself)$/i;

/**
 * Nouns by what they head: 0 a person, 1 a body, 2 something else.
 *
 * @example
 * nounExamples(chains)[0]; // { word: 'minister', label: 0, weight: 2.4 }
 */
export function nounExamples(chains: readonly GoldChains[]): WordExample[] {
  const counts = new Counts(3);
  for (const { mentions } of chains)
    for (const { upos, form, type } of mentions)
      if (upos === 'NOUN') counts.add(fold(form), type === 'person' ? 0 : type === 'organization' ? 1 : 2);
  return counts.examples();
}

/**
 * First names by the gender that pronouns of their chains tell: 0 a woman's, 1 a man's.
 *
 * @param silver counts of `readSilverNames`
 * @example
 * nameExamples(chains, readSilverNames(data, POLNEAR_TRAIN)); // [{ word: 'hillary', label: 0, weight: 3 }, …]
 */
export function nameExamples(chains: readonly GoldChains[], silver: readonly WordExample[]): WordExample[] {
  const counts = new Counts(2);
  for (const { word, label, weight } of silver) counts.add(word, label, weight);
  for (const { text, mentions } of chains) {
    for (const chain of Map.groupBy(mentions, ({ group }) => group).values()) {
      const gender = genderOf(chain.map(({ start, end }) => text.slice(start, end)));
      if (gender === null) continue;
      const firsts = chain.flatMap(({ name, type }) =>
        name && type === 'person' ? firstName(text.slice(...name)) : [],
      );
      for (const first of new Set(firsts)) counts.add(first, gender);
    }
  }
  return counts.examples();
}

/**
 * First names of the persons in CoreNLP's chains of a part of PolNeAR.
 *
 * @example
 * readSilverNames('../shared/data', 'polnear/train.jsonl.gz').length; // 600
 */
export function readSilverNames(folder: string, part: string): WordExample[] {
  const counts = new Counts(2);
  const lines = gunzipSync(readFileSync(join(folder, part)))
    .toString('utf8')
    .split('\n');
  for (const line of lines.filter(Boolean)) {
    const { text, corenlp } = JSON.parse(line);
    if (!corenlp) continue;
    const sentences = corenlp.sentences as SilverToken[][];
    for (const chain of corenlp.coref as SilverMention[][]) {
      const words = chain.map(([s, first, last]) => wordsOf(text, sentences[s].slice(first, last)));
      const gender = genderOf(words);
      if (gender === null) continue;
      const firsts = chain.flatMap(([s, first, , head]) => {
        const sentence = sentences[s];
        let from = head;
        while (from > first && sentence[from - 1][4] === 'PERSON') from--;
        return sentence[head]?.[4] === 'PERSON' ? firstName(wordsOf(text, sentence.slice(from, head + 1))) : [];
      });
      for (const name of new Set(firsts)) counts.add(name, gender);
    }
  }
  return counts.examples();
}

function wordsOf(text: string, tokens: readonly SilverToken[]): string {
  return tokens.length === 0 ? '' : text.slice(tokens[0][0], tokens[tokens.length - 1][1]);
}

/** What the pronouns of a chain tell, where they agree. */
function genderOf(words: readonly string[]): 0 | 1 | null {
  const she = words.some((word) => SHE.test(word));
  const he = words.some((word) => HE.test(word));
  return she === he ? null : she ? 0 : 1;
}

/** The first of two words or more of a name. */
function firstName(name: string): string[] {
  const { words } = personName(name.split(/\s+/).map(fold), []);
  return words.length > 1 && words[0].length > 1 && nounGender(words[0]) === null ? [words[0]] : [];
}

const fold = (word: string): string => foldWord(word.toLowerCase().replaceAll('’', "'"));

class Counts {
  private readonly counts = new Map<string, number[]>();
  private readonly classes: number;

  constructor(classes: number) {
    this.classes = classes;
  }

  add(word: string, label: number, weight = 1): void {
    let of = this.counts.get(word);
    if (of === undefined) this.counts.set(word, (of = new Array(this.classes).fill(0)));
    of[label] += weight;
  }

  /** One for each word and class; a word that is everywhere counts for little more than one seen a few times. */
  examples(): WordExample[] {
    return [...this.counts].flatMap(([word, of]) => {
      const sum = of.reduce((a, b) => a + b, 0);
      return of.flatMap((count, label) =>
        count > 0 ? [{ word, label, weight: (count / sum) * Math.log2(1 + sum) }] : [],
      );
    });
  }
}
