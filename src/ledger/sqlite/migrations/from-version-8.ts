/** Version 9: a decision says which one it carries over from another text. */
import type { Database } from '../database.ts';

/**
 * Takes a ledger from version 8 to 9, within a transaction that the caller began.
 *
 * @example
 * database.write(() => fromVersion8(database));
 */
export function fromVersion8(database: Database): void {
  database.handle.exec('ALTER TABLE decision ADD COLUMN carries TEXT');
}
