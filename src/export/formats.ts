/** Every format that a ledger is exported to, in the order in which `hearsay export --list` and docs/exports.md name them. */
import { HearsayError } from '../text/errors.ts';
import { csv } from './csv/csv.ts';
import type { ExportFormat } from './format.ts';
import { json } from './json/json.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import { sqlite } from './sqlite.ts';

export const FORMATS: readonly ExportFormat[] = [csv, jsonl, parquet, json, sqlite];

/**
 * The format of that name.
 *
 * @throws HearsayError E_USAGE where there is none.
 * @example
 * findFormat('csv').mediaType; // 'text/csv'
 */
export function findFormat(name: string): ExportFormat {
  const format = FORMATS.find((candidate) => candidate.name === name.toLowerCase());
  if (format) return format;
  const names = FORMATS.map((candidate) => candidate.name).join(', ');
  throw new HearsayError('E_USAGE', `There is no format "${name}": choose one of ${names}.`);
}
