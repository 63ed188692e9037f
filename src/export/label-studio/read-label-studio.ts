/** Label Studio's JSON export back to annotated texts: the first annotation of each task, else its first prediction. */
import { z } from 'zod';
import { type AnnotatedText, RELATION_TYPES, SPAN_LABELS } from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import { checkLabel, checkShape, parseJson } from '../annotated/read-lines.ts';

const REGION = z.looseObject({
  id: z.string(),
  type: z.literal('labels'),
  value: z.looseObject({ start: z.number(), end: z.number(), labels: z.array(z.string()).min(1) }),
});
const RELATION = z.looseObject({
  type: z.literal('relation'),
  from_id: z.string(),
  to_id: z.string(),
  labels: z.array(z.string()).optional(),
});
const RESULT = z.array(z.discriminatedUnion('type', [REGION, RELATION]));
const TASKS = z.array(
  z.looseObject({
    data: z.looseObject({ text: z.string() }),
    annotations: z.array(z.looseObject({ result: RESULT })).optional(),
    predictions: z.array(z.looseObject({ result: RESULT })).optional(),
  }),
);

/**
 * The texts of an export ("JSON", not "JSON-MIN": that has no relations).
 *
 * @throws HearsayError E_JSON, E_INPUT
 * @example
 * readLabelStudio(readFileSync('project-1.json', 'utf8'))[0].spans.length;
 */
export function readLabelStudio(json: string): AnnotatedText[] {
  const tasks = checkShape(parseJson(json, 'The file'), TASKS, 'The file is not what Label Studio exports as JSON');
  return tasks.map(({ data: { text }, annotations = [], predictions = [] }) => {
    const points = new CodePoints(text);
    const result = (annotations[0] ?? predictions[0])?.result ?? [];
    return {
      text,
      spans: result
        .filter((entry) => entry.type === 'labels')
        .map(({ id, value: { start, end, labels } }) => ({
          id,
          label: checkLabel(labels[0], SPAN_LABELS),
          start: points.toUtf16(start),
          end: points.toUtf16(end),
        })),
      relations: result
        .filter((entry) => entry.type === 'relation')
        .map(({ from_id: from, to_id: to, labels }, position) => ({
          id: `R${position + 1}`,
          type: checkLabel(labels?.[0] ?? '', RELATION_TYPES),
          from,
          to,
        })),
    };
  });
}
