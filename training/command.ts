/** What every training command shares: where the data lies, and how a model and its card are written. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readWeights, type Weights, writeWeights } from '../src/language/weights/weights.ts';

const MODELS = fileURLToPath(new URL('../models/', import.meta.url));

/**
 * The folder given with --data.
 *
 * @throws Error where it is missing.
 * @example
 * dataFolder(); // '../shared/data'
 */
export function dataFolder(): string {
  const { data } = givenFolders();
  if (!data) throw new Error('Say where the treebanks lie: --data FOLDER.');
  return data;
}

/**
 * The folder given with --opinions: what teachers wrote (training/teachers/opinions.ts).
 *
 * @throws Error where it is missing.
 * @example
 * opinionsFolder(); // '../opinions'
 */
export function opinionsFolder(): string {
  const { opinions } = givenFolders();
  if (!opinions) throw new Error('Say where the opinions of teachers lie: --opinions FOLDER (CONTRIBUTING.md).');
  return opinions;
}

function givenFolders(): { data?: string; opinions?: string } {
  return parseArgs({ options: { data: { type: 'string' }, opinions: { type: 'string' } } }).values;
}

/**
 * Writes models/NAME.weights and models/NAME.md; the card's last line is the size of the weights and their SHA-256.
 *
 * @example
 * writeModel({ name: 'tag', meta: {}, arrays: {} }, '# tag.weights\n');
 */
export function writeModel(weights: Weights, card: string): void {
  const bytes = writeWeights(weights);
  const size = `Size: ${bytes.length} bytes, SHA-256 ${sha256(bytes)}.\n`;
  writeFileSync(join(MODELS, `${weights.name}.weights`), bytes);
  writeFileSync(join(MODELS, `${weights.name}.md`), `${card}\n${size}`);
}

/**
 * A Markdown list of files with their SHA-256, for a card.
 *
 * @example
 * fileLines('../shared/data', ['gum/gum-train.conllu.gz']); // '- `gum/gum-train.conllu.gz` SHA-256 …\n'
 */
export function fileLines(folder: string, files: readonly string[]): string {
  return files.map((file) => `- \`${file}\`, SHA-256 \`${sha256(readFileSync(join(folder, file)))}\`\n`).join('');
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads models/NAME.weights, made by an earlier training command.
 *
 * @example
 * readModel('clusters').meta.clusters; // 512
 */
export function readModel(name: string): Weights {
  return readWeights(readFileSync(join(MODELS, `${name}.weights`)));
}
