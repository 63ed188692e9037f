/** Time as the fetcher sees it: passed in, so that tests wait for nothing. */
import { setTimeout } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits; ends early, with the signal's reason, where it aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The machine's own clock.
 *
 * @example
 * await systemClock.wait(1000);
 */
export const systemClock: Clock = {
  now: Date.now,
  wait: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
};
