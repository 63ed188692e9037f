/** One line on a terminal that says how far a long run is, how fast, and how long it will take; nothing in a pipe. */
import type { Writable } from 'node:stream';

const REFRESH_MS = 100;
const TO_LINE_START = '\r\u001b[K';

export interface Progress {
  /** One more is done. */
  advance(): void;
  /** Takes the line away, before something else is printed or at the end. */
  clear(): void;
}

/**
 * Shows progress over `total` articles.
 *
 * @example
 * const progress = showProgress(process.stderr, 5000);
 * progress.advance(); // 1 of 5000 · 48 a second · 2 min left
 */
export function showProgress(
  output: Writable & { readonly isTTY?: boolean },
  total: number,
  clock: () => number = performance.now.bind(performance),
): Progress {
  if (!output.isTTY) return { advance: () => undefined, clear: () => undefined };
  const begun = clock();
  let done = 0;
  let shown = Number.NEGATIVE_INFINITY;
  return {
    advance: () => {
      done++;
      const now = clock();
      if (now - shown < REFRESH_MS) return;
      shown = now;
      const perMs = done / Math.max(now - begun, 1);
      const rate = (perMs * 1000).toFixed(perMs < 0.01 ? 1 : 0);
      output.write(`${TO_LINE_START}${done} of ${total} · ${rate} a second · ${timeLeft((total - done) / perMs)}`);
    },
    clear: () => {
      if (shown > Number.NEGATIVE_INFINITY) output.write(TO_LINE_START);
    },
  };
}

function timeLeft(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return `${seconds} s left`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min left` : `${(seconds / 3600).toFixed(1)} h left`;
}
