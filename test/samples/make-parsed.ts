/**
 * Makes a parsed document with names by hand, and what coreference knows of its words, for tests that need no model. Each word is
 * "form_TAG_relation_head", its head by number in the sentence from one, 0 for the root; " | " stands between sentences and " || " between
 * blocks, as in make-tagged.ts.
 */
import type { WordClasses } from '../../src/language/coreference/word-classifier.ts';
import { HASHED, hashedRows } from '../../src/language/coreference/word-classifier.ts';
import { NAME_GENDERS, NOUN_CLASSES, WordFacts } from '../../src/language/coreference/word-facts.ts';
import type { Gender } from '../../src/language/en/titles.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { RELATIONS } from '../../src/language/parse/relations.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { ReadDocument } from '../../src/reading/reading.ts';
import type { BlockKind, Name, NameType } from '../../src/text/document.ts';
import { makeTagged } from './make-tagged.ts';

const BUCKETS = 1 << 16;
/** Log odds of a class that a word is said to have. */
const CERTAIN = 8;

/**
 * A document with tags, heads and names.
 *
 * @param names types by the words of a name; every place where these stand is a name
 * @param kinds of the blocks, as in make-tagged.ts
 * @throws Error where a relation is unknown.
 * @example
 * makeParsed(lexicon, 'She_PRP_nsubj_2 left_VBD_root_0 ._._punct_2').tokens!.head[0]; // 1
 */
export function makeParsed(
  lexicon: Lexicon,
  parsed: string,
  names: Readonly<Record<string, NameType>> = {},
  kinds: readonly BlockKind[] = [],
): ReadDocument {
  const arcs: { relation: string; head: number }[] = [];
  const tagged = parsed.replace(/_([^_\s]+)_(\d+)(?=\s|$)/g, (_, relation: string, head: string) => {
    arcs.push({ relation, head: Number(head) });
    return '';
  });
  const document = makeTagged(lexicon, tagged, kinds);
  const { tokens, sentences } = document;
  for (let s = 0; s < sentences!.length; s++)
    for (let t = sentences!.first[s]; t < sentences!.last[s]; t++) {
      const { relation, head } = arcs[t];
      if (!RELATIONS.includes(relation)) throw new Error(`"${relation}" is no relation.`);
      tokens!.relation[t] = RELATIONS.indexOf(relation);
      tokens!.head[t] = head === 0 ? -1 : sentences!.first[s] + head - 1;
    }
  document.names = namesIn(document, lexicon, names);
  return document;
}

/**
 * What is known of words: nouns by what they mean, first names by their gender; all others are nothing.
 *
 * @example
 * makeFacts(lexicon, { minister: 'person' }).noun(lexicon.intern('minister')).person; // 0.99
 */
export function makeFacts(
  lexicon: Lexicon,
  nouns: Readonly<Record<string, 'person' | 'body'>>,
  firstNames: Readonly<Record<string, Gender>> = {},
): WordFacts {
  const classOf = <T>(classes: readonly T[], of: Readonly<Record<string, T>>): [string, number][] =>
    Object.entries(of).map(([word, name]) => [word, classes.indexOf(name)]);
  const vectors = new WordVectors({
    name: 'vectors',
    meta: { dimensions: 1, scale: 1 },
    arrays: { values: new Int8Array(0), hash: new Uint32Array(0) },
  });
  return new WordFacts(
    lexicon,
    classesOf(NOUN_CLASSES.length, classOf(NOUN_CLASSES, nouns), NOUN_CLASSES.indexOf('other')),
    classesOf(NAME_GENDERS.length, classOf(NAME_GENDERS, firstNames), -1),
    vectors,
  );
}

function classesOf(classes: number, words: readonly (readonly [string, number])[], usual: number): WordClasses {
  const dense = new Float32Array(2 * classes);
  if (usual >= 0) dense[classes + usual] = CERTAIN / 2;
  const hashed = new Float32Array(BUCKETS * classes);
  const rows = new Int32Array(HASHED);
  for (const [word, label] of words) hashed[hashedRows(word, BUCKETS, rows)[0] * classes + label] = CERTAIN;
  return { classes, dense, hashed };
}

function namesIn({ tokens }: ReadDocument, lexicon: Lexicon, types: Readonly<Record<string, NameType>>): Name[] {
  const found: Name[] = [];
  const wanted = Map.groupBy(
    Object.entries(types)
      .map(([name, type]) => ({ words: name.split(' '), type }))
      .sort((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0],
  );
  const form = (t: number): string => lexicon.forms[tokens!.lexeme[t]];
  for (let t = 0; t < tokens!.length; t++) {
    const name = wanted.get(form(t))?.find(({ words }) => words.every((word, i) => form(t + i) === word));
    if (!name) continue;
    const last = t + name.words.length;
    found.push({ first: t, last, type: name.type, probability: 0.9, parent: null });
    t = last - 1;
  }
  return found;
}
