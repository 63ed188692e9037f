/**
 * One line on a terminal that says how far a long run is, how fast, and how long it will take; in a pipe or a log, a line of its own
 * now and then.
 */
import type { Writable } from 'node:stream';

const REFRESH_MS = 100;
/** In a pipe: a run that is done sooner says nothing. */
const LINE_EVERY_MS = 10_000;
const TO_LINE_START = '\r\u001b[K';
/** Below this part of the whole, the time left would be a guess. */
const LEAST_PART = 0.01;

export interface Progress {
  /**
   * Shows how far it is.
   *
   * @param done articles
   * @param part of the whole, from 0 to 1; null where that is not known
   */
  show(done: number, part: number | null): void;
  /** Takes the line away, before something else is printed or at the end. */
  clear(): void;
}

/**
 * Shows progress.
 *
 * @example
 * const progress = showProgress(process.stderr);
 * progress.show(1200, 0.25); // 1200 articles · 48 a second · 25 % · 75 s left
 */
export function showProgress(
  output: Writable & { readonly isTTY?: boolean },
  clock: () => number = performance.now.bind(performance),
): Progress {
  const begun = clock();
  let shown = output.isTTY ? Number.NEGATIVE_INFINITY : begun;
  let hasLine = false;
  return {
    show: (done, part) => {
      const now = clock();
      if (now - shown < (output.isTTY ? REFRESH_MS : LINE_EVERY_MS)) return;
      shown = now;
      const ms = Math.max(now - begun, 1);
      const rate = ((done / ms) * 1000).toFixed(done / ms < 0.01 ? 1 : 0);
      const words = [`${done} ${done === 1 ? 'article' : 'articles'}`, `${rate} a second`];
      if (part !== null && part >= LEAST_PART) {
        words.push(`${Math.floor(part * 100)} %`, timeLeft((ms / part) * (1 - part)));
      }
      hasLine = output.isTTY === true;
      output.write(hasLine ? `${TO_LINE_START}${words.join(' · ')}` : `${words.join(' · ')}\n`);
    },
    clear: () => {
      if (hasLine) output.write(TO_LINE_START);
      hasLine = false;
    },
  };
}

function timeLeft(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return `${seconds} s left`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min left` : `${(seconds / 3600).toFixed(1)} h left`;
}
