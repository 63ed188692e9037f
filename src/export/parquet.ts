/**
 * Statements as Apache Parquet, for DuckDB, pandas and Spark: the columns of the CSV with their types. Rows are written in groups, and memory
 * holds one group.
 */
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { ExportFormat } from './format.ts';
import { putDataPackage } from './table/data-package.ts';
import { type ColumnType, STATEMENT_COLUMNS, type Value } from './table/statement-columns.ts';
import { LEFT_OUT_OF_TABLES, tableRows } from './table/table-rows.ts';
import { lossNote } from './tally.ts';

/** Rows of a group. */
const GROUP = 20_000;

const TYPES = {
  string: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  datetime: 'TIMESTAMP',
  json: 'JSON',
} as const satisfies Record<ColumnType, string>;

export const parquet: ExportFormat = {
  name: 'parquet',
  description: 'the same columns with types, for DuckDB, pandas and Spark',
  ending: '.parquet',
  mediaType: 'application/vnd.apache.parquet',
  isLossless: false,
  marksRejected: true,
  unit: 'statements',
  leavesOut: LEFT_OUT_OF_TABLES,
  kind: 'stream',
  async *stream(request) {
    const bytes = new ByteWriter();
    const kvMetadata: { key: string; value: string }[] = [];
    const writer = new ParquetWriter({
      writer: bytes,
      schema: schemaFromColumnData({ columnData: columnsOf([]) }),
      kvMetadata,
      createdBy: `hearsay ${request.engineVersion}`,
    });
    let rows: (readonly Value[])[] = [];
    for await (const row of tableRows(request)) {
      rows.push(row);
      if (rows.length < GROUP) continue;
      await writer.write({
        columnData: columnsOf(rows).map(({ name, data }) => ({ name, data })),
        rowGroupSize: GROUP,
      });
      rows = [];
      yield take(bytes);
    }
    if (rows.length > 0)
      await writer.write({
        columnData: columnsOf(rows).map(({ name, data }) => ({ name, data })),
        rowGroupSize: GROUP,
      });
    kvMetadata.push({ key: 'hearsay:loss', value: lossNote(LEFT_OUT_OF_TABLES, request.tally.losses) });
    await writer.finish();
    yield take(bytes);
  },
  beside: (request, path) => putDataPackage(request, path, 'parquet'),
};

function columnsOf(rows: readonly (readonly Value[])[]) {
  return STATEMENT_COLUMNS.map(({ name, type }, position) => ({
    name,
    type: TYPES[type],
    nullable: true,
    data: rows.map((row) => storedValue(type, row[position])),
  }));
}

function storedValue(type: ColumnType, value: Value): unknown {
  return type === 'datetime' && value !== null ? new Date(value as string) : (value ?? undefined);
}

/** What was written since the last time; the writer goes on counting its offsets. */
function take(writer: ByteWriter): Uint8Array {
  const taken = new Uint8Array(writer.buffer.slice(0, writer.index));
  writer.index = 0;
  return taken;
}
