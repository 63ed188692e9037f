/** Suggestions for people: each decision with its words as they stood, and as they stand now, so that one can see whether it still fits. */

import type { Suggestion } from '../../ledger/decisions/suggest-decisions.ts';
import type { EditValue } from '../../ledger/decisions.ts';
import type { Anchor, DecisionTarget } from '../../ledger/ledger.ts';
import { ruled } from './show-decisions.ts';
import { cut } from './show-table.ts';
import { hangText, plainLine } from './wrap-text.ts';

const INDENT = '    ';
/** UTF-16 units of an entry's words that are shown between their neighbours. */
const WORDS = 120;

/**
 * Some lines for a suggestion, none wider than `columns`.
 *
 * @example
 * showSuggestion(suggestion, 80); // 'dec_0f3c5a7e91b24d68  accept …\n    was: …he said that [the pier shut]. A clerk…\n    now: …'
 */
export function showSuggestion({ decision, moved, value }: Suggestion, columns: number): string {
  const { id, at, by, kind } = decision;
  const lines = [cut(`${id}  ${at.slice(0, 10)}  ${plainLine(by)}: ${ruled(kind, decision.value)}`, columns)];
  for (const { from, to, version } of moved) {
    const name = version.reading.article.title ?? version.address;
    lines.push(cut(`${INDENT}${to.kind} ${to.id} in ${plainLine(name)}`, columns));
    const [was, now] = [inContext(from, decision.value), inContext(to, value)];
    // Where nothing around them changed, twice the same would only look like a difference.
    if (was === now) lines.push(...hangText(now, `${INDENT}same: `, columns));
    else lines.push(...hangText(was, `${INDENT}was:  `, columns), ...hangText(now, `${INDENT}now:  `, columns));
  }
  return `${lines.join('\n')}\n`;
}

/** The words that tell most, in brackets, between what stands around them. */
function inContext({ anchors }: DecisionTarget, value: unknown): string {
  const edited = value as EditValue | null;
  const anchor: Anchor | null | undefined =
    anchors.find(({ role }) => role === 'content' || role === 'predicate') ??
    anchors[0] ??
    edited?.content ??
    edited?.cue;
  if (!anchor) return '';
  const words = anchor.exact.join(' … ');
  const shown = words.length > WORDS ? `${words.slice(0, WORDS / 2)} … ${words.slice(-WORDS / 2)}` : words;
  return `…${anchor.prefix}[${shown}]${anchor.suffix}…`;
}
