/** Numbers that look random and are the same each run. */

/**
 * A generator of uint32 from a seed (xorshift32, Marsaglia 2003).
 *
 * @example
 * randomFrom(1)() === randomFrom(1)(); // true
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/**
 * Shuffles in place (Fisher & Yates).
 *
 * @example
 * shuffle(new Uint32Array([1, 2, 3]), randomFrom(1));
 */
export function shuffle(items: Uint32Array, random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random() % (i + 1);
    const item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}
