import type { Statement } from '../../src/reading/reading.ts';
import { showCount } from '../data/show-count.ts';
import { ActMark } from '../parts/act-mark.tsx';
import { Confidence } from '../parts/confidence.tsx';
import { KindMark } from '../parts/kind-mark.tsx';
import { ROLE_LABELS, ROLE_NAMES, RoleWords } from '../parts/role-words.tsx';

interface Props {
  readonly statements: readonly Statement[];
  readonly active: string | null;
  readonly selected: string | null;
  readonly linkTo: (statement: string) => string;
}

/** The statements in the order of the text; each leads to its place there. */
export function StatementList({ statements, active, selected, linkTo }: Props) {
  return (
    <section className="statement-list" aria-labelledby="list-title">
      <h2 id="list-title">
        {statements.length === 0 ? 'No statement found' : showCount(statements.length, 'statement')}
      </h2>
      {statements.length === 0 && (
        <p className="absent">The engine found nobody in this text to whom words are attributed.</p>
      )}
      <ol>
        {statements.map((statement) => (
          <li
            key={statement.id}
            id={`entry-${statement.id}`}
            data-statements={statement.id}
            className={['entry', statement.id === active && 'active', statement.parent && 'within']
              .filter(Boolean)
              .join(' ')}
          >
            <a href={linkTo(statement.id)} aria-current={statement.id === selected ? 'true' : undefined}>
              <StatementParts statement={statement} />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The three parts of a statement, its kind and confidence. */
export function StatementParts({ statement }: { readonly statement: Statement }) {
  return (
    <>
      {ROLE_NAMES.map((role) => (
        <span className={`part part-${role}`} key={role}>
          <span className="unseen">{ROLE_LABELS[role]}: </span>
          <RoleWords name={role} part={statement[role]} />{' '}
        </span>
      ))}
      <span className="about">
        <KindMark kind={statement.kind} /> <ActMark {...statement} /> <Confidence value={statement.confidence} />
        {statement.parent && <span>within another statement</span>}
      </span>
    </>
  );
}
