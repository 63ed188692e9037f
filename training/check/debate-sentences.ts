/**
 * Sentences of the debates between candidates for the presidency of the United States, with the verdict of readers on each:
 * no fact (-1), an unimportant fact (0), a fact worth checking (1). ClaimBuster: Arslan, Hassan, Li & Tremayne 2020.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { createDocument, type Tokens } from '../../src/text/document.ts';

/** The file, below the folder of the data. */
export const DEBATES_FILE = 'claims/claimbuster-crowdsourced.csv.gz';

export interface DebateSentence {
  readonly text: string;
  /** The debate: its date, with ".txt". */
  readonly debate: string;
  readonly verdict: -1 | 0 | 1;
}

/**
 * Reads all sentences, in the order of the file.
 *
 * @throws Error where the file is not there.
 * @example
 * readDebates('../shared/data/claims/claimbuster-crowdsourced.csv.gz').length; // 22501
 */
export function readDebates(path: string): DebateSentence[] {
  const [header, ...rows] = readCsv(gunzipSync(readFileSync(path)).toString('utf8'));
  const column = (name: string): number => header.indexOf(name);
  const [text, debate, verdict] = [column('Text'), column('File_id'), column('Verdict')];
  return rows.map((row) => ({
    text: mend(row[text]),
    debate: row[debate],
    verdict: Number(row[verdict]) as DebateSentence['verdict'],
  }));
}

/** Folds that the debates are parted in: the first holds the earliest fifth of them, by date, and so on. */
export const FOLDS = 5;

/** The fold that the shipped model has not seen: it can be measured there. */
export const HELD_OUT_FOLD = 0;

/**
 * The fold of each debate. No debate is in two of them, since speakers and subjects would be known.
 *
 * @example
 * foldsOf(sentences).get('1960-09-26.txt'); // 0
 */
export function foldsOf(sentences: readonly DebateSentence[]): Map<string, number> {
  const debates = [...new Set(sentences.map(({ debate }) => debate))].sort();
  return new Map(debates.map((debate, i) => [debate, Math.floor((i * FOLDS) / debates.length)]));
}

/**
 * The words and tags of each sentence; a sentence that the splitter would cut stays whole.
 *
 * @example
 * tagSentences(sentences, lexicon, weights)[0].length; // tokens of the first
 */
export function tagSentences(
  sentences: readonly DebateSentence[],
  lexicon: Lexicon,
  weights: Readonly<Record<string, Weights>>,
): Tokens[] {
  const stages = languageStages(lexicon, weights, 'tag');
  return sentences.map(({ text }) => {
    const document = createDocument(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
    for (const stage of stages) stage.run(document);
    return document.tokens!;
  });
}

/**
 * Average precision of scores: the mean of the precision at each sentence that is worth checking, best score first.
 *
 * @example
 * averagePrecision([0.9, 0.2, 0.5], [true, false, false]); // 1
 */
export function averagePrecision(scores: ArrayLike<number>, isWorth: readonly boolean[]): number {
  const order = isWorth.map((_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
  let found = 0;
  let sum = 0;
  order.forEach((i, rank) => {
    if (!isWorth[i]) return;
    found++;
    sum += found / (rank + 1);
  });
  return sum / found;
}

/** Some apostrophes and dashes were encoded twice. */
function mend(text: string): string {
  return text.replaceAll('Ã¢â‚¬â„¢', '’').replace(/Ã¢â‚¬[^\s\w]{1,3}/g, '—');
}

/** Comma-separated values with quoted cells (RFC 4180). */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}
