/**
 * Brings the file of an older Hearsay up to date: first a whole copy of it beside it, then all steps and the making of the rows in
 * one transaction. Killed at any point, the file is as it was, and the next opening begins again. Cost: every reading is
 * unpacked and its rows are made, some 2000 articles a second.
 */
import { shortHash } from '../../../reading/short-hash.ts';
import { HearsayError } from '../../../text/errors.ts';
import { backUp } from '../back-up.ts';
import { copyPath } from '../copy-path.ts';
import type { Database } from '../database.ts';
import { putRun } from '../keep-records.ts';
import { SCHEMA_VERSION } from '../kept-tables.ts';
import { dropEntryTables, fillEntryTables } from '../make-entries.ts';
import { STEPS } from './steps.ts';

/**
 * Brings the ledger at `path` from an older version to this one.
 *
 * @throws HearsayError E_LEDGER where it is older than any step, or the copy cannot be written.
 * @example
 * await migrate(database, 'case.db', 3, () => new Date());
 */
export async function migrate(database: Database, path: string, version: number, now: () => Date): Promise<void> {
  if (!STEPS.some(({ from }) => from === version)) {
    throw new HearsayError(
      'E_LEDGER',
      `${path} was written by a Hearsay too old to be read: add the articles again to a new file with --ledger.`,
    );
  }
  const startedAt = now().toISOString();
  const copy = copyPath(path, `version-${version}`, startedAt);
  await backUp(database.handle, copy);
  // Tables that refer to each other are put aside and dropped one by one; the check at the end makes up for it.
  database.handle.exec('PRAGMA foreign_keys = OFF');
  try {
    database.write(() => {
      // Another program may have done it while this one waited.
      if (database.pragma('user_version') !== version) return;
      dropEntryTables(database);
      for (let reached = version; reached < SCHEMA_VERSION; ) {
        const step = STEPS.find(({ from }) => from === reached)!;
        step.run(database);
        reached = step.to;
      }
      fillEntryTables(database);
      putRun(database, {
        id: `run_${shortHash(`${startedAt}\n${copy}`)}`,
        kind: 'migration',
        what: `tables of version ${version} to ${SCHEMA_VERSION}; a copy of the file as it was is at ${copy}`,
        startedAt,
        endedAt: now().toISOString(),
        engine: null,
        counts: { versions: database.get<{ n: number }>('SELECT count(*) AS n FROM version')!.n },
      });
      const broken = database.all('PRAGMA foreign_key_check');
      if (broken.length > 0) throw new Error(`${broken.length} rows of ${path} refer to rows that are not there.`);
      database.handle.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    });
  } finally {
    database.handle.exec('PRAGMA foreign_keys = ON');
  }
}
