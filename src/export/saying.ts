/**
 * A statement in one line of plain text, for formats that have no place for its parts. The cue stands in it: without the word "denied",
 * what was denied would read as what was said.
 */
import type { StatementRecord } from '../ledger/ledger.ts';

/**
 * Source, cue and content, word for word.
 *
 * @param who the name of the source, where it is another than its words
 * @example
 * saying(statement); // 'A spokesman denied: that it sank'
 */
export function saying(
  { source, cue, content }: Pick<StatementRecord, 'source' | 'cue' | 'content'>,
  who = source?.text ?? '(no source given)',
): string {
  const told = cue === null ? who : `${who} ${cue.text}`;
  return (content === null ? told : `${told}: ${content.text}`).replace(/\s+/g, ' ');
}
