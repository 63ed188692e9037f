/**
 * Takes back what people did in an annotation tool: their corrections become decisions on the ledger, by their names, which later readings keep.
 * Everything is compared before anything is written, and written in one transaction; what no decision can hold is counted.
 */

import { checkDecision, PERSON, parse } from '../../ledger/decisions/check-decision.ts';
import type { Decision } from '../../ledger/decisions.ts';
import type { LaidVersion, Ledger, LedgerReader } from '../../ledger/ledger.ts';
import { HearsayError } from '../../text/errors.ts';
import { drawMarks } from '../hypothesis/draw-marks.ts';
import { readHypothesis } from '../hypothesis/read-hypothesis.ts';
import { type Loss, Tally } from '../tally.ts';
import { ANNOTATION_READERS, type AnnotationReader } from './annotation-readers.ts';
import type { ToolFile } from './corrected-text.ts';
import { drawCorrections } from './draw-corrections.ts';

/** The name of the format of marks on pages, which is read apart. */
const MARKS = 'hypothesis';

export const ANNOTATION_FORMATS: readonly string[] = [...ANNOTATION_READERS.map(({ name }) => name), MARKS];

export interface AnnotationImport {
  /** One of ANNOTATION_FORMATS. */
  readonly format: string;
  readonly files: readonly ToolFile[];
  /** Who went through the texts, whatever the files say; null where they are to say it. */
  readonly by: string | null;
  /** Who, where the files do not say; asked for only then. */
  readonly byDefault: () => string;
  /** ISO 8601 instant in UTC, with milliseconds: when, where the files do not say. */
  readonly at: string;
  /** Whether statements that a person left as they were count as accepted. */
  readonly acceptUnchanged?: boolean;
  /** Whether to say what would be done, and do nothing. */
  readonly isDryRun?: boolean;
}

/** What came of an import. */
export interface ImportedAnnotations {
  /** Texts that were compared. */
  readonly texts: number;
  /** What the files stand for, in their order. */
  readonly decisions: readonly Decision[];
  /** How many of them the ledger did not have; 0 where nothing is written. */
  readonly added: number;
  /** Statements, or marks, on which there is nothing new to rule. */
  readonly unchanged: number;
  readonly leftOut: readonly Loss[];
}

/**
 * Compares files of an annotation tool with the ledger they were exported from, and adds what people changed as decisions.
 *
 * @throws HearsayError E_USAGE, E_JSON, E_INPUT where a file is not what the tool writes, or a name is none.
 * @example
 * await importAnnotations(ledger, { format: 'doccano', files: [{ name: 'all.jsonl', text }], by: 'Ada', byDefault: () => 'Ada', at });
 */
export async function importAnnotations(ledger: Ledger, asked: AnnotationImport): Promise<ImportedAnnotations> {
  const tally = new Tally();
  const drawn =
    asked.format === MARKS ? await drawFromMarks(ledger, asked, tally) : await drawFromTexts(ledger, asked, tally);
  const decisions = drawn.decisions.filter((decision) => canKeep(decision, tally));
  const added = asked.isDryRun ? 0 : await ledger.addDecisions(decisions);
  return { ...drawn, decisions, added, leftOut: tally.losses };
}

type Drawn = Pick<ImportedAnnotations, 'texts' | 'decisions' | 'unchanged'>;

async function drawFromTexts(ledger: LedgerReader, asked: AnnotationImport, tally: Tally): Promise<Drawn> {
  const { read, hasWholeCues } = findReader(asked.format);
  const corrected = read(asked.files);
  const nameOf = namesFor(asked, corrected);
  const decisions: Decision[] = [];
  let [texts, unchanged] = [0, 0];
  for (const text of corrected) {
    for (const [what, count] of text.leftOut) tally.lose(what, count);
    const laid = text.isDone ? await findText(ledger, text.versionId) : null;
    if (!text.isDone) tally.lose('texts that nobody annotated, or somebody skipped');
    else if (text.versionId === null) tally.lose('texts that do not tell which article they are of');
    else if (!laid) tally.lose('texts that are not in the ledger');
    else if (laid.reading.text !== text.text) tally.lose('texts whose words are others than in the ledger');
    else {
      texts++;
      const acceptsUnchanged = asked.acceptUnchanged ?? false;
      const corrector = { by: nameOf(text.by), at: text.at ?? asked.at, acceptsUnchanged, hasWholeCues };
      const drawn = await drawCorrections(ledger, laid, text, corrector, tally);
      decisions.push(...drawn.decisions);
      unchanged += drawn.unchanged;
    }
  }
  return { texts, decisions, unchanged };
}

async function drawFromMarks(ledger: LedgerReader, asked: AnnotationImport, tally: Tally): Promise<Drawn> {
  if (asked.acceptUnchanged) {
    throw new HearsayError(
      'E_USAGE',
      'In Hypothesis, a mark that was left says nothing: tag what you accept with "accept".',
    );
  }
  const files = asked.files.map(({ text }) => readHypothesis(text));
  const marks = files.flatMap((file) => file.marks);
  const nameOf = namesFor(asked, marks);
  for (const { others } of files) tally.lose('notes on whole pages, and replies', others);
  return drawMarks(ledger, marks, ({ by, at }) => ({ by: by === null ? '' : nameOf(by), at: at ?? asked.at }), tally);
}

/** The name that decisions get, by the one in the file. One name for the work of several people would hide where they differ. */
function namesFor(
  { by, byDefault }: AnnotationImport,
  made: readonly { readonly by: string | null }[],
): (named: string | null) => string {
  const names = new Set(made.flatMap((one) => one.by ?? []));
  if (by !== null && names.size > 1) {
    const listed = [...names].join(', ');
    throw new HearsayError('E_INPUT', `The file has the work of ${names.size} people (${listed}): leave the name out.`);
  }
  return (named) => parse(PERSON, by ?? named ?? byDefault(), 'The name of who decides');
}

function findReader(format: string): AnnotationReader {
  const reader = ANNOTATION_READERS.find(({ name }) => name === format);
  if (reader) return reader;
  throw new HearsayError(
    'E_USAGE',
    `Nothing is taken back from "${format}": choose one of ${ANNOTATION_FORMATS.join(', ')}.`,
  );
}

async function findText(ledger: LedgerReader, versionId: string | null): Promise<LaidVersion | null> {
  if (versionId === null) return null;
  for await (const { version } of ledger.eachReading({ versionId })) return ledger.laid(version.articleId, version.id);
  return null;
}

function canKeep(decision: Decision, tally: Tally): boolean {
  try {
    checkDecision(decision);
    return true;
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    tally.lose('notes and tags that are empty or too long');
    return false;
  }
}
