/** A decision of all that it says: its id is a hash of that, so it is made last. */
import type { Decision } from '../decisions.ts';
import { decisionId } from './decision-id.ts';

/**
 * The decision that says this.
 *
 * @example
 * makeDecision({ at, by: 'Ada', kind: 'accept', targets, value: null, undoes: null }).id; // 'dec_…'
 */
export function makeDecision(said: Omit<Decision, 'id'>): Decision {
  return { id: decisionId(said), ...said };
}
