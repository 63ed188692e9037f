import { namesOf, whoIs } from '../../src/reading/actors/who-is.ts';
import type { Actor, Statement } from '../../src/reading/reading.ts';
import { showCount } from '../data/show-count.ts';
import { ActMark } from '../parts/act-mark.tsx';
import { Confidence } from '../parts/confidence.tsx';
import { KindMark } from '../parts/kind-mark.tsx';
import { ROLE_LABELS, ROLE_NAMES, RoleWords } from '../parts/role-words.tsx';

interface Props {
  readonly statements: readonly Statement[];
  readonly actors: readonly Actor[];
  readonly active: string | null;
  readonly selected: string | null;
  readonly linkTo: (statement: string) => string;
}

/** The statements in the order of the text; each leads to its place there. */
export function StatementList({ statements, actors, active, selected, linkTo }: Props) {
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
              <StatementParts statement={statement} actors={actors} />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface PartsProps {
  readonly statement: Statement;
  readonly actors: readonly Actor[];
}

/** The three parts of a statement, who its source is, its kind and confidence. */
export function StatementParts({ statement, actors }: PartsProps) {
  const who = statement.source && whoIs(statement.source, namesOf({ actors }));
  return (
    <>
      {ROLE_NAMES.map((role) => (
        <span className={`part part-${role}`} key={role}>
          <span className="unseen">{ROLE_LABELS[role]}: </span>
          <RoleWords name={role} part={statement[role]} />{' '}
          {role === 'source' && who && (
            <span className={who.isSure ? 'who' : 'who open'} title={statement.source?.why.join('; ')}>
              {who.isSure ? `= ${who.names}` : who.names}{' '}
            </span>
          )}
        </span>
      ))}
      <span className="about">
        <KindMark kind={statement.kind} /> <ActMark {...statement} /> <Confidence value={statement.confidence} />
        {statement.parent && <span>within another statement</span>}
      </span>
    </>
  );
}
