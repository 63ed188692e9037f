/**
 * What a list of feeds (OPML) says of a feed, among the attributes of the source that the ledger keeps: behind a beginning of its own, so
 * that it is told from what intake remembers there itself.
 */
import type { IntakeSource } from './records.ts';

const BEGINNING = 'opml:';

type Attributes = IntakeSource['attributes'];

/**
 * Attributes of an outline as those of a source.
 *
 * @example
 * toSourceAttributes({ text: 'A' }); // { 'opml:text': 'A' }
 */
export function toSourceAttributes(outline: Attributes): Attributes {
  return Object.fromEntries(Object.entries(outline).map(([name, value]) => [BEGINNING + name, value]));
}

/**
 * Of a source's attributes those of its outline; empty where no list of feeds named it.
 *
 * @example
 * toOutlineAttributes({ 'opml:text': 'A', list: 'feeds.opml' }); // { text: 'A' }
 */
export function toOutlineAttributes(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name.startsWith(BEGINNING))
      .map(([name, value]) => [name.slice(BEGINNING.length), value]),
  );
}
