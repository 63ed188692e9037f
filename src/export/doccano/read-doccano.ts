/** doccano's export of a relation extraction project back to annotated texts. */
import { z } from 'zod';
import { RELATION_TYPES, SPAN_LABELS } from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import { type CorrectedSpans, readExported } from '../annotated/corrected-text.ts';
import { checkLabel, readLines } from '../annotated/read-lines.ts';

const LINE = z.looseObject({
  text: z.string(),
  entities: z.array(
    z.looseObject({ id: z.number(), label: z.string(), start_offset: z.number(), end_offset: z.number() }),
  ),
  relations: z.array(z.looseObject({ id: z.number(), from_id: z.number(), to_id: z.number(), type: z.string() })),
  Comments: z.array(z.unknown()).optional(),
});

/**
 * The texts of an export ("JSONL (relation)").
 *
 * @throws HearsayError E_JSON, E_INPUT
 * @example
 * readDoccano(readFileSync('all.jsonl', 'utf8'))[0].relations.length;
 */
export function readDoccano(lines: string): CorrectedSpans[] {
  return readLines(lines, LINE, 'doccano').map(({ text, entities, relations, Comments: comments = [], ...kept }) => {
    const points = new CodePoints(text);
    return {
      text,
      spans: entities.map(({ id, label, start_offset: start, end_offset: end }) => ({
        id: `T${id}`,
        label: checkLabel(label, SPAN_LABELS),
        start: points.toUtf16(start),
        end: points.toUtf16(end),
      })),
      relations: relations.map(({ id, from_id: from, to_id: to, type }) => ({
        id: `R${id}`,
        type: checkLabel(type, RELATION_TYPES),
        from: `T${from}`,
        to: `T${to}`,
      })),
      ...readExported(kept),
      by: null,
      at: null,
      isDone: true,
      notes: [],
      leftOut: comments.length > 0 ? [['comments on whole texts', comments.length] as const] : [],
    };
  });
}
