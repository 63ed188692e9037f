/**
 * Label Studio's JSON export back to annotated texts: one for each annotation of a task, and where nobody made one the task as it was sent. Regions
 * keep their notes ("meta"); choices, ratings and other controls of a project are counted and passed over.
 */
import { z } from 'zod';
import { RELATION_TYPES, SPAN_LABELS } from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import { type CorrectedSpans, instantOf, readExported } from '../annotated/corrected-text.ts';
import { checkLabel, checkShape, parseJson } from '../annotated/read-lines.ts';

const REGION = z.looseObject({
  id: z.string(),
  type: z.literal('labels'),
  value: z.looseObject({ start: z.number(), end: z.number(), labels: z.array(z.string()).min(1) }),
  meta: z.looseObject({ text: z.union([z.string(), z.array(z.string())]).optional() }).optional(),
});
const RELATION = z.looseObject({
  type: z.literal('relation'),
  from_id: z.string(),
  to_id: z.string(),
  labels: z.array(z.string()).optional(),
});
const RESULT = z.array(z.union([REGION, RELATION, z.looseObject({ type: z.string() })]));
const PERSON = z.looseObject({
  email: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
});
const ANNOTATION = z.looseObject({
  result: RESULT,
  was_cancelled: z.boolean().optional(),
  completed_by: z.union([z.number(), PERSON]).nullish(),
  updated_at: z.string().optional(),
});
const TASKS = z.array(
  z.looseObject({
    data: z.looseObject({ text: z.string() }),
    annotations: z.array(ANNOTATION).optional(),
    predictions: z.array(z.looseObject({ result: RESULT })).optional(),
  }),
);

type Entry = z.infer<typeof RESULT>[number];

/**
 * The texts of an export ("JSON", not "JSON-MIN": that has no relations).
 *
 * @throws HearsayError E_JSON, E_INPUT
 * @example
 * readLabelStudio(readFileSync('project-1.json', 'utf8'))[0].spans.length;
 */
export function readLabelStudio(json: string): CorrectedSpans[] {
  const tasks = checkShape(parseJson(json, 'The file'), TASKS, 'The file is not what Label Studio exports as JSON');
  return tasks.flatMap(({ data, annotations = [], predictions = [] }) => {
    const points = new CodePoints(data.text);
    const told = { text: data.text, ...readExported(data) };
    if (annotations.length === 0) {
      return [{ ...told, ...readResult(predictions[0]?.result ?? [], points), by: null, at: null, isDone: false }];
    }
    return annotations.map(({ result, was_cancelled: isCancelled = false, completed_by: person, updated_at: at }) => ({
      ...told,
      ...readResult(result, points),
      by: nameOf(person),
      at: instantOf(at),
      isDone: !isCancelled,
    }));
  });
}

function readResult(result: readonly Entry[], points: CodePoints) {
  const regions = result.filter((entry): entry is z.infer<typeof REGION> => REGION.safeParse(entry).success);
  const relations = result.filter((entry): entry is z.infer<typeof RELATION> => RELATION.safeParse(entry).success);
  const spans = regions.map(({ id, value: { start, end, labels } }) => ({
    id,
    label: checkLabel(labels[0], SPAN_LABELS),
    start: points.toUtf16(start),
    end: points.toUtf16(end),
  }));
  const others = result.length - regions.length - relations.length;
  return {
    spans,
    relations: relations.map(({ from_id: from, to_id: to, labels }, position) => ({
      id: `R${position + 1}`,
      type: checkLabel(labels?.[0] ?? '', RELATION_TYPES),
      from,
      to,
    })),
    notes: regions.flatMap(({ meta }, position) => {
      const { label, start, end } = spans[position];
      const note = [meta?.text ?? []].flat().join('\n').trim();
      return note === '' ? [] : [{ label, span: [start, end] as const, note }];
    }),
    leftOut: others > 0 ? [['answers that are neither regions nor relations', others] as const] : [],
  };
}

/** Label Studio exports a number for a person, and in some forms their name and address. */
function nameOf(person: z.infer<typeof ANNOTATION>['completed_by']): string | null {
  if (person === null || person === undefined) return null;
  if (typeof person === 'number') return `Label Studio user ${person}`;
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ');
  return name || person.email || null;
}
