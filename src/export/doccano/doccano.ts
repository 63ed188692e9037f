/**
 * doccano's JSON Lines for relation extraction (doccano.github.io): entities and relations with ids of their own, so that overlapping
 * entities and the parts of split ones stay apart.
 */
import { annotateText, exportedStatements, LEFT_OUT_OF_ANNOTATIONS, metaOf } from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import type { ExportFormat } from '../format.ts';

export const doccano: ExportFormat = {
  name: 'doccano',
  description: 'doccano JSON Lines with entities and relations',
  ending: '.jsonl',
  mediaType: 'application/jsonl',
  isLossless: false,
  unit: 'statements',
  leavesOut: LEFT_OUT_OF_ANNOTATIONS,
  kind: 'stream',
  async *stream({ selection, tally }) {
    let id = 0;
    for await (const version of selection.versions()) {
      tally.count += version.statements.length;
      const { text, spans, relations } = annotateText(version);
      const points = new CodePoints(text);
      const line = {
        id: ++id,
        text,
        entities: spans.map((span) => ({
          id: numberOf(span.id),
          label: span.label,
          start_offset: points.fromUtf16(span.start),
          end_offset: points.fromUtf16(span.end),
        })),
        relations: relations.map((relation) => ({
          id: numberOf(relation.id),
          from_id: numberOf(relation.from),
          to_id: numberOf(relation.to),
          type: relation.type,
        })),
        ...metaOf(version),
        ...exportedStatements(version.statements),
      };
      yield `${JSON.stringify(line)}\n`;
    }
  },
};

/** doccano counts entities with numbers. */
function numberOf(id: string): number {
  return Number(id.slice(1));
}
