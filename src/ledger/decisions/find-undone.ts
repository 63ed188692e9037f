/** Which decisions are taken back: those that a decision undoes which is not itself undone. */
import type { Decision } from '../decisions.ts';

/**
 * The ids of the decisions that are undone. Time: linear.
 *
 * @param undoings all decisions that undo another, in any order
 * @example
 * findUndone([{ id: 'dec_2', undoes: 'dec_1' }, { id: 'dec_3', undoes: 'dec_2' }]); // Set { 'dec_2' }
 */
export function findUndone(undoings: readonly Pick<Decision, 'id' | 'undoes'>[]): Set<string> {
  const by = new Map<string, string[]>();
  for (const { id, undoes } of undoings) {
    if (undoes === null) continue;
    const others = by.get(undoes);
    if (others) others.push(id);
    else by.set(undoes, [id]);
  }
  const settled = new Map<string, boolean>();
  // An id is a hash of what it undoes, so the chains have an end; a loop of its own making counts as not undone.
  const isUndone = (id: string): boolean => {
    const known = settled.get(id);
    if (known !== undefined) return known;
    settled.set(id, false);
    const undone = (by.get(id) ?? []).some((undoing) => !isUndone(undoing));
    settled.set(id, undone);
    return undone;
  };
  return new Set([...by.keys()].filter(isUndone));
}
