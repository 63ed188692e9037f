/**
 * brat standoff (brat.nlplab.org/standoff.html): a .txt and an .ann for each text, the configuration that names the labels, and
 * a list of the texts. Offsets are code
 * points. A span that goes over a line end is written in pieces, since brat's lines end there.
 */
import {
  type AnnotatedText,
  annotateText,
  LEFT_OUT_OF_ANNOTATIONS,
  type MarkedSpan,
  RELATION_TYPES,
  SPAN_LABELS,
} from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import { TEXTS_FILE, textLine } from '../annotated/texts-file.ts';
import type { ExportFormat } from '../format.ts';
import { writeFolder } from '../output/write-folder.ts';

export const brat: ExportFormat = {
  name: 'brat',
  description: 'a folder of brat standoff, one .txt and .ann a text',
  ending: '',
  mediaType: null,
  isLossless: false,
  unit: 'statements',
  leavesOut: LEFT_OUT_OF_ANNOTATIONS,
  kind: 'folder',
  async save({ selection, tally }, path) {
    const files = async function* (): AsyncGenerator<readonly [string, string]> {
      const texts: string[] = [];
      yield ['annotation.conf', configuration()];
      for await (const version of selection.versions()) {
        tally.count += version.statements.length;
        const annotated = annotateText(version);
        yield [`${version.version.id}.txt`, annotated.text];
        yield [`${version.version.id}.ann`, writeStandoff(annotated)];
        texts.push(textLine(version, version.statements));
      }
      yield [TEXTS_FILE, texts.join('')];
    };
    await writeFolder(path, files());
  },
};

/**
 * The .ann of a text.
 *
 * @example
 * writeStandoff({ text: 'He left.', spans: [{ id: 'T1', label: 'SOURCE', start: 0, end: 2 }], relations: [] }); // 'T1\tSOURCE 0 2\tHe\n'
 */
export function writeStandoff({ text, spans, relations }: AnnotatedText): string {
  const points = new CodePoints(text);
  const lines = spans.map((span) => {
    const pieces = piecesOf(text, span);
    const offsets = pieces.map(([start, end]) => `${points.fromUtf16(start)} ${points.fromUtf16(end)}`).join(';');
    return `${span.id}\t${span.label} ${offsets}\t${pieces.map(([start, end]) => text.slice(start, end)).join(' ')}`;
  });
  for (const { id, type, from, to } of relations) lines.push(`${id}\t${type} Arg1:${from} Arg2:${to}`);
  return lines.map((line) => `${line}\n`).join('');
}

/** The pieces of a span between line ends. */
function piecesOf(text: string, { start, end }: MarkedSpan): (readonly [number, number])[] {
  const pieces = [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map(
    ({ index, 0: piece }) => [start + index, start + index + piece.length] as const,
  );
  return pieces.length > 0 ? pieces : [[start, end]];
}

function configuration(): string {
  const argument = SPAN_LABELS.join('|');
  const relations = RELATION_TYPES.map((type) => `${type}\tArg1:${argument}, Arg2:${argument}`);
  const overlaps = '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>';
  return `[entities]\n${SPAN_LABELS.join('\n')}\n\n[relations]\n${overlaps}\n${relations.join('\n')}\n\n[events]\n\n[attributes]\n`;
}
