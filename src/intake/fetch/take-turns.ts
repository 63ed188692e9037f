/**
 * Turns of requests to one host: one at a time, with a pause from the end of one to the beginning of the next, and longer where the
 * host asked to be left alone for a while. Hosts do not wait for each other.
 */
import type { Clock } from './clock.ts';

export interface Turns {
  /** Runs `work` when it is this host's turn. */
  take<Result>(host: string, pauseMs: number, signal: AbortSignal, work: () => Promise<Result>): Promise<Result>;
  /** Lets nobody have a turn at this host before a time. */
  holdUntil(host: string, time: number): void;
}

/**
 * Turns by host.
 *
 * @example
 * const turns = takeTurns(systemClock);
 * await turns.take('courier.example', 1000, signal, () => requestPage(url, options));
 */
export function takeTurns(clock: Clock): Turns {
  const last = new Map<string, Promise<unknown>>();
  const freeAt = new Map<string, number>();
  const hold = (host: string, time: number) => freeAt.set(host, Math.max(time, freeAt.get(host) ?? 0));

  return {
    holdUntil: hold,
    take: (host, pauseMs, signal, work) => {
      const before = last.get(host) ?? Promise.resolve();
      const turn = before.then(async () => {
        signal.throwIfAborted();
        const wait = (freeAt.get(host) ?? 0) - clock.now();
        if (wait > 0) await clock.wait(wait, signal);
        try {
          return await work();
        } finally {
          hold(host, clock.now() + pauseMs);
        }
      });
      const settled = turn.then(
        () => undefined,
        () => undefined,
      );
      last.set(host, settled);
      // A host that nobody waits for is forgotten, but for when it may be asked again.
      void settled.then(() => last.get(host) === settled && last.delete(host));
      return turn;
    },
  };
}
