/**
 * One page of the entries that a search finds, with counts. Cost: the terms that were not looked for before, the counts (count-facets.ts),
 * and a walk along the order that was asked for until the page is full; bench/ledger measures it.
 */

import type { EntryRow, Facet, StatementPage, StatementQuery } from '../../found.ts';
import { FACETS, splitByFacet } from '../../search/facets.ts';
import { parseQuery } from '../../search/parse-query.ts';
import { printQuery } from '../../search/print-query.ts';
import type { Query } from '../../search/query.ts';
import type { Database } from '../database.ts';
import { ENTRIES_A_VERSION } from '../entry-tables.ts';
import { type StoredRow, toRow } from '../statement-row.ts';
import { reviewOf } from '../stored-entries.ts';
import { countFacet } from './count-facets.ts';
import { limitOf, lostCursor, readCursor, writeCursor } from './cursor.ts';
import { asksForAssertions, findRows } from './find-rows.ts';
import { countIn, emptyMask, intersect, type Mask } from './masks.ts';
import { directionOf, orderRows } from './order-rows.ts';
import { keyOf, rowOf, type SearchColumns } from './search-columns.ts';
import type { SearchIndex, SearchState } from './search-index.ts';
import { Tally } from './tally.ts';

/**
 * See LedgerReader.statements.
 *
 * @example
 * searchStatements(index, { search: 'act:denied bridge', facets: 12 }).total;
 */
export function searchStatements({ database, state }: SearchIndex, query: StatementQuery): StatementPage {
  const tree = parseQuery(query.search ?? '');
  const now = state();
  const { columns } = now;
  const found = findFiltered(database, now, tree);
  const order = query.order ?? 'published';
  const direction = query.direction ?? directionOf(order);
  const list = `${order} ${direction}`;
  const { rows, first, next, total } = pageOf(
    columns,
    orderRows(database, now, order, direction),
    found.all,
    limitOf(query.limit),
    query.after === undefined ? null : rowOfCursor(database, columns, readCursor(list, query.after)),
  );
  return {
    total,
    first,
    rows: readRows(database, columns, rows),
    next: next === null ? null : writeCursor(list, nameOf(database, columns, next)),
    facets: query.facets ? countFacets(database, now, tree, found, query.facets) : [],
  };
}

/** The rows that fit each filter of a search that belongs to a facet, those that fit all others, and those that fit all. */
export interface Found {
  readonly all: Mask;
  readonly base: Mask;
  readonly byFacet: ReadonlyMap<string, Mask>;
}

/**
 * The rows that a search finds. Assertions of the outlets are found where it asks for them.
 *
 * @example
 * findFiltered(database, state, parseQuery('bridge kind:direct')).all;
 */
export function findFiltered(database: Database, state: SearchState, tree: Query): Found {
  const parts = splitByFacet(tree);
  const others = parts.filter(({ facet }) => facet === null).map(({ part }) => part);
  const base = findRows(database, state, others.length === 0 ? { type: 'all' } : { type: 'and', parts: others });
  const byFacet = new Map<string, Mask>();
  const narrow = (facet: string, mask: Mask) => {
    const known = byFacet.get(facet);
    byFacet.set(facet, known ? intersect([known, mask]) : mask);
  };
  for (const { part, facet } of parts) if (facet !== null) narrow(facet, findRows(database, state, part));
  if (!asksForAssertions(tree)) {
    const { rows, statements } = state.columns;
    narrow(
      'kind',
      state.terms.get('statements', () => emptyMask(rows).fill(1, 0, statements)),
    );
  }
  return { all: intersect([base, ...byFacet.values()]), base, byFacet };
}

function countFacets(
  database: Database,
  { columns, counts }: SearchState,
  tree: Query,
  { all, base, byFacet }: Found,
  most: number,
): readonly Facet[] {
  return counts.get(`${most} ${printQuery(tree)}`, () => {
    const ofAll = new Tally(columns, all);
    return FACETS.map((name) => {
      const others = [...byFacet].filter(([facet]) => facet !== name).map(([, mask]) => mask);
      const tally = byFacet.has(name) ? new Tally(columns, intersect([base, ...others])) : ofAll;
      return countFacet(database, columns, name, tally, tree, most);
    });
  });
}

function pageOf(
  { rows: count }: SearchColumns,
  ordered: Uint32Array,
  mask: Mask,
  limit: number,
  after: number | null,
): { rows: number[]; first: number; next: number | null; total: number } {
  const total = countIn(mask, count);
  const start = after === null ? 0 : ordered.indexOf(after) + 1;
  let first = 0;
  for (let at = 0; at < start; at++) first += mask[ordered[at]];
  const rows: number[] = [];
  const most = Math.min(limit, total - first);
  for (let at = start; rows.length < most; at++) if (mask[ordered[at]]) rows.push(ordered[at]);
  const isLast = first + rows.length >= total;
  return { rows, first, next: isLast || rows.length === 0 ? null : rows[rows.length - 1], total };
}

/** A row by what stays true of it while others come and go. */
function nameOf(database: Database, columns: SearchColumns, row: number): string {
  const { table, key } = keyOf(columns, row);
  const named = database.get<{ id: string; version: string }>(
    `SELECT ${table}.id, version.id AS version FROM ${table} JOIN version ON version.key = ${table}.version
     WHERE ${table}.key = ?`,
    key,
  )!;
  return `${table} ${named.version} ${named.id}`;
}

function rowOfCursor(database: Database, columns: SearchColumns, name: string): number {
  const [table, version, id] = name.split(' ');
  if (table !== 'statement' && table !== 'assertion') throw lostCursor();
  const found = database.get<{ key: number }>(
    `SELECT ${table}.key FROM version JOIN ${table} ON ${table}.key >= version.key * ${ENTRIES_A_VERSION}
       AND ${table}.key < (version.key + 1) * ${ENTRIES_A_VERSION}
     WHERE version.id = ? AND ${table}.id = ?`,
    version,
    id,
  );
  const row = found ? rowOf(columns, table, found.key) : -1;
  if (row < 0) throw lostCursor();
  return row;
}

const HEAD = 'article.id AS article_id, version.headline, version.outlet, version.published';

function readRows(database: Database, columns: SearchColumns, rows: readonly number[]): EntryRow[] {
  return rows.map((row) => {
    const { table, key } = keyOf(columns, row);
    const of = `FROM ${table} JOIN version ON version.key = ${table}.version JOIN article ON article.key = version.article
      WHERE ${table}.key = ?`;
    if (table === 'statement') {
      return toRow(
        database.get<StoredRow>(
          `SELECT statement.id, kind, speech_act, stance, negated, hypothetical, source_text, source_spans, cue_text, cue_spans,
             content_text, content_spans, confidence, review, ${HEAD} ${of}`,
          key,
        )!,
      );
    }
    const stored = database.get<StoredAssertion>(
      `SELECT assertion.id, start, "end", assertion.text, check_worth, review, ${HEAD} ${of}`,
      key,
    )!;
    return {
      id: stored.id,
      articleId: stored.article_id,
      kind: 'assertion',
      source: null,
      cue: null,
      content: { text: stored.text, spans: [[stored.start, stored.end]] },
      check: stored.check_worth,
      headline: stored.headline,
      outlet: stored.outlet,
      published: stored.published,
      review: reviewOf(stored),
    };
  });
}

interface StoredAssertion
  extends Pick<StoredRow, 'id' | 'article_id' | 'headline' | 'outlet' | 'published' | 'review'> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly check_worth: number;
}
