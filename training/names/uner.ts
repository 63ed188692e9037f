/** Reads Universal NER over EWT and CrossNER politics: tokens with a label each, laid over raw text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { NameType } from '../../src/text/document.ts';
import { type GoldName, type NameArticle, otherTypes } from './gold.ts';

export const UNER_TRAIN = 'names/uner_en_ewt-train.iob2.gz';
export const UNER_DEV = 'names/uner_en_ewt-dev.iob2.gz';
export const CROSSNER: readonly string[] = [
  'names/crossner_politics-train.txt.gz',
  'names/crossner_politics-dev.txt.gz',
];

/** Treebank files whose paragraphs the articles are given. */
const PARAGRAPHS: Readonly<Record<string, string>> = {
  [UNER_TRAIN]: 'ud/en_ewt-ud-train.conllu.gz',
  [UNER_DEV]: 'ud/en_ewt-ud-dev.conllu.gz',
};

const CLASSES: Readonly<Record<string, NameType>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  politician: 'person',
  person: 'person',
  organisation: 'organization',
  politicalparty: 'organization',
  country: 'place',
  location: 'place',
  election: 'event',
  event: 'event',
};

/**
 * The documents of a part of UNER EWT, sentences joined by a space, paragraphs by a blank line as in the treebank.
 *
 * @example
 * readUner('../shared/data', UNER_DEV)[0].names[0]; // { start: 32, end: 41, types: ['place'], sure: true }
 */
export function readUner(folder: string, part: string): NameArticle[] {
  const begins = paragraphBegins(readText(folder, PARAGRAPHS[part]));
  const articles: { id: string; set: 'uner'; text: string; names: GoldName[] }[] = [];
  let separator = ' ';
  for (const chunk of readText(folder, part).split(/\n\s*\n/)) {
    const lines = chunk.split('\n');
    const value = (key: string): string | undefined =>
      lines.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5);
    const id = value('newdoc id');
    if (id !== undefined) articles.push({ id, set: 'uner', text: '', names: [] });
    if (begins.has(value('sent_id') ?? '')) separator = '\n\n';
    const text = value('text');
    if (text === undefined) continue;
    const article = articles[articles.length - 1];
    if (article.text !== '') article.text += separator;
    separator = ' ';
    const words = lines.filter((line) => /^\d/.test(line)).map((line) => line.split('\t'));
    article.names.push(...namesOf(text, article.text.length, words.map(([, form, label]) => ({ form, label })))); // biome-ignore format: one line
    article.text += text;
  }
  return articles;
}

/**
 * The sentences of a file of CrossNER, each an article of its own, with spaces as one would write them.
 *
 * @example
 * readCrossner('../shared/data', CROSSNER[0]).length; // 200
 */
export function readCrossner(folder: string, part: string): NameArticle[] {
  return readText(folder, part)
    .split(/\n\s*\n/)
    .filter((chunk) => chunk.trim() !== '')
    .map((chunk, i) => {
      const words = chunk
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t'))
        .map(([form, label]) => ({ form, label }));
      const text = words
        .map(({ form }) => form)
        .join(' ')
        .replaceAll(" ' s ", "'s ")
        .replace(/ ([,.;:!?)\]%]|'s\b|n't\b)/g, '$1')
        .replace(/([([]) /g, '$1');
      return { id: `${part} ${i}`, set: 'crossner', text, names: namesOf(text, 0, words) };
    });
}

/** Finds each word in the text after the one before it, and makes names of runs of labels. */
function namesOf(text: string, offset: number, words: readonly { form: string; label: string }[]): GoldName[] {
  const runs: { start: number; end: number; kind: string }[] = [];
  let at = 0;
  let open = false;
  for (const { form, label } of words) {
    const found = text.indexOf(form, at);
    if (found < 0 || found > at + 20) continue;
    at = found + form.length;
    const kind = label.slice(2);
    if (label.startsWith('I-') && open && runs.at(-1)?.kind === kind) runs[runs.length - 1].end = at;
    else if (label.length > 2) runs.push({ start: found, end: at, kind });
    open = label.length > 2;
  }
  return runs
    .filter(({ kind }) => kind !== 'O')
    .map(({ start, end, kind }) => {
      const type = CLASSES[kind];
      const typed = type ? { types: [type], sure: true } : otherTypes(text.slice(start, end));
      return { start: offset + start, end: offset + end, ...typed };
    });
}

/** Ids of the sentences of a treebank that begin a paragraph. */
function paragraphBegins(source: string): Set<string> {
  const begins = new Set<string>();
  for (const chunk of source.split('\n\n')) {
    if (/^# newpar/m.test(chunk)) begins.add(/^# sent_id = (.*)$/m.exec(chunk)?.[1] ?? '');
  }
  return begins;
}

function readText(folder: string, file: string): string {
  return gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .replaceAll('\r', '');
}
