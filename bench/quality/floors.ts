/** What each figure must reach at least, or may reach at most, in one place. Shares of one, or per cent where the scorer gives per cent. */

export interface Floor {
  readonly set: string;
  readonly measure: string;
  /** The least that is accepted. */
  readonly floor?: number;
  /** The most that is accepted, of what should not be: wrong names. */
  readonly ceiling?: number;
}

/**
 * Whether a figure misses what is asked of it.
 *
 * @example
 * isMissed(0.09, { ceiling: 0.08 }); // true
 */
export function isMissed(
  value: number,
  { floor, ceiling }: { floor?: number | null; ceiling?: number | null },
): boolean {
  return (typeof floor === 'number' && value < floor) || (typeof ceiling === 'number' && value > ceiling);
}

export const FLOORS: readonly Floor[] = [
  { set: 'EWT dev', measure: 'UPOS', floor: 94.5 },
  { set: 'EWT dev', measure: 'sentences', floor: 86 },
  { set: 'EWT dev', measure: 'LAS', floor: 80 },
  { set: 'GUM dev', measure: 'UPOS', floor: 95.5 },
  { set: 'GUM dev', measure: 'sentences', floor: 95 },
  { set: 'GUM dev', measure: 'LAS', floor: 80 },
  { set: 'UNER EWT dev', measure: 'names', floor: 0.74 },
  { set: 'GUM dev news', measure: 'ahead of compromise', floor: 0.2 },
  { set: 'GUM, five folds', measure: 'right', floor: 0.8 },
  { set: 'GUM, five folds', measure: 'wrong', ceiling: 0.08 },
  { set: 'GeoVirus', measure: 'places found', floor: 0.85 },
  { set: 'GeoVirus', measure: 'within 161 km', floor: 0.8 },
  { set: 'GeoVirus', measure: 'countries', floor: 0.97 },
  { set: 'PolNeAR dev', measure: 'source exact', floor: 0.72 },
  { set: 'PolNeAR dev', measure: 'cue exact', floor: 0.66 },
  { set: 'PolNeAR dev', measure: 'content exact', floor: 0.62 },
  { set: 'PolNeAR dev', measure: 'linked', floor: 0.64 },
  { set: 'nesting, 100 sentences', measure: 'nested with right parent', floor: 0.55 },
  { set: 'nesting, 100 sentences', measure: 'nested precision', floor: 0.65 },
  { set: 'claims, 80 sentences', measure: 'claims found', floor: 0.85 },
  { set: 'claims, 80 sentences', measure: 'quantity', floor: 0.85 },
  { set: 'claims, 80 sentences', measure: 'polarity', floor: 0.85 },
  { set: 'claims, 80 sentences', measure: 'all slots', floor: 0.8 },
  { set: 'planted figures', measure: 'of 11 accounts, held by a claim', floor: 0.85 },
  { set: 'TBAQ', measure: 'strict', floor: 0.8 },
  { set: 'TBAQ', measure: 'relaxed', floor: 0.9 },
  { set: 'TBAQ', measure: 'value', floor: 0.76 },
  { set: 'GUM dates', measure: 'reproduced', floor: 0.85 },
  { set: 'ClaimBuster, first fifth', measure: 'average precision', floor: 0.8 },
  { set: 'saved pages', measure: 'text', floor: 0.96 },
];
