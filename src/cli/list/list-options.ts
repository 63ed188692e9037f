/** What commands that list things from a ledger share: their options, and how a page of rows is written. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { csvLine } from '../../export/csv/csv-line.ts';
import type { Ledger, Page } from '../../ledger/ledger.ts';
import { HearsayError } from '../../text/errors.ts';
import { LEDGER_OPTION } from '../ledger-option.ts';
import { columnsOf, isColoured, type Terminal, write } from '../terminal.ts';
import { painter } from '../view/paint.ts';
import { type Column, showTable } from '../view/show-table.ts';

const DEFAULT_LIMIT = 50;

export interface ListOptions {
  readonly ledger: string;
  readonly json?: true;
  readonly csv?: true;
  readonly limit: number;
  readonly sort?: string;
  readonly reverse?: true;
  readonly after?: string;
}

/**
 * Adds the options of a list to a command.
 *
 * @example
 * addListOptions(new Command('actors'), ACTOR_ORDERS);
 */
export function addListOptions(command: Command, orders: readonly string[]): Command {
  if (orders.length > 0) {
    command
      .addOption(new Option('--sort <order>', 'what to sort by').choices([...orders]))
      .option('--reverse', 'the other way round');
  }
  return command
    .option('--limit <number>', 'rows to print at most, up to 1000', readLimit, DEFAULT_LIMIT)
    .option('--after <cursor>', 'go on where a page ended: the cursor that it printed')
    .option('--json', 'print the page as JSON')
    .option('--csv', 'print the page as CSV, for spreadsheets')
    .option(...LEDGER_OPTION);
}

/**
 * The part of a query that the options say.
 *
 * @example
 * pageQuery({ ledger: 'hearsay.db', limit: 50, sort: 'name' }, 'up'); // { limit: 50, order: 'name' }
 */
export function pageQuery<Order extends string>(
  { limit, sort, reverse, after }: ListOptions,
  turned: (order: Order | undefined) => 'up' | 'down',
): { limit: number; order?: Order; direction?: 'up' | 'down'; after?: string } {
  const order = sort as Order | undefined;
  return {
    limit,
    ...(order !== undefined && { order }),
    ...(reverse && { direction: turned(order) }),
    ...(after !== undefined && { after }),
  };
}

/**
 * Runs work on a ledger that there is, and closes it.
 *
 * @throws HearsayError E_LEDGER
 * @example
 * await withLedger('hearsay.db', (ledger) => ledger.statements());
 */
export async function withLedger<Result>(path: string, work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const { openLedger } = await import('../../ledger/sqlite/open-ledger.ts');
  const ledger = await openLedger(path, { create: false });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/**
 * A page that has all rows there are.
 *
 * @example
 * wholePage(await ledger.runs()).total; // 12
 */
export function wholePage<Row>(rows: readonly Row[]): Page<Row> {
  return { total: rows.length, first: 0, rows, next: null };
}

/** A page as it is printed: the columns of the table, and those of CSV. */
export interface Listing<Row> {
  readonly page: Page<Row>;
  /** What the rows are, one and many. */
  readonly noun: readonly [one: string, many: string];
  readonly table: readonly Column<Row>[];
  readonly csv: Readonly<Record<string, (row: Row) => string | number | boolean | null>>;
}

/**
 * Writes a page as the options say.
 *
 * @throws HearsayError E_USAGE where both --json and --csv are given.
 * @example
 * await writeListing(terminal, options, listing);
 */
export async function writeListing<Row>(
  terminal: Terminal,
  { json, csv }: Pick<ListOptions, 'json' | 'csv'>,
  { page, noun, table, csv: csvColumns }: Listing<Row>,
): Promise<void> {
  const { stdout } = terminal;
  if (json && csv) throw new HearsayError('E_USAGE', 'Give --json or --csv, not both.');
  if (json) {
    await write(stdout, `${JSON.stringify(page, null, 2)}\n`);
    return;
  }
  if (csv) {
    await write(stdout, csvLine(Object.keys(csvColumns)));
    for (const row of page.rows) await write(stdout, csvLine(Object.values(csvColumns).map((cell) => cell(row))));
    await writeMore(terminal, page);
    return;
  }
  const paint = painter(isColoured(stdout, terminal.environment));
  if (!stdout.isTTY) {
    await write(stdout, showTable(page.rows, table, null, paint));
    await writeMore(terminal, page);
    return;
  }
  if (page.rows.length > 0) await write(stdout, `${showTable(page.rows, table, columnsOf(stdout), paint)}\n`);
  await write(stdout, `${paint(summary(page, noun), 'dim')}\n`);
}

function summary({ total, first, rows, next }: Page<unknown>, [one, many]: Listing<unknown>['noun']): string {
  const count = `${total.toLocaleString('en')} ${total === 1 ? one : many}`;
  const shown = total > rows.length && rows.length > 0 ? `, ${first + 1} to ${first + rows.length} shown` : '';
  return `${count}${shown}${next === null ? '' : `; more: --after ${next}`}`;
}

/** What is left out is said where it does not get among the rows. */
async function writeMore({ stderr }: Terminal, { total, first, rows, next }: Page<unknown>): Promise<void> {
  if (next === null) return;
  const shown = `${first + 1} to ${first + rows.length} of ${total.toLocaleString('en')}`;
  await write(stderr, `hearsay: rows ${shown}; more: --after ${next}\n`);
}

function readLimit(value: string): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new InvalidArgumentError('Give a number from 1 to 1000.');
}
