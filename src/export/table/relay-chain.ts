/** Who passed a statement on: the statements that it stands in, the outermost first. */
import type { StatementRecord } from '../../ledger/ledger.ts';

export interface Relay {
  readonly statement_id: string;
  readonly source: string | null;
  readonly actor_id: string | null;
  readonly cue: string | null;
}

/**
 * The chain of a statement; empty where the outlet has it at first hand.
 *
 * @example
 * relayChain({ statement, byId }); // [{ statement_id: 'stmt_…', source: 'the port', actor_id: null, cue: 'said' }]
 */
export function relayChain(row: {
  readonly statement: StatementRecord;
  readonly byId: ReadonlyMap<string, StatementRecord>;
}): readonly Relay[] {
  const chain: Relay[] = [];
  const seen = new Set([row.statement.id]);
  let outer = row.statement.parent === null ? undefined : row.byId.get(row.statement.parent);
  while (outer && !seen.has(outer.id)) {
    seen.add(outer.id);
    chain.unshift({
      statement_id: outer.id,
      source: outer.source?.text ?? null,
      actor_id: outer.actor?.who ?? null,
      cue: outer.cue?.text ?? null,
    });
    outer = outer.parent === null ? undefined : row.byId.get(outer.parent);
  }
  return chain;
}
