/**
 * The list of texts that stands in a folder of one file a text, whose format has no place for it: which article each is of, and the statements
 * that it was exported with. JSON Lines; the tools pass it over.
 */
import type { SelectedVersion } from '../selection/selection.ts';
import { exportedStatements, metaOf } from './annotated-text.ts';

export const TEXTS_FILE = 'texts.jsonl';

/**
 * The line of a text.
 *
 * @example
 * JSON.parse(textLine(version, version.statements)).version_id; // 'ver_…'
 */
export function textLine(version: SelectedVersion, statements: readonly { readonly id: string }[]): string {
  return `${JSON.stringify({ ...metaOf(version), ...exportedStatements(statements) })}\n`;
}
