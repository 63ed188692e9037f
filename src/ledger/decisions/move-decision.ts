/**
 * What a decision would be on another text of its article: its words found there again, and the entry that they are. A pure function;
 * whether it is to be so is for a person to say. Cost: a search of the text for each of its words, and laying one decision over it.
 */
import type { AttributeValue, Decision, DecisionTarget, EditValue, RuledActor } from '../decisions.ts';
import type { LaidVersion } from '../ledger.ts';
import { findQuote } from './find-quote.ts';
import type { Link } from './laid.ts';
import { layOver } from './lay-over.ts';
import { holdsAnchor, makeAnchor } from './make-anchor.ts';

/** A target, and what it would be. */
export interface MovedTarget {
  readonly from: DecisionTarget;
  readonly to: DecisionTarget;
  /** The version that it would be in. */
  readonly version: LaidVersion;
  /** Of an actor: who it is there, across articles. */
  readonly who: string | null;
}

export interface MovedDecision extends Pick<Decision, 'targets' | 'value'> {
  /** Those of its targets whose words stand elsewhere, at least one. */
  readonly moved: readonly MovedTarget[];
}

/**
 * The decision on the texts that its articles have now; null where it is on these already, or where some of its words are not there, stand
 * there twice, or are no entry.
 *
 * @param versions of each target the version that its article has now; null where the ledger has no such article
 * @example
 * moveDecision(decision, [laid])?.targets[0].anchors[0].spans; // [[152, 156]]
 */
export function moveDecision(decision: Decision, versions: readonly (LaidVersion | null)[]): MovedDecision | null {
  const moved: MovedTarget[] = [];
  const targets: DecisionTarget[] = [];
  let value = decision.value;
  for (const [at, from] of decision.targets.entries()) {
    const version = versions[at];
    if (!version || isThere(decision, from, version)) {
      targets.push(from);
      continue;
    }
    const words = findTarget(from, version);
    const carried = words && moveValue(decision, version);
    const link = carried && lay({ ...decision, value: carried.value, targets: [words] }, version);
    if (!link?.entry) return null;
    value = carried!.value;
    const to = from.kind === 'article' ? words! : { ...words!, id: link.entry.id };
    targets.push(to);
    moved.push({ from, to, version, who: link.who });
  }
  return moved.length > 0 ? { targets, value, moved } : null;
}

/** Whether all the words that the decision names stand in this version where it says. */
function isThere({ value }: Decision, { textSha256, anchors }: DecisionTarget, { reading }: LaidVersion): boolean {
  const { source, cue, content } = (value ?? {}) as EditValue;
  const edited = [source, cue, content].flatMap((anchor) => anchor ?? []);
  const hold = [...anchors, ...edited].every((anchor) => holdsAnchor(reading.text, anchor));
  return reading.textSha256 === textSha256 && hold;
}

/** The target in another text; null where its words are not found. Of an actor some of its mentions are enough. */
function findTarget(target: DecisionTarget, { address, reading }: LaidVersion): DecisionTarget | null {
  const { text, textSha256 } = reading;
  const anchors = target.anchors.flatMap((anchor) => {
    const spans = findQuote(text, anchor);
    return spans ? [makeAnchor(text, anchor.role, spans)] : [];
  });
  const fewest = target.kind === 'actor' ? 1 : target.anchors.length;
  return anchors.length < fewest ? null : { ...target, address, textSha256, anchors };
}

/** What was set, with the words and the actors that it names in the other text; null where words are not found. */
function moveValue({ kind, value }: Decision, version: LaidVersion): { readonly value: unknown } | null {
  if (kind === 'attribute') {
    const { actor, candidates } = value as AttributeValue;
    const move = (ruled: RuledActor) => moveActor(ruled, version);
    return { value: { actor: actor && move(actor), candidates: candidates.map(move) } satisfies AttributeValue };
  }
  if (kind !== 'edit') return { value };
  const edited: Record<string, unknown> = { ...(value as EditValue) };
  for (const role of ['source', 'cue', 'content'] as const) {
    const anchor = (value as EditValue)[role];
    if (!anchor) continue;
    const spans = findQuote(version.reading.text, anchor);
    if (!spans) return null;
    edited[role] = makeAnchor(version.reading.text, role, spans);
  }
  return { value: edited };
}

/** An actor that is not found in the other text goes by the name that it was given. */
function moveActor(ruled: RuledActor, version: LaidVersion): RuledActor {
  if (ruled.target === null || ruled.target.address !== version.address) return ruled;
  const target = findTarget(ruled.target, version);
  const noted = { id: '', at: '', by: '', kind: 'note', value: { note: '' }, undoes: null } as const;
  const link = target && lay({ ...noted, targets: [target] }, version);
  if (!target || !link?.entry || link.who === null) return { ...ruled, target: null };
  return { ...ruled, who: link.who, target: { ...target, id: link.entry.id } };
}

function lay(decision: Decision, { reading, articleId }: LaidVersion): Link | undefined {
  return layOver(reading, articleId, [decision]).links[0];
}
