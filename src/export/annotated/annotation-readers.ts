/**
 * What each annotation tool gives back, read to texts with the statements that a person left in them. Every format here is one of formats.ts, and
 * its reader is the other way of its exporter.
 */
import { HearsayError } from '../../text/errors.ts';
import { readBrat } from '../brat/read-brat.ts';
import { readCitron } from '../citron/read-citron.ts';
import { readDoccano } from '../doccano/read-doccano.ts';
import { readLabelStudio } from '../label-studio/read-label-studio.ts';
import { readProdigy } from '../prodigy/read-prodigy.ts';
import { statementSpansOf } from './annotated-text.ts';
import { type CorrectedSpans, type CorrectedText, readExported, type ToolFile } from './corrected-text.ts';
import { parseJson } from './read-lines.ts';
import { TEXTS_FILE } from './texts-file.ts';

export interface AnnotationReader {
  /** As `--format` takes it, and as the exporter is called. */
  readonly name: string;
  /** Whether a cue has one span in it, whatever the gaps. */
  readonly hasWholeCues: boolean;
  read(files: readonly ToolFile[]): CorrectedText[];
}

export const ANNOTATION_READERS: readonly AnnotationReader[] = [
  { name: 'label-studio', hasWholeCues: false, read: spansOf(readLabelStudio) },
  { name: 'prodigy', hasWholeCues: false, read: spansOf(readProdigy) },
  { name: 'doccano', hasWholeCues: false, read: spansOf(readDoccano) },
  {
    name: 'brat',
    hasWholeCues: false,
    read: (files) =>
      inFolder(files, '.ann', (standoff, name) => {
        const text = files.find((file) => file.name === `${name}.txt`)?.text;
        if (text === undefined) throw new HearsayError('E_INPUT', `${name}.ann has no ${name}.txt beside it.`);
        const annotated = readBrat(text, standoff);
        return { text, statements: statementSpansOf(annotated), notes: annotated.notes };
      }),
  },
  {
    name: 'citron',
    hasWholeCues: true,
    read: (files) => inFolder(files, '.json', (json) => ({ ...readCitron(json), notes: [] })),
  },
];

function spansOf(read: (text: string) => CorrectedSpans[]): AnnotationReader['read'] {
  return (files) =>
    files
      .flatMap(({ text }) => read(text))
      .map((corrected) => ({ ...corrected, statements: statementSpansOf(corrected) }));
}

/** One text a file, which is named by its version; what else is known of it stands in the list beside them. */
function inFolder(
  files: readonly ToolFile[],
  ending: string,
  read: (text: string, name: string) => Pick<CorrectedText, 'text' | 'statements' | 'notes'>,
): CorrectedText[] {
  const lines = files.find(({ name }) => name === TEXTS_FILE)?.text.split('\n') ?? [];
  const listed = new Map(
    lines
      .filter((line) => line.trim() !== '')
      .map((line) => readExported(parseJson(line, `A line of ${TEXTS_FILE}`)))
      .map((text) => [text.versionId, text.exported]),
  );
  return files
    .filter(({ name }) => name.endsWith(ending))
    .map((file) => {
      const versionId = file.name.slice(0, -ending.length);
      return {
        ...read(file.text, versionId),
        versionId,
        exported: listed.get(versionId) ?? null,
        by: null,
        at: null,
        isDone: true,
        leftOut: [],
      };
    });
}
