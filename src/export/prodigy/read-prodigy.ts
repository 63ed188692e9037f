/**
 * Prodigy's JSON Lines (`prodigy db-out`) back to annotated texts. Spans that a person drew in Prodigy have no id of ours: they go by their label
 * and extent, and so do the ends of relations that a person drew.
 */
import { z } from 'zod';
import { type MarkedSpan, RELATION_TYPES, SPAN_LABELS } from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import { type CorrectedSpans, instantOf, readExported } from '../annotated/corrected-text.ts';
import { checkLabel, readLines } from '../annotated/read-lines.ts';

const SPAN = z.looseObject({ start: z.number(), end: z.number(), label: z.string(), id: z.string().optional() });
const LINE = z.looseObject({
  text: z.string(),
  answer: z.string().optional(),
  spans: z.array(SPAN).optional(),
  relations: z.array(z.looseObject({ head_span: SPAN, child_span: SPAN, label: z.string() })).optional(),
  meta: z.looseObject({}).optional(),
  _annotator_id: z.string().nullish(),
  _session_id: z.string().nullish(),
  _timestamp: z.number().optional(),
});

/**
 * The texts of an export; those that were rejected or skipped, or never answered, are not done.
 *
 * @throws HearsayError E_JSON, E_INPUT
 * @example
 * readProdigy(readFileSync('annotations.jsonl', 'utf8'))[0].spans.length;
 */
export function readProdigy(lines: string): CorrectedSpans[] {
  return readLines(lines, LINE, 'Prodigy').map(({ text, spans: drawn = [], relations = [], ...example }) => {
    const points = new CodePoints(text);
    const spans: MarkedSpan[] = [];
    const ids = new Map<string, string>();
    for (const span of drawn) {
      const id = span.id ?? nameOfSpan(span);
      ids.set(id, id);
      // Of two statements with the same words the first: which one a person meant is not told.
      if (!ids.has(nameOfSpan(span))) ids.set(nameOfSpan(span), id);
      const label = checkLabel(span.label, SPAN_LABELS);
      spans.push({ id, label, start: points.toUtf16(span.start), end: points.toUtf16(span.end) });
    }
    return {
      text,
      spans,
      relations: relations.flatMap(({ head_span: head, child_span: child, label }, position) => {
        const from = ids.get(head.id ?? nameOfSpan(head));
        const to = ids.get(child.id ?? nameOfSpan(child));
        // Of a span that was taken out since.
        if (from === undefined || to === undefined) return [];
        return [{ id: `R${position + 1}`, type: checkLabel(label, RELATION_TYPES), from, to }];
      }),
      ...readExported(example, example.meta),
      by: nameOf(example._annotator_id ?? example._session_id),
      at: instantOf(example._timestamp),
      isDone: example.answer === 'accept',
      notes: [],
      leftOut: [],
    };
  });
}

function nameOfSpan({ label, start, end }: z.infer<typeof SPAN>): string {
  return `${label} ${start} ${end}`;
}

/** Where nobody gave a session a name, Prodigy gives it that of the time. */
function nameOf(session: string | null | undefined): string | null {
  return session && !/\d{4}-\d{2}-\d{2}[_T]/.test(session) ? session : null;
}
