/**
 * One connection to a ledger file: statements prepared once, and work done in one transaction. Everything that is written
 * goes through `write`, so that a failure, or a kill, in the middle leaves nothing behind.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export class Database {
  readonly handle: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(handle: DatabaseSync) {
    this.handle = handle;
  }

  /** The first row, or undefined. */
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  /** Rows one by one; the connection must not be written to meanwhile. */
  iterate<Row>(sql: string, ...values: SQLInputValue[]): IterableIterator<Row> {
    // Of its own: a prepared statement that is run again ends what was being read with it.
    return this.handle.prepare(sql).iterate(...values) as IterableIterator<Row>;
  }

  /** How many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  /** The key of the row that was put in. */
  insert(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid);
  }

  /**
   * All of the work or nothing.
   *
   * @example
   * database.write(() => database.run('DELETE FROM article WHERE id = ?', id));
   */
  write<Result>(work: () => Result): Result {
    this.handle.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.handle.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.handle.isTransaction) this.handle.exec('ROLLBACK');
      throw error;
    }
  }

  /** A number that SQLite keeps in the file. */
  pragma(name: 'application_id' | 'user_version' | 'page_size'): number {
    return Object.values(this.handle.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[0];
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) this.#prepared.set(sql, (statement = this.handle.prepare(sql)));
    return statement;
  }
}
