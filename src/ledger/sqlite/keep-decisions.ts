/**
 * Decisions as they are kept: added, never changed. The rows of every text that new ones touch are made again in the same transaction,
 * with all that is in force laid over; how each decision stands is noted beside it. Cost: as keeping the readings of these texts.
 */
import type { Reading } from '../../reading/reading.ts';
import { findUndone } from '../decisions/find-undone.ts';
import type { Laid } from '../decisions/laid.ts';
import { layOver } from '../decisions/lay-over.ts';
import type { Decision, DecisionState, DecisionTarget, KeptDecision } from '../ledger.ts';
import type { Database } from './database.ts';
import { joinWhos } from './join-whos.ts';
import { keepEntries, removeEntries } from './keep-entries.ts';
import { readingOf } from './list-articles.ts';

/**
 * Adds those that the ledger has not, within a transaction that the caller began; gives how many these were.
 *
 * @example
 * database.write(() => addDecisions(database, decisions)); // 3
 */
export function addDecisions(database: Database, decisions: readonly Decision[]): number {
  const added: number[] = [];
  for (const decision of decisions) {
    const known = database.get('SELECT key FROM decision WHERE id = ?', decision.id);
    if (known) continue;
    const key = database.insert(
      "INSERT INTO decision (id, at, by, kind, value, undoes, carries, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')",
      decision.id,
      decision.at,
      decision.by,
      decision.kind,
      JSON.stringify(decision.value ?? null),
      decision.undoes,
      decision.carries ?? null,
    );
    decision.targets.forEach(({ kind, id, address, textSha256, anchors }, position) => {
      const values = [key, position, kind, id, address, textSha256, JSON.stringify(anchors)];
      database.run('INSERT INTO decision_target VALUES (?, ?, ?, ?, ?, ?, ?)', ...values);
    });
    added.push(key);
  }
  const touched = [...added, ...noteUndone(database)];
  const versions = database.all<{ key: number; articleId: string }>(
    `SELECT version.key, article.id AS articleId FROM version JOIN article ON article.key = article
     WHERE text_sha256 IN (SELECT text_sha256 FROM decision_target WHERE decision IN (SELECT value FROM json_each(?)))
     ORDER BY version.key`,
    JSON.stringify(touched),
  );
  for (const { key, articleId } of versions) {
    removeEntries(database, key);
    keepEntries(database, key, layOverVersion(database, key, articleId));
  }
  settleDecisions(
    database,
    versions.map(({ key }) => key),
    touched,
  );
  return added.length;
}

/**
 * A version's reading with the decisions in force laid over.
 *
 * @example
 * layOverVersion(database, 1, 'art_0011223344556677').statements.length;
 */
export function layOverVersion(database: Database, version: number, articleId: string): Laid {
  return layOverReading(database, readingOf(database, version), articleId);
}

/**
 * A reading with the decisions in force on its text laid over.
 *
 * @example
 * layOverReading(database, reading, 'art_0011223344556677').statements.length;
 */
export function layOverReading(database: Database, reading: Reading, articleId: string): Laid {
  return layOver(reading, articleId, decisionsOn(database, reading.textSha256));
}

/** Decisions in force with a target in the text, the earliest first. */
function decisionsOn(database: Database, textSha256: string): Decision[] {
  const keys = database.all<{ decision: number }>(
    'SELECT DISTINCT decision FROM decision_target WHERE text_sha256 = ?',
    textSha256,
  );
  if (keys.length === 0) return [];
  return database
    .all<StoredDecision>(
      `${DECISIONS} WHERE key IN (SELECT value FROM json_each(?)) AND state <> 'undone' ORDER BY at, key`,
      JSON.stringify(keys.map(({ decision }) => decision)),
    )
    .map((stored) => toDecision(database, stored));
}

/** Notes which decisions are undone, and gives the keys of those for which that changed. */
function noteUndone(database: Database): number[] {
  const undone = findUndone(database.all<Decision>("SELECT id, undoes FROM decision WHERE kind = 'undo'"));
  const before = database.all<{ key: number; id: string }>("SELECT key, id FROM decision WHERE state = 'undone'");
  const changed: number[] = [];
  for (const { key, id } of before) {
    if (undone.delete(id)) continue;
    database.run("UPDATE decision SET state = 'waiting' WHERE key = ?", key);
    changed.push(key);
  }
  for (const id of undone) {
    const decision = database.get<{ key: number }>('SELECT key FROM decision WHERE id = ?', id);
    if (!decision) continue;
    database.run("UPDATE decision SET state = 'undone' WHERE key = ?", decision.key);
    changed.push(decision.key);
  }
  return changed;
}

/**
 * Notes how decisions stand after rows of some versions were made anew, and who is who across articles.
 *
 * @param versions keys of these versions; `touched` are keys of further decisions
 * @example
 * settleDecisions(database, [1]);
 */
export function settleDecisions(
  database: Database,
  versions: readonly number[],
  touched: readonly number[] = [],
): void {
  const rows = database.all<{ key: number }>(
    `SELECT DISTINCT decision AS key FROM decision_target JOIN version ON version.text_sha256 = decision_target.text_sha256
     WHERE version.key IN (SELECT value FROM json_each(?))`,
    JSON.stringify(versions),
  );
  const keys = new Set([...rows.map(({ key }) => key), ...touched]);
  if (keys.size === 0) return;
  settleUndoings(database);
  for (const key of keys) {
    const decision = database.get<{ kind: string; state: string }>(
      'SELECT kind, state FROM decision WHERE key = ?',
      key,
    )!;
    if (decision.kind === 'undo' || decision.state === 'undone') continue;
    database.run('UPDATE decision SET state = ? WHERE key = ?', stateOf(database, key), key);
  }
  joinWhos(database);
}

/** An undoing is in force where what it undoes is here. */
function settleUndoings(database: Database): void {
  database.run(
    `UPDATE decision SET state = CASE WHEN undoes IN (SELECT id FROM decision) THEN 'laid' ELSE 'waiting' END
     WHERE kind = 'undo' AND state <> 'undone'`,
  );
}

function stateOf(database: Database, decision: number): DecisionState {
  const targets = database.all<{ found: number; entries: number; moved: number; overruled: number }>(
    `SELECT count(version) AS found, count(entry) AS entries, coalesce(max(moved), 0) AS moved,
       coalesce(min(overruled), 0) AS overruled
     FROM decision_target LEFT JOIN laid USING (decision, position) WHERE decision = ? GROUP BY position`,
    decision,
  );
  if (targets.length === 0 || targets.some(({ found }) => found === 0)) return 'waiting';
  if (targets.some(({ entries }) => entries === 0)) return 'unanchored';
  if (targets.every(({ overruled }) => overruled === 1)) return 'overruled';
  return targets.some(({ moved }) => moved === 1) ? 'moved' : 'laid';
}

type StoredDecision = Omit<KeptDecision, 'targets' | 'value' | 'carries'> & {
  readonly key: number;
  readonly value: string;
  readonly carries: string | null;
};

const DECISIONS = 'SELECT key, id, at, by, kind, value, undoes, carries, state FROM decision';

/**
 * Every decision, the first added first.
 *
 * @example
 * for (const { by, kind } of eachDecision(database)) console.log(by, kind);
 */
export function* eachDecision(database: Database): Generator<KeptDecision> {
  for (const stored of database.iterate<StoredDecision>(`${DECISIONS} ORDER BY key`)) {
    yield toDecision(database, stored);
  }
}

/**
 * The decision of that id, or null.
 *
 * @example
 * findDecision(database, 'dec_0011223344556677')?.by;
 */
export function findDecision(database: Database, decisionId: string): KeptDecision | null {
  const stored = database.get<StoredDecision>(`${DECISIONS} WHERE id = ?`, decisionId);
  return stored ? toDecision(database, stored) : null;
}

function toDecision(database: Database, { key, value, carries, ...decision }: StoredDecision): KeptDecision {
  type StoredTarget = Omit<DecisionTarget, 'anchors'> & { readonly anchors: string };
  const targets = database.all<StoredTarget>(
    `SELECT kind, id, address, text_sha256 AS textSha256, anchors FROM decision_target WHERE decision = ?
     ORDER BY position`,
    key,
  );
  return {
    ...decision,
    value: JSON.parse(value),
    targets: targets.map((target) => ({ ...target, anchors: JSON.parse(target.anchors) })),
    ...(carries !== null && { carries }),
  };
}
