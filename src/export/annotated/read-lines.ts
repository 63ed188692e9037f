/** JSON Lines of annotation tools, parsed and checked, with the number of the line in every complaint. */
import type { z } from 'zod';
import { HearsayError } from '../../text/errors.ts';

/**
 * The values of the lines; empty lines are passed over.
 *
 * @throws HearsayError E_JSON where a line is no JSON, E_INPUT where it is another thing than `shape` says.
 * @example
 * readLines('{"text":"a"}\n', z.looseObject({ text: z.string() }), 'Prodigy'); // [{ text: 'a' }]
 */
export function readLines<Shape extends z.ZodType>(lines: string, shape: Shape, tool: string): z.infer<Shape>[] {
  return lines.split('\n').flatMap((line, position) => {
    if (line.trim() === '') return [];
    return [
      checkShape(parseJson(line, `Line ${position + 1}`), shape, `Line ${position + 1} is not what ${tool} writes`),
    ];
  });
}

/**
 * The JSON in a text.
 *
 * @throws HearsayError E_JSON
 * @example
 * parseJson('[1]', 'The file'); // [1]
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HearsayError('E_JSON', `${what} is no JSON: export it again.`, { cause });
  }
}

/**
 * The value, where it has the shape.
 *
 * @throws HearsayError E_INPUT
 * @example
 * checkShape(1, z.number(), 'The file is no number'); // 1
 */
export function checkShape<Shape extends z.ZodType>(value: unknown, shape: Shape, complaint: string): z.infer<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0];
  throw new HearsayError('E_INPUT', `${complaint} (${path.join('.')}: ${message}).`);
}

/**
 * Whether a label is one of the list.
 *
 * @throws HearsayError E_INPUT where it is another: the project must use the labels of the export.
 * @example
 * checkLabel('CUE', SPAN_LABELS); // 'CUE'
 */
export function checkLabel<Label extends string>(label: string, labels: readonly Label[]): Label {
  if ((labels as readonly string[]).includes(label)) return label as Label;
  throw new HearsayError('E_INPUT', `"${label}" is not a label of Hearsay: use ${labels.join(', ')}.`);
}
