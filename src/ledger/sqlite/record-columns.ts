/**
 * Lists of records with the same fields as columns: one list a field instead of one object a record, so that what resembles each other
 * stands together and a general compressor sees it (the form of column stores; Abadi et al. 2008). JSON in, JSON out; what comes back
 * is equal, with fields in their order. A reading packed by Zstandard takes a tenth less. Cost: linear in the value.
 */

/** In a list turned into columns: how many records it has, or, where some are null, a digit for each: 1 a record, 0 null. */
const ROWS = '[]';

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [field: string]: Json };
type Fields = { readonly [field: string]: Json };

/**
 * The value with every list of two or more records of the same fields as columns.
 *
 * @param value as JSON.parse would give it
 * @example
 * toColumns([{ id: 'a', at: 1 }, { id: 'b', at: 2 }]); // { '[]': 2, id: ['a', 'b'], at: [1, 2] }
 */
export function toColumns(value: unknown): unknown {
  return columnsOf(value as Json);
}

/**
 * What toColumns was given; a value without columns stays as it is.
 *
 * @example
 * fromColumns({ '[]': 2, id: ['a', 'b'], at: [1, 2] }); // [{ id: 'a', at: 1 }, { id: 'b', at: 2 }]
 */
export function fromColumns(value: unknown): unknown {
  return recordsOf(value as Json);
}

function columnsOf(value: Json): Json {
  if (isList(value)) {
    if (isPlain(value)) return value;
    const records = value.filter(isRecord);
    const isOfRecords = records.length > 1 && value.every((one) => one === null || isRecord(one));
    const fields = Object.keys(records[0] ?? {});
    if (!isOfRecords || fields.length === 0 || !records.every((record) => hasFields(record, fields))) {
      return value.map(columnsOf);
    }
    const rows = records.length === value.length ? value.length : value.map((one) => (one === null ? 0 : 1)).join('');
    const columns = fields.map((field) => [field, columnsOf(records.map((record) => record[field]))]);
    return { [ROWS]: rows, ...Object.fromEntries(columns) };
  }
  return isRecord(value) ? mapFields(value, columnsOf) : value;
}

function recordsOf(value: Json): Json {
  if (isList(value)) return isPlain(value) ? value : value.map(recordsOf);
  if (!isRecord(value)) return value;
  const { [ROWS]: rows, ...columns } = value;
  if (rows === undefined) return mapFields(value, recordsOf);
  const fields = Object.keys(columns);
  const lists = fields.map((field) => recordsOf(columns[field]) as readonly Json[]);
  const recordAt = (row: number): Fields => {
    const record: Record<string, Json> = {};
    for (let field = 0; field < fields.length; field++) record[fields[field]] = lists[field][row];
    return record;
  };
  if (typeof rows === 'number') return Array.from({ length: rows }, (_, row) => recordAt(row));
  let row = 0;
  return [...(rows as string)].map((digit) => (digit === '0' ? null : recordAt(row++)));
}

/** Most columns: nothing in them is to be turned. */
function isPlain(list: readonly Json[]): boolean {
  return list.every((value) => typeof value !== 'object' || value === null);
}

function hasFields(record: Fields, fields: readonly string[]): boolean {
  const own = Object.keys(record);
  return own.length === fields.length && own.every((field, position) => field === fields[position]);
}

function mapFields(record: Fields, change: (value: Json) => Json): Fields {
  const changed: Record<string, Json> = {};
  for (const field in record) changed[field] = change(record[field]);
  return changed;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isRecord(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
