/** What a decision of each kind does to the entry that it is about. A new kind gets a line in APPLY and a function of its own. */

import type { Reading } from '../../reading/reading.ts';
import { shortHash } from '../../reading/short-hash.ts';
import type { Decision, DecisionKind, DecisionTarget, DecisionValues } from '../decisions.ts';
import { applyAttribution } from './apply-attribution.ts';
import { applyEdit } from './apply-edit.ts';
import { applyDate, applyPlace } from './apply-extents.ts';
import { type Draft, type Drafts, rule } from './drafts.ts';
import { findDraft } from './find-draft.ts';
import { holdsAnchor } from './make-anchor.ts';

/** A decision on its way over a text. */
export interface Application {
  readonly reading: Reading;
  readonly drafts: Drafts;
  readonly decision: Decision;
  readonly target: DecisionTarget;
  /** The entry that was found; null where the target's words are none. */
  readonly draft: Draft | null;
}

export interface Applied {
  readonly draft: Draft;
  readonly hasMoved: boolean;
  /** Of an actor: who it was before the decision. */
  readonly who: string | null;
}

/** Gives the draft that it ruled on, or null where there is none to rule on. */
export type Apply<Kind extends DecisionKind> = (on: Application, value: DecisionValues[Kind]) => Draft | null;

/** How the ruling of a merge on the identity of an actor begins; after it stand the words of all its actors. */
export const MERGED = 'merged: ';

const APPLY: { readonly [Kind in DecisionKind]: Apply<Kind> } = {
  accept: (on) => ruled(on, 'verdict', 'accepted'),
  reject: (on) => ruled(on, 'verdict', 'rejected'),
  status: (on, { status }) => ruled(on, 'status', status),
  note: (on, { note }) => ruled(on, 'note', note),
  tag: (on, { tag }) => ruled(on, `tag ${tag}`, true),
  untag: (on, { tag }) => ruled(on, `tag ${tag}`, false),
  edit: applyEdit,
  attribute: applyAttribution,
  merge: (on) => ruled(on, 'identity', mergedWords(on.decision)),
  split: (on) => {
    const { draft, decision } = on;
    if (draft?.kind !== 'actor') return null;
    const actor = draft as Draft<'actor'>;
    actor.entry = { ...actor.entry, who: `who_${shortHash(decision.id)}` };
    return ruled(on, 'identity', 'split off');
  },
  place: applyPlace,
  date: applyDate,
  undo: () => null,
};

/** Merges with different actors are different rulings: two people who each merge one actor with another one join all three. */
function mergedWords({ targets }: Decision): string {
  return `${MERGED}${targets.map(({ anchors: [{ exact }] }) => exact.join(' … ')).join(' + ')}`;
}

/**
 * Lays one decision over a text; null where the words of its target are no entry of the text any more.
 *
 * @example
 * applyDecision(reading, drafts, decision, decision.targets[0])?.draft.entry.id;
 */
export function applyDecision(
  reading: Reading,
  drafts: Drafts,
  decision: Decision,
  target: DecisionTarget,
): Applied | null {
  // Words that do not stand where a decision says are not guessed at.
  if (!target.anchors.every((anchor) => holdsAnchor(reading.text, anchor))) return null;
  const found = findDraft(drafts, target);
  const who = found?.draft.kind === 'actor' ? (found.draft as Draft<'actor'>).entry.who : null;
  const apply = APPLY[decision.kind] as Apply<DecisionKind>;
  const draft = apply({ reading, drafts, decision, target, draft: found?.draft ?? null }, decision.value as null);
  return draft && { draft, hasMoved: found?.hasMoved ?? false, who };
}

function ruled({ draft, decision }: Application, field: string, value: unknown): Draft | null {
  if (draft) rule(draft, decision, field, value, null);
  return draft;
}
