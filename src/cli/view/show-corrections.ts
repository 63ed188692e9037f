/** Corrections that came from an annotation tool: how many of each kind, and each in one line. */
import type { Decision } from '../../ledger/ledger.ts';
import { quoted, shownValue, wordsOf } from './show-decisions.ts';
import { plainLine } from './wrap-text.ts';

const NAMES: Readonly<Record<string, readonly [one: string, several: string]>> = {
  edit: ['edit', 'edits'],
  missed: ['missed statement', 'missed statements'],
  reject: ['rejection', 'rejections'],
  accept: ['acceptance', 'acceptances'],
  note: ['note', 'notes'],
  tag: ['tag', 'tags'],
};

/**
 * How many decisions of each kind there are.
 *
 * @example
 * countCorrections(decisions); // '2 edits, 1 missed statement'
 */
export function countCorrections(decisions: readonly Decision[]): string {
  const counts = new Map(Object.keys(NAMES).map((kind) => [kind, 0]));
  for (const decision of decisions) counts.set(kindOf(decision), counts.get(kindOf(decision))! + 1);
  const told = [...counts].filter(([, count]) => count > 0);
  return told.map(([kind, count]) => `${count} ${NAMES[kind][count === 1 ? 0 : 1]}`).join(', ') || 'nothing to decide';
}

/**
 * One line, without its end, for a correction.
 *
 * @example
 * correctionLine(decision); // 'Ada: edit “the pier shut”: content “the pier was shut”'
 */
export function correctionLine(decision: Decision): string {
  const { by, targets, value } = decision;
  const [name] = NAMES[kindOf(decision)];
  const on = targets[0].kind === 'article' ? '' : ` ${quoted(shownValue({ exact: wordsOf(targets[0]) }))}`;
  const set = shownValue(value);
  return plainLine(`${by}: ${name}${on}${set === '' ? '' : `: ${set}`}`);
}

/** An edit of an article puts in a statement that was missed. */
function kindOf({ kind, targets }: Decision): string {
  return kind === 'edit' && targets[0].kind === 'article' ? 'missed' : kind;
}
