/** A statement by its words, for tests of stages that take the statements as given. */
import type { Attribution, ReadDocument, Role } from '../../src/reading/reading.ts';
import type { Span } from '../../src/text/document.ts';

/**
 * A statement of a sample, its roles as words of the text; "-" is a role that is absent.
 *
 * @throws Error where the words do not stand in the text.
 * @example
 * makeAttribution(document, 'stmt_1', 'Ames | said | it sank');
 */
export function makeAttribution({ text }: ReadDocument, id: string, roles: string): Attribution {
  const [source, cue, content] = roles.split(' | ').map((words): Role | null => {
    if (words === '-') return null;
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" does not stand in the sample.`);
    const spans: Span[] = [[start, start + words.length]];
    return { spans, text: words };
  });
  return { id, kind: 'indirect', source, cue, content, parent: null, relayDepth: 0, confidence: 1, why: [] };
}
