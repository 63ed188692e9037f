/** The texts that speed is measured on, and how their tokens are counted: the same way for every engine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readGold } from '../quality/gold.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

export interface Texts {
  readonly name: string;
  readonly texts: readonly string[];
}

/**
 * The articles of PolNeAR dev where the data is there, else the plain texts of the sample project.
 *
 * @example
 * loadTexts('../shared/data').texts.length; // 84
 */
export function loadTexts(dataFolder: string): Texts {
  const gold = join(dataFolder, 'polnear/dev.jsonl.gz');
  if (existsSync(gold)) return { name: 'PolNeAR dev', texts: readGold(gold).map(({ text }) => text) };
  const names = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  return { name: 'the sample project', texts: names.sort().map((name) => readFileSync(join(EXAMPLES, name), 'utf8')) };
}

/**
 * Tokens of a text: runs of letters and digits, and single other signs.
 *
 * @example
 * countTokens('He left, she said.'); // 6
 */
export function countTokens(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu)?.length ?? 0;
}

/**
 * A text of `length` UTF-16 units, made of whole texts one after the other, from the first again where they run out.
 *
 * @example
 * growText(['abc'], 7).length; // 7
 */
export function growText(texts: readonly string[], length: number): string {
  const parts: string[] = [];
  let size = 0;
  for (let n = 0; size < length; n++) {
    const text = texts[n % texts.length];
    parts.push(text);
    size += text.length + 2;
  }
  return parts.join('\n\n').slice(0, length);
}
