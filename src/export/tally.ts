/** What an export wrote and what it could not: counted while it runs, told when it is done. */

/** Something that the format could not express, and how often. */
export interface Loss {
  readonly what: string;
  readonly count: number;
}

/**
 * Counts what was written, and what was lost.
 *
 * @example
 * const tally = new Tally();
 * tally.lose('hedges', 2);
 * tally.losses; // [{ what: 'hedges', count: 2 }]
 */
export class Tally {
  /** Things written, in the unit of the format. */
  count = 0;
  readonly #losses = new Map<string, number>();

  /** Notes that something could not be expressed. */
  lose(what: string, count = 1): void {
    if (count > 0) this.#losses.set(what, (this.#losses.get(what) ?? 0) + count);
  }

  /** In the order in which they were first met. */
  get losses(): readonly Loss[] {
    return [...this.#losses].map(([what, count]) => ({ what, count }));
  }
}

/**
 * The note on what was left out that formats carry where they have a place for it.
 *
 * @example
 * lossNote(['relays'], [{ what: 'hedges', count: 2 }]); // 'Not in this file: relays; hedges (2).'
 */
export function lossNote(leavesOut: readonly string[], losses: readonly Loss[]): string {
  const all = [...leavesOut, ...losses.map(({ what, count }) => `${what} (${count})`)];
  return all.length === 0 ? '' : `Not in this file: ${all.join('; ')}.`;
}
