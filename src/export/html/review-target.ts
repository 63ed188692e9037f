/** What a decision on a statement refers to, for the script of the report: the statement's words, where they stand, and what stands around them. */
import type { Anchor, DecisionTarget, StatementRecord } from '../../ledger/ledger.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { anchorSpan } from '../text-anchor.ts';

/** The target, with the address of the article, by which people and other ledgers know it. */
export interface ReviewTarget extends DecisionTarget {
  readonly address: string;
}

/**
 * The target of decisions on the statement.
 *
 * @example
 * reviewTarget(version, statement).anchors.map(({ role }) => role); // ['source', 'cue', 'content']
 */
export function reviewTarget({ version, reading }: SelectedVersion, statement: StatementRecord): ReviewTarget {
  const anchors = (['source', 'cue', 'content'] as const).flatMap((role): Anchor[] => {
    const spans = statement[role]?.spans ?? [];
    if (spans.length === 0) return [];
    const { prefix, suffix } = anchorSpan(reading.text, spans[0]);
    return [{ role, spans, exact: spans.map(([start, end]) => reading.text.slice(start, end)), prefix, suffix }];
  });
  return {
    kind: 'statement',
    id: statement.id,
    address: reading.article.url ?? version.path,
    textSha256: statement.textSha256,
    anchors,
  };
}
