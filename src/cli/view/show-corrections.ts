/** Corrections that came from an annotation tool: how many of each kind, and each in one line. */
import type { Decision } from '../../ledger/ledger.ts';
import { count } from './count.ts';
import { quoted, shownValue, wordsOf } from './show-decisions.ts';
import { plainLine } from './wrap-text.ts';

const NAMES: Readonly<Record<string, string>> = {
  edit: 'edit',
  missed: 'missed statement',
  reject: 'rejection',
  accept: 'acceptance',
  note: 'note',
  tag: 'tag',
};

/**
 * How many decisions of each kind there are.
 *
 * @example
 * countCorrections(decisions); // '2 edits, 1 missed statement'
 */
export function countCorrections(decisions: readonly Decision[]): string {
  const told = Object.entries(NAMES).flatMap(([kind, name]) => {
    const number = decisions.filter((decision) => kindOf(decision) === kind).length;
    return number > 0 ? [count(number, name)] : [];
  });
  return told.join(', ') || 'nothing to decide';
}

/**
 * One line, without its end, for a correction.
 *
 * @example
 * correctionLine(decision); // 'Ada: edit “the pier shut”: content “the pier was shut”'
 */
export function correctionLine(decision: Decision): string {
  const { by, targets, value } = decision;
  const name = NAMES[kindOf(decision)];
  const on = targets[0].kind === 'article' ? '' : ` ${quoted(shownValue({ exact: wordsOf(targets[0]) }))}`;
  const set = shownValue(value);
  return plainLine(`${by}: ${name}${on}${set === '' ? '' : `: ${set}`}`);
}

/** An edit of an article puts in a statement that was missed. */
function kindOf({ kind, targets }: Decision): string {
  return kind === 'edit' && targets[0].kind === 'article' ? 'missed' : kind;
}
