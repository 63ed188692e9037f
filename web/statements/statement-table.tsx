import type { EntryRow, StatementOrder } from '../../src/ledger/ledger.ts';
import { articleAddress } from '../address/address.ts';
import { showDate, showMoment } from '../data/show-date.ts';
import { ActMark } from '../parts/act-mark.tsx';
import { Confidence } from '../parts/confidence.tsx';
import { KindMark } from '../parts/kind-mark.tsx';
import { ReviewMark } from '../parts/review-mark.tsx';
import { RoleWords } from '../parts/role-words.tsx';
import type { Changes, Query } from './statements-page.tsx';

type Direction = 'up' | 'down';

/** The columns, with the direction in which a first click orders them. */
const COLUMNS: readonly { readonly order: StatementOrder; readonly label: string; readonly first: Direction }[] = [
  { order: 'source', label: 'Source', first: 'up' },
  { order: 'cue', label: 'Cue', first: 'up' },
  { order: 'content', label: 'Content', first: 'up' },
  { order: 'outlet', label: 'Outlet', first: 'up' },
  { order: 'published', label: 'Published', first: 'down' },
  { order: 'confidence', label: 'Confidence', first: 'down' },
];

interface Props {
  readonly rows: readonly EntryRow[];
  readonly query: Query;
  readonly change: (changes: Changes) => void;
  readonly waiting: boolean;
}

export function StatementTable({ rows, query, change, waiting }: Props) {
  const chosen = COLUMNS.find(({ order }) => order === (query.order ?? 'published'));
  const direction = query.direction ?? chosen?.first;
  return (
    <table className="statements" aria-busy={waiting}>
      <caption className="unseen">Statements of the ledger</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column.order}
              scope="col"
              className={`column-${column.order}`}
              aria-sort={column !== chosen ? undefined : direction === 'up' ? 'ascending' : 'descending'}
            >
              <button
                type="button"
                onClick={() =>
                  change({
                    order: column.order,
                    direction: column === chosen ? (direction === 'up' ? 'down' : 'up') : column.first,
                  })
                }
              >
                <span className={`label ${column.order}`}>{column.label}</span>
                <span className="arrow" aria-hidden="true">
                  {column !== chosen ? '' : direction === 'up' ? '↑' : '↓'}
                </span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.articleId} ${row.id}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: EntryRow }) {
  const isAssertion = row.kind === 'assertion';
  return (
    <tr>
      <td className="column-source">
        {isAssertion ? (
          <span className="absent">the outlet itself</span>
        ) : (
          <RoleWords name="source" part={row.source} />
        )}
      </td>
      <td className="column-cue">{!isAssertion && <RoleWords name="cue" part={row.cue} />}</td>
      <td className="column-content">
        <a href={articleAddress(row.articleId, isAssertion ? {} : { statement: row.id })}>
          <RoleWords name="content" part={row.content} />
        </a>
        <KindMark kind={row.kind} /> {!isAssertion && <ActMark {...row} />} <ReviewMark review={row.review} />
      </td>
      <td className="column-outlet">
        <span className="outlet">{row.outlet ?? <span className="absent">no outlet named</span>}</span>
        {row.headline && <span className="headline">{row.headline}</span>}
      </td>
      <td className="column-published">
        {row.published ? (
          <time dateTime={row.published} title={showMoment(row.published)}>
            {showDate(row.published)}
          </time>
        ) : (
          <span className="absent">no date</span>
        )}
      </td>
      <td className="column-confidence">{!isAssertion && <Confidence value={row.confidence} />}</td>
    </tr>
  );
}
