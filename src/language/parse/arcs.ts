/**
 * The form of the arc and relation scores, which inference (arc-scorer.ts) and training (training/parse) share.
 *
 * An encoder's row of outputs is four vectors: what a word is as a dependent and as a head, once for arcs and once for
 * relations. With f a leaky rectifier, d and h the rows of dependent and head, b their distance:
 *
 *   arc(d, h)      = (f(arcDependent d) · W + u) · f(arcHead h) + distance[b]         for h a word or the root's own vector
 *   relation(d, h) = f(relationDependent d + relationHead h + relationDistance[b]) · V + bias
 *
 * After Dozat & Manning 2017 (arcs) and Kiperwasser & Goldberg 2016 (relations).
 */
import { RELATIONS } from './relations.ts';

/** Scores of relations a word, rounded up to what the kernel's matrices need. */
export const RELATION_COLUMNS = (RELATIONS.length + 7) & ~7;

/** Words that are parsed at once; a longer sentence is cut into pieces, so that time is linear in the text. */
export const LONGEST = 150;

/** What f leaves of a negative value. */
export const LEAK = 0.1;

/** Distances up to 8 words are told apart, longer ones by powers of two, either way. */
const ONE_WAY = 13;
export const DISTANCES = 2 * ONE_WAY;

export interface ArcShape {
  /** Columns of each of the two arc vectors, and of each of the two relation vectors; multiples of 8. */
  readonly arc: number;
  readonly relation: number;
}

/** Names and sizes of the arrays beside the encoder's. */
export function arcArrays({ arc, relation }: ArcShape): { name: string; rows: number; columns: number }[] {
  return [
    { name: 'arc.w', rows: arc, columns: arc },
    { name: 'arc.bias', rows: 1, columns: arc },
    { name: 'arc.root', rows: 1, columns: arc },
    { name: 'arc.distance', rows: 1, columns: (DISTANCES + 7) & ~7 },
    { name: 'relation.distance', rows: DISTANCES, columns: relation },
    { name: 'relation.w', rows: relation, columns: RELATION_COLUMNS },
    { name: 'relation.bias', rows: 1, columns: RELATION_COLUMNS },
  ];
}

const BUCKETS = Uint8Array.from({ length: 2 * LONGEST + 1 }, (_, i) => {
  const apart = Math.abs(i - LONGEST);
  const bucket = apart <= 8 ? apart : Math.min(ONE_WAY - 1, 6 + Math.floor(Math.log2(apart)));
  return i < LONGEST ? bucket : ONE_WAY + bucket;
});

/**
 * The number of a distance, below DISTANCES.
 *
 * @param offset head minus dependent, in words, within ±LONGEST
 * @example
 * distanceOf(-1) === distanceOf(1); // false
 */
export function distanceOf(offset: number): number {
  return BUCKETS[offset + LONGEST];
}
