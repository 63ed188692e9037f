/**
 * Statements as sets of tokens, so that found ones can be compared with marked ones: two statements are the same where their
 * contents share at least half of the tokens of both (intersection over union of tokens >= 0.5) and their sources do, or
 * neither has a source. Tokens are runs of letters and digits, and single other signs.
 */
import type { Attribution } from '../../src/reading/reading.ts';
import type { Span } from '../../src/text/document.ts';

const LEAST_OVERLAP = 0.5;
const TOKEN = /[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu;

/** A statement by the numbers of its tokens. */
export interface Told {
  readonly source: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
  /** The statement that it stands in, or null. */
  readonly parent: Told | null;
  readonly depth: number;
}

/**
 * The tokens of a text, as spans.
 *
 * @example
 * tokenSpans('He left.'); // [[0, 2], [3, 7], [7, 8]]
 */
export function tokenSpans(text: string): Span[] {
  return [...text.matchAll(TOKEN)].map(({ index, 0: form }) => [index, index + form.length] as const);
}

/**
 * The numbers of the tokens that spans touch.
 *
 * @example
 * tokensOf([[3, 8]], tokenSpans('He left.')); // Set { 1, 2 }
 */
export function tokensOf(spans: readonly Span[], tokens: readonly Span[]): Set<number> {
  const covered = new Set<number>();
  for (const [start, end] of spans) {
    for (const [t, [from, to]] of tokens.entries()) if (to > start && from < end) covered.add(t);
  }
  return covered;
}

/**
 * Intersection over union of two sets of tokens; 0 where both are empty.
 *
 * @example
 * overlapOf(new Set([1, 2]), new Set([2, 3])); // 0.333…
 */
export function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((token) => b.has(token)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** Whether two contents are the same; see the header. */
export function hasSameContent(a: Told, b: Told): boolean {
  return overlapOf(a.content, b.content) >= LEAST_OVERLAP;
}

/** Whether two sources are the same, or neither is there; see the header. */
export function hasSameSource(a: Told, b: Told): boolean {
  return (a.source.size === 0 && b.source.size === 0) || overlapOf(a.source, b.source) >= LEAST_OVERLAP;
}

/** Whether two statements are the same; see the header. */
export function isSame(a: Told, b: Told): boolean {
  return hasSameContent(a, b) && hasSameSource(a, b);
}

/**
 * How many can be paired one to one, those first whose contents share most.
 *
 * @example
 * pairs(gold, found, isSame); // 12
 */
export function pairs(
  gold: readonly Told[],
  found: readonly Told[],
  isPair: (gold: Told, found: Told) => boolean,
): number {
  const candidates = gold
    .flatMap((g) => found.filter((f) => isPair(g, f)).map((f) => [overlapOf(g.content, f.content), g, f] as const))
    .sort(([a], [b]) => b - a);
  const used = new Set<Told>();
  let count = 0;
  for (const [, g, f] of candidates) {
    if (used.has(g) || used.has(f)) continue;
    used.add(g).add(f);
    count++;
  }
  return count;
}

/**
 * The statements of a reading over the tokens of its text, in their order.
 *
 * @example
 * toldOf(reading.statements, tokenSpans(reading.text)).length; // reading.statements.length
 */
export function toldOf(statements: readonly Attribution[], tokens: readonly Span[]): Told[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const made = new Map<string, Told>();
  const make = (statement: Attribution): Told => {
    const known = made.get(statement.id);
    if (known) return known;
    const parent = statement.parent === null ? undefined : byId.get(statement.parent);
    const told: Told = {
      source: tokensOf(statement.source?.spans ?? [], tokens),
      content: tokensOf(statement.content?.spans ?? [], tokens),
      parent: parent ? make(parent) : null,
      depth: statement.relayDepth,
    };
    made.set(statement.id, told);
    return told;
  };
  return statements.map(make);
}
