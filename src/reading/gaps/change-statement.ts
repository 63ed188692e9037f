/** Statements as the rules of this folder change and make them: new spans, the identity that follows from these, and the reason. */
import type { Range } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument } from '../reading.ts';
import { kindOfContent, rangesOf, roleOf } from '../relays/role-of.ts';
import { statementId } from '../statements/statement-id.ts';

/** Roles by their tokens; a role that is left out stays as it is. */
export interface Change {
  readonly source?: Range | null;
  readonly cue?: Range;
  readonly content?: readonly Range[];
}

/**
 * A statement with other words, and why.
 *
 * @example
 * changeStatement(document, statement, { source: null }, 'who is told is no source').source; // null
 */
export function changeStatement(
  document: ReadDocument,
  statement: Attribution,
  { source, cue, content }: Change,
  why: string,
): Attribution {
  const changed = {
    ...statement,
    ...(source === undefined ? {} : { source: source && roleOf(document, [source]) }),
    ...(cue === undefined ? {} : { cue: roleOf(document, [cue]) }),
    ...(content === undefined ? {} : { content: roleOf(document, content), kind: kindOfContent(document, content) }),
    why: [...statement.why, why],
  };
  const [sources, cues, contents] = [changed.source, changed.cue, changed.content].map((role) => role?.spans ?? []);
  return { ...changed, id: statementId(document.textSha256, sources, cues, contents) };
}

/**
 * A statement that no tagger found.
 *
 * @example
 * newStatement(document, { source, cue, content: [content] }, 0.5, 'by the parse').parent; // null
 */
export function newStatement(
  document: ReadDocument,
  roles: Required<Change>,
  confidence: number,
  why: string,
): Attribution {
  const empty = { source: null, cue: null, content: null, parent: null, relayDepth: 0 } as const;
  return changeStatement(document, { ...empty, id: '', kind: 'indirect', confidence, why: [] }, roles, why);
}

/**
 * The tokens of a statement's roles, all of them.
 *
 * @example
 * tokensOfRoles(document, statement); // [{ first: 0, last: 2 }, { first: 2, last: 3 }, { first: 3, last: 9 }]
 */
export function tokensOfRoles(document: ReadDocument, { source, cue, content }: Attribution): Range[] {
  return [source, cue, content].flatMap((role) => rangesOf(document, role));
}
