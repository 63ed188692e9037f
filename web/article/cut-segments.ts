/**
 * Cuts a stretch of text where marks begin and end, so that marks which overlap or stand in one another can each be shown:
 * a segment is a piece of text together with every mark that covers all of it.
 */
import type { Statement } from '../../src/reading/reading.ts';
import { ROLE_NAMES, type RoleName } from '../parts/role-words.tsx';

/** One span of one role of a statement. Offsets in UTF-16 code units of the article's text. */
export interface Mark {
  readonly statement: string;
  readonly role: RoleName;
  readonly start: number;
  readonly end: number;
  /** How much text the whole statement spans: of two that cover the same words, the shorter one is meant. */
  readonly extent: number;
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The innermost statement's marks first. */
  readonly marks: readonly Mark[];
}

/**
 * The marks of all statements, by where they start.
 *
 * @example
 * listMarks(reading.statements)[0].role; // 'source'
 */
export function listMarks(statements: readonly Statement[]): Mark[] {
  return statements
    .flatMap((statement) => {
      const spans = ROLE_NAMES.flatMap((role) => (statement[role]?.spans ?? []).map((span) => ({ role, span })));
      const extent = Math.max(...spans.map(({ span }) => span[1])) - Math.min(...spans.map(({ span }) => span[0]));
      return spans.map(({ role, span: [start, end] }) => ({ statement: statement.id, role, start, end, extent }));
    })
    .sort((a, b) => a.start - b.start);
}

/**
 * The segments that tile [start, end). Cost: marks × log(marks) + segments × marks that overlap there.
 *
 * @param marks sorted by start, as listMarks gives them; those outside of the stretch are passed over.
 * @example
 * cutSegments(0, 10, [{ statement: 's', role: 'cue', start: 3, end: 7, extent: 4 }]).length; // 3
 */
export function cutSegments(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, start));
    cuts.add(Math.min(mark.end, end));
  }
  const points = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i];
    open = open.filter((mark) => mark.end > from);
    while (next < inside.length && inside[next].start <= from) {
      if (inside[next].end > from) open.push(inside[next]);
      next++;
    }
    segments.push({ start: from, end: points[i + 1], marks: [...open].sort((a, b) => a.extent - b.extent) });
  }
  return segments;
}
