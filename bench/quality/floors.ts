/** What each figure must reach at least, in one place. Shares of one, or per cent where the scorer gives per cent. */

export interface Floor {
  readonly set: string;
  readonly measure: string;
  readonly floor: number;
}

export const FLOORS: readonly Floor[] = [
  { set: 'EWT dev', measure: 'UPOS', floor: 94.5 },
  { set: 'EWT dev', measure: 'sentences', floor: 86 },
  { set: 'GUM dev', measure: 'UPOS', floor: 95.5 },
  { set: 'GUM dev', measure: 'sentences', floor: 95 },
  { set: 'UNER EWT dev', measure: 'names', floor: 0.74 },
  { set: 'GUM dev news', measure: 'ahead of compromise', floor: 0.2 },
  { set: 'PolNeAR dev', measure: 'source exact', floor: 0.68 },
  { set: 'PolNeAR dev', measure: 'cue exact', floor: 0.63 },
  { set: 'PolNeAR dev', measure: 'content exact', floor: 0.54 },
  { set: 'PolNeAR dev', measure: 'linked', floor: 0.54 },
  { set: 'TBAQ', measure: 'strict', floor: 0.8 },
  { set: 'TBAQ', measure: 'relaxed', floor: 0.9 },
  { set: 'TBAQ', measure: 'value', floor: 0.76 },
  { set: 'GUM dates', measure: 'reproduced', floor: 0.85 },
  { set: 'ClaimBuster, first fifth', measure: 'average precision', floor: 0.8 },
  { set: 'saved pages', measure: 'text', floor: 0.96 },
];
