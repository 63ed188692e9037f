/** Answers that are kept for when they are asked for again, the last ones, so that memory stays bounded. */
/**
 * The answers that were asked for last, by name.
 *
 * @example
 * const counts = new Kept<number>(50);
 * counts.get('bridge', () => count('bridge')); // counted the first time only
 */
export class Kept<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  /** @param most how many answers are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** What `make` gives, or gave before. */
  get(name: string, make: () => Value): Value {
    const value = this.#values.has(name) ? this.#values.get(name)! : make();
    // Put in anew, so that the first of the map is the one that was asked for longest ago.
    this.#values.delete(name);
    this.#values.set(name, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value!);
    return value;
  }
}
