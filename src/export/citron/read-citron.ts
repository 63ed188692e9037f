/** Citron JSON back to the spans of statements. */
import { z } from 'zod';
import type { Span } from '../../text/document.ts';
import type { StatementSpans } from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import { checkShape, parseJson } from '../annotated/read-lines.ts';

const SPAN = z.looseObject({ start: z.number(), end: z.number() });
const DOCUMENT = z.looseObject({
  text: z.string(),
  quotes: z.array(z.looseObject({ cue: SPAN, sources: z.array(SPAN), contents: z.array(SPAN) })),
});

/**
 * The text and the statements of a file of Citron.
 *
 * @throws HearsayError E_JSON, E_INPUT
 * @example
 * readCitron(readFileSync('alice.json', 'utf8')).statements[0].cue; // [[364, 368]]
 */
export function readCitron(json: string): { readonly text: string; readonly statements: readonly StatementSpans[] } {
  const { text, quotes } = checkShape(parseJson(json, 'The file'), DOCUMENT, 'The file is not what Citron reads');
  const points = new CodePoints(text);
  const toSpan = ({ start, end }: z.infer<typeof SPAN>): Span => [points.toUtf16(start), points.toUtf16(end)];
  return {
    text,
    statements: quotes.map(({ cue, sources, contents }) => ({
      content: contents.map(toSpan),
      cue: [toSpan(cue)],
      source: sources.map(toSpan),
    })),
  };
}
