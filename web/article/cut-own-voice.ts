/**
 * Cuts a stretch of text where the outlet's own voice asks for a look: assertions worth checking, and loaded words.
 */
import type { Assertion, Wording } from '../../src/reading/reading.ts';

/** From this score on, an assertion is marked: about one in four. */
export const WORTH_CHECKING = 0.5;

export interface OwnVoicePiece {
  readonly start: number;
  readonly end: number;
  readonly assertion: Assertion | null;
  readonly wording: Wording | null;
}

/**
 * The assertions worth checking and the loaded words of a reading, sorted by where they start. Neither overlap among themselves.
 */
export interface OwnVoice {
  readonly assertions: readonly Assertion[];
  readonly wording: readonly Wording[];
}

/**
 * What is marked of a reading; one that an earlier engine made may have neither.
 *
 * @example
 * ownVoiceOf(reading).assertions.every(({ check }) => check >= WORTH_CHECKING); // true
 */
export function ownVoiceOf({ assertions, wording }: Partial<OwnVoice>): OwnVoice {
  return { assertions: (assertions ?? []).filter(({ check }) => check >= WORTH_CHECKING), wording: wording ?? [] };
}

/**
 * The pieces that tile [start, end); one piece where nothing is marked there.
 *
 * @example
 * cutOwnVoice(0, 10, { assertions: [], wording: [{ start: 3, end: 7, text: 'mob', plainer: 'crowd', reason: '' }] }).length; // 3
 */
export function cutOwnVoice(start: number, end: number, { assertions, wording }: OwnVoice): OwnVoicePiece[] {
  const overlaps = (extent: { start: number; end: number }): boolean => extent.start < end && extent.end > start;
  const asserted = assertions.filter(overlaps);
  const loaded = wording.filter(overlaps);
  const cuts = new Set([start, end]);
  for (const extent of [...asserted, ...loaded]) {
    cuts.add(Math.max(start, extent.start));
    cuts.add(Math.min(end, extent.end));
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((from, i) => {
    const covers = (extent: { start: number; end: number }): boolean => extent.start <= from && extent.end > from;
    return {
      start: from,
      end: points[i + 1],
      assertion: asserted.find(covers) ?? null,
      wording: loaded.find(covers) ?? null,
    };
  });
}
