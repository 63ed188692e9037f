/**
 * `hearsay/ledger`: keeps readings in one file, and asks of them.
 *
 *     import { openLedger } from 'hearsay/ledger';
 *     const ledger = await openLedger('case.db');
 *     for await (const statement of ledger.eachStatement()) console.log(statement.source?.text, statement.content?.text);
 *     await ledger.close();
 */
export type * from './ledger/ledger.ts';
export { type OpenOptions, openLedger } from './ledger/sqlite/open-ledger.ts';
