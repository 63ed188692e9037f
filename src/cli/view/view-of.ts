import { columnsOf, isColoured, type Terminal } from '../terminal.ts';
import { painter } from './paint.ts';
import type { View } from './show-reading.ts';

/**
 * How a terminal's standard output shows things: its columns, and colours where it has them.
 *
 * @example
 * showTimelineTable(entries, 'happened', viewOf(terminal));
 */
export function viewOf({ stdout, environment }: Terminal): View {
  return { columns: columnsOf(stdout), paint: painter(isColoured(stdout, environment)) };
}
