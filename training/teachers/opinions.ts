/**
 * What larger models say of texts (training/teachers/parse.py and tag.py), for the models that ship to learn from. Each token of a document
 * has as many opinions as teachers have spoken of it; a lesson takes the one or the other in turn, so that what is learned in the mean is
 * what they expect (Hinton, Vinyals & Dean 2015; trees: Kuncoro et al. 2016).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Labels of all tokens of a document, by each teacher. */
export type LabelOpinions = readonly Uint8Array[];

/** A tree by each teacher: heads as indexes into the document, -1 for a root. */
export interface TreeOpinion {
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
}

/** The files, in the folder that --opinions names. */
export const OPINION_FILES = { parse: 'parse.jsonl.gz', names: 'names.jsonl.gz', statements: 'statements.jsonl.gz' };

/**
 * Labels of names or of statements, by the id of a document.
 *
 * @throws Error where the file is missing.
 * @example
 * readLabels('opinions', 'statements').get('a')![0].length; // tokens of the document
 */
export function readLabels(folder: string, task: 'names' | 'statements'): Map<string, LabelOpinions> {
  return new Map(readLines(folder, task).map(({ id, labels }) => [id, labels!.map(bytesOf)]));
}

/**
 * Trees, by the id of a document.
 *
 * @throws Error where the file is missing.
 * @example
 * readTrees('opinions').get('a')![0].heads[0];
 */
export function readTrees(folder: string): Map<string, TreeOpinion[]> {
  return new Map(
    readLines(folder, 'parse').map(({ id, head, relation }) => {
      const trees = head!.map((column, i) => {
        const bytes = bytesOf(column);
        // Heads are counted from the token itself; a token cannot be its own, so that 0 is the root.
        const apart = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
        return { heads: Int32Array.from(apart, (by, t) => (by === 0 ? -1 : t + by)), relations: bytesOf(relation![i]) };
      });
      return [id, trees] as const;
    }),
  );
}

/**
 * Checks that opinions are of this text as it is cut into tokens today.
 *
 * @throws Error where they are not: the corpus has to be written and read again.
 * @example
 * checkLength('a', opinions[0].length, document.tokens!.length);
 */
export function checkLength(id: string, told: number, tokens: number): void {
  if (told !== tokens)
    throw new Error(`Teachers saw ${told} tokens of ${id}, which has ${tokens}: write the corpus and teach again.`);
}

interface Line {
  readonly id: string;
  readonly labels?: readonly string[];
  readonly head?: readonly string[];
  readonly relation?: readonly string[];
}

function readLines(folder: string, task: keyof typeof OPINION_FILES): Line[] {
  const path = join(folder, OPINION_FILES[task]);
  if (!existsSync(path)) throw new Error(`${path} is missing: CONTRIBUTING.md says how teachers write it.`);
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

/** A copy of its own, so that it may be read as 16-bit numbers. */
function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
