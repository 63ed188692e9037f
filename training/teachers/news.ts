/**
 * News that nobody has annotated, or whose annotations are of no use here: TimeBank and AQUAINT (as TempEval-3 gives them), GeoVirus'
 * Wikinews, and the sentences of Microsoft's paraphrase corpus, which were taken from news. Teachers read them, and the models that
 * ship learn from what the teachers say. Of all three only the texts are used.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readTar } from '../../bench/quality/read-tar.ts';
import { readWikinews, WIKINEWS } from '../names/wikinews.ts';

export const TIMEBANK = 'time/TBAQ-cleaned.tar.gz';
export const PARAPHRASES = 'pairs/msr_paraphrase-train.tsv.gz';
export const NEWS_FILES: readonly string[] = [WIKINEWS, TIMEBANK, PARAPHRASES];

/** What cards say of the terms of NEWS_FILES. */
export const NEWS_TERMS =
  "Only texts were used of GeoVirus (CC BY 2.5), of TimeBank and AQUAINT (the publishers', by way of the LDC) and of the Microsoft Research Paraphrase Corpus (for research).";

/** Pairs that make up one document. */
const PAIRS = 12;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text, and an id that no other of them has. */
export interface PlainText {
  readonly id: string;
  readonly text: string;
}

/**
 * All texts, in the order of NEWS_FILES.
 *
 * @throws Error where a file is missing.
 * @example
 * readNews('../shared/data').length; // 834
 */
export function readNews(folder: string): PlainText[] {
  return [...readWikinews(folder).map(({ id, text }) => ({ id, text })), ...readTimebank(folder), ...readPairs(folder)];
}

/** The articles, without mark-up. */
function readTimebank(folder: string): PlainText[] {
  return readTar(join(folder, TIMEBANK))
    .filter(({ path }) => path.endsWith('.tml'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }) => {
      const source = Buffer.from(bytes).toString('utf8');
      const marked = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(source)?.[1] ?? '';
      const text = marked.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity);
      return { id: `timebank ${path}`, text };
    });
}

/** Sentences, a paragraph each, some pairs to a document. */
function readPairs(folder: string): PlainText[] {
  const rows = gunzipSync(readFileSync(join(folder, PARAPHRASES)))
    .toString('utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split('\t').slice(3, 5))
    .filter((pair) => pair.length === 2);
  const documents: PlainText[] = [];
  for (let i = 0; i < rows.length; i += PAIRS)
    documents.push({
      id: `paraphrases ${i / PAIRS}`,
      text: rows
        .slice(i, i + PAIRS)
        .flat()
        .join('\n\n'),
    });
  return documents;
}
