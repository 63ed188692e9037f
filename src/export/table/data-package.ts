/**
 * A Frictionless data package (specs.frictionlessdata.io, Data Package 1 and Tabular Data Resource) beside an exported table: what the
 * columns are, how many rows there are, and the file's hash. Where a folder has one already, the file is put into it.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HearsayError } from '../../text/errors.ts';
import type { ExportRequest } from '../format.ts';
import { writeWhole } from '../output/write-whole.ts';
import { lossNote } from '../tally.ts';
import { type ColumnType, STATEMENT_COLUMNS } from './statement-columns.ts';
import { LEFT_OUT_OF_TABLES } from './table-rows.ts';

const FILE = 'datapackage.json';

const FIELD_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  datetime: 'string',
  json: 'array',
};

interface DataPackage {
  readonly resources: readonly { readonly path?: unknown }[];
}

/**
 * Describes the table at `path` in the datapackage.json of its folder.
 *
 * @throws HearsayError E_OUTPUT where there is a datapackage.json that is none, or it cannot be written.
 * @example
 * await putDataPackage(request, 'out/statements.csv', 'csv'); // out/datapackage.json
 */
export async function putDataPackage(
  request: ExportRequest,
  path: string,
  format: 'csv' | 'jsonl' | 'parquet',
): Promise<void> {
  const file = join(dirname(path), FILE);
  const resource = await describeTable(request, path, format);
  const others = (await readPackage(file)).resources.filter((other) => other.path !== resource.path);
  const described = {
    profile: 'data-package',
    name: 'hearsay-export',
    title: 'Statements from news articles: who said what, in which exact words',
    created: request.at,
    sources: [{ title: `Hearsay ${request.engineVersion}, ${request.selection.asked}` }],
    resources: [...others, resource],
  };
  await writeWhole(file, [`${JSON.stringify(described, null, 2)}\n`]);
}

async function describeTable({ tally }: ExportRequest, path: string, format: string) {
  const { hash, bytes } = await hashFile(path);
  return {
    name: `${basename(path)
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')}`,
    path: basename(path),
    profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
    format,
    mediatype: { csv: 'text/csv', jsonl: 'application/jsonl', parquet: 'application/vnd.apache.parquet' }[format],
    ...(format === 'csv' && {
      encoding: 'utf-8',
      dialect: { lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
    }),
    hash: `sha256:${hash}`,
    bytes,
    rows: tally.count,
    loss: lossNote(LEFT_OUT_OF_TABLES, tally.losses),
    schema: {
      fields: STATEMENT_COLUMNS.map(({ name, type, description }) => ({ name, type: FIELD_TYPES[type], description })),
      missingValues: [''],
      primaryKey: ['version_id', 'statement_id'],
    },
  };
}

async function readPackage(file: string): Promise<DataPackage> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { resources: [] };
  }
  try {
    const found = JSON.parse(text) as DataPackage;
    if (Array.isArray(found.resources)) return found;
  } catch {
    // Said below, as for JSON that is no data package.
  }
  throw new HearsayError('E_OUTPUT', `${file} is there and is no data package: move it, or export to another folder.`);
}

async function hashFile(path: string): Promise<{ hash: string; bytes: number }> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Uint8Array>) {
    digest.update(part);
    bytes += part.length;
  }
  return { hash: digest.digest('hex'), bytes };
}
