/**
 * Label Studio tasks with predictions (docs: labelstud.io, "Import pre-annotated data"): one task a text, regions for sources, cues and
 * contents, relations between them. Import the file, and give the project the labelling interface that docs/exports.md shows.
 */
import {
  type AnnotatedText,
  annotateText,
  exportedStatements,
  LEFT_OUT_OF_ANNOTATIONS,
  type MarkedSpan,
  metaOf,
} from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import type { ExportFormat } from '../format.ts';
import type { SelectedVersion } from '../selection/selection.ts';

export const labelStudio: ExportFormat = {
  name: 'label-studio',
  description: 'Label Studio tasks with predictions and relations',
  ending: '.json',
  mediaType: 'application/json',
  isLossless: false,
  unit: 'statements',
  leavesOut: LEFT_OUT_OF_ANNOTATIONS,
  kind: 'stream',
  async *stream({ selection, tally, engineVersion }) {
    let before = '[\n';
    for await (const version of selection.versions()) {
      tally.count += version.statements.length;
      yield `${before}${JSON.stringify(taskOf(version, engineVersion))}`;
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
};

function taskOf(version: SelectedVersion, engineVersion: string) {
  const annotated = annotateText(version);
  return {
    data: { text: annotated.text, ...metaOf(version), ...exportedStatements(version.statements) },
    predictions: [{ model_version: `hearsay ${engineVersion}`, result: resultsOf(annotated) }],
  };
}

function resultsOf({ text, spans, relations }: AnnotatedText) {
  const points = new CodePoints(text);
  const region = ({ id, label, start, end }: MarkedSpan) => ({
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {
      start: points.fromUtf16(start),
      end: points.fromUtf16(end),
      text: text.slice(start, end),
      labels: [label],
    },
  });
  const relation = ({ type, from, to }: AnnotatedText['relations'][number]) => ({
    type: 'relation',
    from_id: from,
    to_id: to,
    direction: 'right',
    labels: [type],
  });
  return [...spans.map(region), ...relations.map(relation)];
}
