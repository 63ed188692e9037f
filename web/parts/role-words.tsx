import type { StatementPart } from '../../src/ledger/ledger.ts';

export type RoleName = 'source' | 'cue' | 'content';

export const ROLE_NAMES: readonly RoleName[] = ['source', 'cue', 'content'];

export const ROLE_LABELS: Readonly<Record<RoleName, string>> = { source: 'Source', cue: 'Cue', content: 'Content' };

const ABSENT: Readonly<Record<RoleName, string>> = { source: 'no source given', cue: 'no cue', content: 'no content' };

/** The exact words of a role, or a note that there are none. */
export function RoleWords({
  name,
  part,
}: {
  readonly name: RoleName;
  readonly part: Pick<StatementPart, 'text'> | null;
}) {
  if (!part) return <span className="absent">{ABSENT[name]}</span>;
  return <span className={`words ${name}`}>{part.text}</span>;
}
