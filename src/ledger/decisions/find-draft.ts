/**
 * Which entry of a text a decision is about. The rule is strict: the entry with exactly the words that were ruled on; of statements
 * else the only one with the same cue whose content holds the other's or is held by it, or with the same content and source.
 * A claim is the one with the same subject, predicate and object, or else the only one with that predicate.
 * Everything else is not found, and listed: a decision on the wrong entry is worse than one that waits for a person.
 */
import type { Span } from '../../text/document.ts';
import type { Anchor, DecisionTarget } from '../decisions.ts';
import type { Draft, Drafts, RoleSpans } from './drafts.ts';

export interface Found {
  readonly draft: Draft;
  /** Whether its words are others than those that were ruled on. */
  readonly hasMoved: boolean;
}

/**
 * The entry that a target means, or null.
 *
 * @example
 * findDraft(drafts, decision.targets[0])?.draft.entry.id;
 */
export function findDraft(drafts: Drafts, target: DecisionTarget): Found | null {
  switch (target.kind) {
    case 'statement':
      return findStatement(drafts.statement, spansOf(target));
    case 'actor':
      return findActor(drafts.actor, target);
    case 'claim':
      return findClaim(drafts.claim, target);
    case 'article':
      return null;
    default:
      return findExtent(drafts[target.kind], target);
  }
}

/**
 * The spans of the roles that a target of a statement names.
 *
 * @example
 * spansOf(target).cue; // [[13, 17]]
 */
export function spansOf({ anchors }: Pick<DecisionTarget, 'anchors'>): RoleSpans {
  return { source: spansAs('source', anchors), cue: spansAs('cue', anchors), content: spansAs('content', anchors) };
}

function spansAs(role: Anchor['role'], anchors: readonly Anchor[]): readonly Span[] {
  return anchors.find((anchor) => anchor.role === role)?.spans ?? [];
}

/**
 * The statement with these spans and no others.
 *
 * @example
 * findExact(drafts.statement, spans)?.entry.id;
 */
export function findExact(drafts: readonly Draft<'statement'>[], spans: RoleSpans): Draft<'statement'> | null {
  const isSame = (other: RoleSpans) =>
    areEqual(other.source, spans.source) && areEqual(other.cue, spans.cue) && areEqual(other.content, spans.content);
  return (
    drafts.find(({ goesBy }) => isSame(goesBy[goesBy.length - 1])) ??
    drafts.find(({ goesBy }) => goesBy.some(isSame)) ??
    null
  );
}

function findStatement(drafts: readonly Draft<'statement'>[], spans: RoleSpans): Found | null {
  const exact = findExact(drafts, spans);
  if (exact) return { draft: exact, hasMoved: false };
  const isNear = (other: RoleSpans) =>
    (spans.cue.length > 0 && areEqual(other.cue, spans.cue) && doesHold(other.content, spans.content)) ||
    (spans.content.length > 0 &&
      spans.source.length > 0 &&
      areEqual(other.content, spans.content) &&
      areEqual(other.source, spans.source));
  const near = drafts.filter(({ goesBy }) => goesBy.some(isNear));
  return near.length === 1 ? { draft: near[0], hasMoved: true } : null;
}

/** The only actor that is mentioned in one of the places by which it was ruled on; of several the one with the same id. */
function findActor(drafts: readonly Draft<'actor'>[], { id, anchors }: DecisionTarget): Found | null {
  const spans = anchors.flatMap((anchor) => anchor.spans);
  const held = drafts.filter(({ entry }) =>
    entry.mentions.some((mention) => spans.some((span) => isSpan(mention, span))),
  );
  const draft = held.length === 1 ? held[0] : held.find(({ entry }) => entry.id === id);
  return draft ? { draft, hasMoved: draft.entry.id !== id } : null;
}

function findClaim(drafts: readonly Draft<'claim'>[], { anchors }: DecisionTarget): Found | null {
  const isSame = ({ entry }: Draft<'claim'>, role: 'subject' | 'predicate' | 'object') =>
    areEqual(entry[role]?.spans ?? [], spansAs(role, anchors));
  const near = drafts.filter((draft) => isSame(draft, 'predicate'));
  const exact = near.find((draft) => isSame(draft, 'subject') && isSame(draft, 'object'));
  if (exact) return { draft: exact, hasMoved: false };
  return near.length === 1 ? { draft: near[0], hasMoved: true } : null;
}

function findExtent(
  drafts: readonly Draft<'assertion' | 'moment' | 'place'>[],
  { anchors }: DecisionTarget,
): Found | null {
  const [start, end] = anchors[0]?.spans[0] ?? [];
  const draft = drafts.find(({ entry }) => entry.start === start && entry.end === end);
  return draft ? { draft, hasMoved: false } : null;
}

function isSpan(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function areEqual(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, at) => isSpan(span, b[at]));
}

/** Whether all of one lies within the other. */
function doesHold(a: readonly Span[], b: readonly Span[]): boolean {
  const isWithin = (inner: readonly Span[], outer: readonly Span[]) =>
    inner.every(([start, end]) => outer.some((span) => span[0] <= start && end <= span[1]));
  return a.length === 0 || b.length === 0 ? a.length === b.length : isWithin(a, b) || isWithin(b, a);
}
