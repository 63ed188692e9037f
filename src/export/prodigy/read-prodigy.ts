/** Prodigy's JSON Lines (`prodigy db-out`) back to annotated texts. Spans that a person drew in Prodigy have no id of ours: they get the next. */
import { z } from 'zod';
import { type AnnotatedText, type MarkedSpan, RELATION_TYPES, SPAN_LABELS } from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import { checkLabel, readLines } from '../annotated/read-lines.ts';

const SPAN = z.looseObject({ start: z.number(), end: z.number(), label: z.string(), id: z.string().optional() });
const LINE = z.looseObject({
  text: z.string(),
  answer: z.string().optional(),
  spans: z.array(SPAN).optional(),
  relations: z.array(z.looseObject({ head_span: SPAN, child_span: SPAN, label: z.string() })).optional(),
});

/**
 * The texts of an export; those that were rejected or skipped are left out.
 *
 * @throws HearsayError E_JSON, E_INPUT
 * @example
 * readProdigy(readFileSync('annotations.jsonl', 'utf8'))[0].spans.length;
 */
export function readProdigy(lines: string): AnnotatedText[] {
  return readLines(lines, LINE, 'Prodigy')
    .filter(({ answer = 'accept' }) => answer === 'accept')
    .map(({ text, spans: drawn = [], relations = [] }) => {
      const points = new CodePoints(text);
      const spans: MarkedSpan[] = [];
      const keys = new Map<string, string>();
      const keyOf = ({ id, label, start, end }: z.infer<typeof SPAN>) => id ?? `${label} ${start} ${end}`;
      for (const span of drawn) {
        const id = span.id ?? `T${drawn.length + keys.size + 1}`;
        keys.set(keyOf(span), id);
        const label = checkLabel(span.label, SPAN_LABELS);
        spans.push({ id, label, start: points.toUtf16(span.start), end: points.toUtf16(span.end) });
      }
      return {
        text,
        spans,
        relations: relations.flatMap(({ head_span: head, child_span: child, label }, position) => {
          const from = keys.get(keyOf(head));
          const to = keys.get(keyOf(child));
          // Of a span that was taken out since.
          if (from === undefined || to === undefined) return [];
          return [{ id: `R${position + 1}`, type: checkLabel(label, RELATION_TYPES), from, to }];
        }),
      };
    });
}
