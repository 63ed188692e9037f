/** A text and its brat standoff back to an annotated text, with the annotator's notes. Pieces with nothing but line ends between them are one span. */
import { HearsayError } from '../../text/errors.ts';
import {
  type AnnotatedText,
  type MarkedSpan,
  RELATION_TYPES,
  SPAN_LABELS,
  type SpanRelation,
} from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import type { SpanNote } from '../annotated/corrected-text.ts';
import { checkLabel } from '../annotated/read-lines.ts';

/**
 * The spans, relations and notes of an .ann file; attributes, events and whatever else are passed over.
 *
 * @throws HearsayError E_INPUT where a line is not standoff, or has pieces with words between them.
 * @example
 * readBrat('He left.', 'T1\tSOURCE 0 2\tHe\n').spans; // [{ id: 'T1', label: 'SOURCE', start: 0, end: 2 }]
 */
export function readBrat(text: string, standoff: string): AnnotatedText & { readonly notes: readonly SpanNote[] } {
  const points = new CodePoints(text);
  const spans: MarkedSpan[] = [];
  const relations: SpanRelation[] = [];
  const noted: (readonly [id: string, note: string])[] = [];
  for (const line of standoff.split('\n')) {
    const span = /^(T\d+)\t(\S+) ([\d ;]+)\t/.exec(line);
    const relation = /^(R\d+)\t(\S+) Arg1:(T\d+) Arg2:(T\d+)\s*$/.exec(line);
    const note = /^#\d+\tAnnotatorNotes (T\d+)\t(.*\S.*)$/.exec(line);
    if (span) spans.push({ id: span[1], label: checkLabel(span[2], SPAN_LABELS), ...extentOf(text, points, span[3]) });
    else if (relation) {
      const [, id, type, from, to] = relation;
      relations.push({ id, type: checkLabel(type, RELATION_TYPES), from, to });
    } else if (note) noted.push([note[1], note[2].trim()]);
    else if (/^[TR]/.test(line)) throw new HearsayError('E_INPUT', `This is no line of brat standoff: ${line}`);
  }
  const notes = noted.flatMap(([id, note]) =>
    spans
      .filter((span) => span.id === id)
      .map(({ label, start, end }) => ({ label, span: [start, end] as const, note })),
  );
  return { text, spans, relations, notes };
}

function extentOf(text: string, points: CodePoints, offsets: string): { start: number; end: number } {
  const pieces = offsets.split(';').map((piece) => piece.split(' ').map((offset) => points.toUtf16(Number(offset))));
  for (let i = 1; i < pieces.length; i++) {
    if (/[^\r\n]/.test(text.slice(pieces[i - 1][1], pieces[i][0]))) {
      throw new HearsayError(
        'E_INPUT',
        `The pieces ${offsets} have words between them: mark each as a span of its own.`,
      );
    }
  }
  return { start: pieces[0][0], end: pieces.at(-1)![1] };
}
