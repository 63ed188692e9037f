/** Scores found names against gold ones; bench/quality/names.ts says what counts as the same name. */
import type { NameType } from '../../src/text/document.ts';

export interface TypedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

/** Types that every set marks, which are those that are scored. */
export const SCORED_TYPES: readonly NameType[] = ['person', 'organization', 'place'];

export interface NameScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** F1 a type, in the order of SCORED_TYPES. */
  readonly byType: readonly number[];
}

/**
 * Scores of names of SCORED_TYPES, over all documents together: same start, end and type.
 *
 * @param pairs gold and found names, a pair a document
 * @example
 * scoreNames([{ gold: [name], found: [name] }]).f1; // 1
 */
export function scoreNames(
  pairs: readonly { readonly gold: readonly TypedSpan[]; readonly found: readonly TypedSpan[] }[],
): NameScores {
  const counts = SCORED_TYPES.map(() => ({ gold: 0, found: 0, hit: 0 }));
  for (const { gold, found } of pairs) {
    const keys = new Set(gold.map(({ start, end, type }) => `${start} ${end} ${type}`));
    for (const { type } of gold) if (SCORED_TYPES.includes(type)) counts[SCORED_TYPES.indexOf(type)].gold++;
    for (const { start, end, type } of found) {
      const at = SCORED_TYPES.indexOf(type);
      if (at < 0) continue;
      counts[at].found++;
      if (keys.has(`${start} ${end} ${type}`)) counts[at].hit++;
    }
  }
  const sum = (key: 'gold' | 'found' | 'hit'): number => counts.reduce((total, count) => total + count[key], 0);
  return {
    precision: sum('hit') / Math.max(1, sum('found')),
    recall: sum('hit') / Math.max(1, sum('gold')),
    f1: f1(sum('hit'), sum('gold'), sum('found')),
    byType: counts.map(({ gold, found, hit }) => f1(hit, gold, found)),
  };
}

const f1 = (hit: number, gold: number, found: number): number => (2 * hit) / Math.max(1, gold + found);
