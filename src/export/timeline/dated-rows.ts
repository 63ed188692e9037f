/** The times of a version that have a date, with decisions laid over them: when what is told of happened, and when something was said. */
import type { StatementRecord } from '../../ledger/ledger.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { anchorOf, anchorSpan, type TextAnchor } from '../text-anchor.ts';

export interface DatedRow {
  readonly clock: 'told of' | 'said';
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The statement that tells of it, or that was said; null in the outlet's own voice. */
  readonly statement: StatementRecord | null;
  /** What is told: the statement's content, or the outlet's sentence. */
  readonly words: string;
  readonly anchor: TextAnchor;
}

/**
 * The dated rows in the order of the text, what is told of first.
 *
 * @example
 * (await datedRows(version)).map(({ clock, edtf }) => `${clock} ${edtf}`);
 */
export async function datedRows(version: SelectedVersion): Promise<DatedRow[]> {
  const { text, sentences } = version.reading;
  const byId = new Map(version.statements.map((statement) => [statement.id, statement]));
  const rows: DatedRow[] = [];
  for (const { edtf, earliest, latest, isTold, statement: holder, start, end } of await version.moments()) {
    if (edtf === null || !isTold) continue;
    const statement = holder === null ? null : (byId.get(holder) ?? null);
    const sentence = sentences.find((candidate) => candidate.start <= start && end <= candidate.end);
    const anchor = statement
      ? anchorOf(text, statement.content)
      : anchorSpan(text, sentence ? [sentence.start, sentence.end] : [start, end]);
    rows.push({ clock: 'told of', edtf, earliest, latest, statement, words: wordsOf(statement, anchor), anchor });
  }
  for (const statement of version.statements) {
    if (!statement.said?.edtf) continue;
    const { edtf, earliest, latest } = statement.said;
    const anchor = anchorOf(text, statement.content ?? statement.cue);
    rows.push({ clock: 'said', edtf, earliest, latest, statement, words: wordsOf(statement, anchor), anchor });
  }
  return rows;
}

function wordsOf(statement: StatementRecord | null, anchor: TextAnchor): string {
  return (statement?.content ?? statement?.cue)?.text ?? anchor.exact ?? '';
}
