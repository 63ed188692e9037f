/** Decisions as they are kept: added, never changed; only how one stands now is noted beside it. */

import { HearsayError } from '../../text/errors.ts';
import type { Decision, DecisionState, DecisionTarget, KeptDecision } from '../ledger.ts';
import type { Database } from './database.ts';

/**
 * Adds those that the ledger has not, within a transaction that the caller began; gives how many these were.
 *
 * @example
 * database.write(() => addDecisions(database, decisions)); // 3
 */
export function addDecisions(database: Database, decisions: readonly Decision[]): number {
  let added = 0;
  for (const decision of decisions) {
    const known = database.get('SELECT key FROM decision WHERE id = ?', decision.id);
    if (known) continue;
    const key = database.insert(
      "INSERT INTO decision (id, at, by, kind, value, undoes, state) VALUES (?, ?, ?, ?, ?, ?, 'laid')",
      decision.id,
      decision.at,
      decision.by,
      decision.kind,
      JSON.stringify(decision.value ?? null),
      decision.undoes,
    );
    decision.targets.forEach(({ kind, id, textSha256, anchors }, position) => {
      const values = [key, position, kind, id, textSha256, JSON.stringify(anchors)];
      database.run('INSERT INTO decision_target VALUES (?, ?, ?, ?, ?, ?)', ...values);
    });
    added++;
  }
  return added;
}

/**
 * Notes how a decision stands.
 *
 * @throws HearsayError E_NOT_FOUND
 * @example
 * setDecisionState(database, 'dec_0011223344556677', 'undone');
 */
export function setDecisionState(database: Database, decisionId: string, state: DecisionState): void {
  if (database.run('UPDATE decision SET state = ? WHERE id = ?', state, decisionId) === 0) {
    throw new HearsayError('E_NOT_FOUND', `The ledger holds no decision ${decisionId}.`);
  }
}

/**
 * Every decision, the first added first.
 *
 * @example
 * for (const { by, kind } of eachDecision(database)) console.log(by, kind);
 */
export function* eachDecision(database: Database): Generator<KeptDecision> {
  type Stored = Omit<KeptDecision, 'targets' | 'value'> & { readonly key: number; readonly value: string };
  type StoredTarget = Omit<DecisionTarget, 'anchors'> & { readonly anchors: string };
  for (const { key, value, ...decision } of database.iterate<Stored>(
    'SELECT key, id, at, by, kind, value, undoes, state FROM decision ORDER BY key',
  )) {
    const targets = database.all<StoredTarget>(
      'SELECT kind, id, text_sha256 AS textSha256, anchors FROM decision_target WHERE decision = ? ORDER BY position',
      key,
    );
    yield {
      ...decision,
      value: JSON.parse(value),
      targets: targets.map((target) => ({ ...target, anchors: JSON.parse(target.anchors) })),
    };
  }
}
