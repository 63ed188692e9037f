/**
 * Names found by Stanford CoreNLP in PolNeAR's articles: many, and often wrong. Where a document gives one wording several
 * types, each mention may have its own or the commonest.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { NameType } from '../../src/text/document.ts';
import { type GoldName, type NameArticle, otherTypes, titleLength } from './gold.ts';

type SilverToken = readonly [
  start: number,
  end: number,
  lemma: string,
  tag: string,
  entity: string,
  ...rest: unknown[],
];

const CLASSES: Readonly<Record<string, NameType>> = {
  PERSON: 'person',
  ORGANIZATION: 'organization',
  LOCATION: 'place',
};

/**
 * The articles of a part of PolNeAR that CoreNLP has read.
 *
 * @example
 * readSilver('../shared/data', 'polnear/train.jsonl.gz').length; // 836
 */
export function readSilver(folder: string, part: string): NameArticle[] {
  const lines = gunzipSync(readFileSync(join(folder, part)))
    .toString('utf8')
    .split('\n');
  return lines.filter(Boolean).flatMap((line) => {
    const { id, text, corenlp } = JSON.parse(line);
    if (!corenlp) return [];
    const found = (corenlp.sentences as SilverToken[][]).flatMap((sentence) => namesOf(sentence, text));
    return [{ id, set: 'polnear' as const, text, names: agree(found, text) }];
  });
}

function namesOf(sentence: readonly SilverToken[], text: string): GoldName[] {
  const names: GoldName[] = [];
  for (let t = 0; t < sentence.length; ) {
    const first = t;
    const entity = sentence[t][4];
    while (t < sentence.length && sentence[t][4] === entity) t++;
    if (!(entity in CLASSES) && entity !== 'MISC') continue;
    let start = sentence[first][0];
    const end = sentence[t - 1][1];
    if (entity === 'PERSON') start += titleLength(text.slice(start, end));
    const typed = CLASSES[entity]
      ? { types: [CLASSES[entity]], sure: true }
      : otherTypes(text.slice(start, end), sentence[t - 1][3]);
    if (start >= end) continue;
    names.push({ start, end, ...typed });
  }
  return names;
}

function agree(names: readonly GoldName[], text: string): GoldName[] {
  const votes = new Map<string, Map<NameType, number>>();
  for (const { start, end, types } of names) {
    const words = text.slice(start, end);
    const counts = votes.get(words) ?? new Map<NameType, number>();
    votes.set(words, counts);
    for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1 / types.length);
    // A full name votes for the surname alone.
    const surname = words.slice(words.lastIndexOf(' ') + 1);
    if (types[0] !== 'person' || surname === words) continue;
    const surnames = votes.get(surname) ?? new Map<NameType, number>();
    votes.set(surname, surnames);
    surnames.set('person', (surnames.get('person') ?? 0) + 2);
  }
  return names.map((name) => {
    const counts = [...votes.get(text.slice(name.start, name.end))!].sort((a, b) => b[1] - a[1]);
    const [commonest] = counts[0];
    return name.types.includes(commonest) ? name : { ...name, types: [commonest, ...name.types] };
  });
}
