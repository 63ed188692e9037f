import type { Span } from '../../text/document.ts';
import { hashInText } from '../short-hash.ts';

/**
 * The id of a statement: a hash of the text's hash and of the spans of source, cue and content, so that the same spans in the
 * same text have the same id in every version of the engine.
 *
 * @example
 * statementId(textSha256('He left.'), [], [], [[0, 8]]); // 'stmt_' and 16 hexadecimal digits
 */
export function statementId(
  textSha256: string,
  source: readonly Span[],
  cue: readonly Span[],
  content: readonly Span[],
): string {
  const spans = [source, cue, content].map((role) => role.map(([start, end]) => `${start}-${end}`).join(',')).join(';');
  return `stmt_${hashInText(textSha256, spans)}`;
}
