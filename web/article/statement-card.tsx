import type { Actor, Statement } from '../../src/reading/reading.ts';
import { StatementParts } from './statement-list.tsx';

interface Props {
  readonly statements: readonly Statement[];
  readonly actors: readonly Actor[];
  readonly selected: Statement;
  readonly linkTo: (statement: string | null) => string;
}

/** The selected statement at the foot of a screen too narrow to show the list beside the text. */
export function StatementCard({ statements, actors, selected, linkTo }: Props) {
  const at = statements.indexOf(selected);
  return (
    <aside className="statement-card" aria-label="Selected statement">
      <p>
        <StatementParts statement={selected} actors={actors} />
      </p>
      <nav aria-label="Statements of this article">
        {at > 0 ? <a href={linkTo(statements[at - 1].id)}>← Previous</a> : <span />}
        <span>
          {at + 1} of {statements.length}
        </span>
        {at + 1 < statements.length ? <a href={linkTo(statements[at + 1].id)}>Next →</a> : <span />}
        <a href={linkTo(null)}>Close</a>
      </nav>
    </aside>
  );
}
