/**
 * Which statement of a text is which after a person went through them: those with the same words are the same; of the others each takes the one
 * that it shares most words with, the best pairs first. Annotation tools give ids of their own, so words are all there is to go by.
 * Cost: quadratic in what was changed in one text.
 */
import type { Span } from '../../text/document.ts';
import type { StatementSpans } from './annotated-text.ts';

/** A statement that the text was exported with. */
export interface KnownStatement {
  readonly id: string;
  readonly spans: StatementSpans;
  /** Its words after all decisions; null where it is none any more. */
  readonly now: StatementSpans | null;
}

export interface Matched<Known extends KnownStatement> {
  readonly same: readonly Known[];
  readonly changed: readonly { readonly from: Known; readonly to: StatementSpans }[];
  readonly added: readonly StatementSpans[];
  /** Those that are marked no longer. */
  readonly gone: readonly Known[];
  /** Sources and cues that hang on no content: what is left of a statement, or was never joined. */
  readonly loose: number;
}

export interface MatchOptions {
  /** Statements that are in the ledger beside the known ones: nobody need add them. */
  readonly present?: readonly StatementSpans[];
  /** Whether the tool has one span for a cue. */
  readonly hasWholeCues?: boolean;
}

const ROLES = ['source', 'cue', 'content'] as const;
/** How much of two contents must be the same, of all characters in either, to be those of one statement without the same cue. */
const SHARED = 0.5;

/**
 * Tells what was changed.
 *
 * @param found as they came back, each tidied (`tidySpans`)
 * @example
 * matchStatements(known, found).gone.length; // statements to reject
 */
export function matchStatements<Known extends KnownStatement>(
  known: readonly Known[],
  found: readonly StatementSpans[],
  { present = [], hasWholeCues = false }: MatchOptions = {},
): Matched<Known> {
  const keyOf = (spans: StatementSpans) => JSON.stringify(asTool(spans, hasWholeCues));
  const open = new Set(known);
  const byKey = new Map<string, Known>();
  for (const statement of known.toReversed()) {
    byKey.set(keyOf(statement.spans), statement);
    if (statement.now) byKey.set(keyOf(statement.now), statement);
  }
  const there = new Set(present.map(keyOf));
  const same = new Set<Known>();
  const others: StatementSpans[] = [];
  let loose = 0;
  for (const spans of found) {
    const statement = byKey.get(keyOf(spans));
    if (statement) {
      same.add(statement);
      open.delete(statement);
    } else if (there.has(keyOf(spans))) continue;
    else if (spans.content.length > 0) others.push(spans);
    else loose++;
  }
  const pairs = others
    .flatMap((to) =>
      [...open].map((from) => ({
        from,
        to,
        score: likeness(asTool(from.spans, hasWholeCues), asTool(to, hasWholeCues)),
      })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const changed = new Map<StatementSpans, Known>();
  for (const { from, to } of pairs) {
    if (!open.has(from) || changed.has(to)) continue;
    changed.set(to, from);
    open.delete(from);
  }
  return {
    same: [...same],
    changed: [...changed].map(([to, from]) => ({ from, to })),
    added: others.filter((spans) => !changed.has(spans)),
    gone: [...open],
    loose,
  };
}

/**
 * Spans as decisions have them: in the order of the text, apart, without white space at their ends.
 *
 * @example
 * tidySpans('He left.', [[2, 7]]); // [[3, 7]]
 */
export function tidySpans(text: string, spans: readonly Span[]): Span[] {
  const tidied: Span[] = [];
  const trimmed = spans.map(([start, end]): Span => {
    const words = text.slice(start, end);
    return [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
  });
  for (const [start, end] of trimmed.sort(([a], [b]) => a - b)) {
    if (start >= end) continue;
    const last = tidied.at(-1);
    if (last && start < last[1]) tidied[tidied.length - 1] = [last[0], Math.max(last[1], end)];
    else tidied.push([start, end]);
  }
  return tidied;
}

/**
 * The roles whose spans differ.
 *
 * @example
 * changedRoles(from.spans, to); // ['content']
 */
export function changedRoles(from: StatementSpans, to: StatementSpans, hasWholeCues = false): (typeof ROLES)[number][] {
  const [a, b] = [asTool(from, hasWholeCues), asTool(to, hasWholeCues)];
  return ROLES.filter((role) => JSON.stringify(a[role]) !== JSON.stringify(b[role]));
}

function asTool({ source, cue, content }: StatementSpans, hasWholeCues: boolean): StatementSpans {
  const whole = hasWholeCues && cue.length > 1 ? [[cue[0][0], cue.at(-1)![1]] as const] : cue;
  return { source, cue: whole, content };
}

/** 0 where they are not one statement. */
function likeness(a: StatementSpans, b: StatementSpans): number {
  const [source, cue, content] = ROLES.map((role) => sharedOf(a[role], b[role]));
  return cue === 1 || content >= SHARED ? content + cue + source / 2 : 0;
}

/** Characters in both of all in either, 0 to 1. */
function sharedOf(a: readonly Span[], b: readonly Span[]): number {
  const sizeOf = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0);
  const both = a.reduce(
    (sum, [start, end]) =>
      sum + b.reduce((part, span) => part + Math.max(0, Math.min(end, span[1]) - Math.max(start, span[0])), 0),
    0,
  );
  return both === 0 ? 0 : both / (sizeOf(a) + sizeOf(b) - both);
}
