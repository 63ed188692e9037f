import type { Facet, FacetValue } from '../../src/ledger/ledger.ts';
import { showDate } from '../data/show-date.ts';
import type { Changes } from './statements-page.tsx';

const LABELS: Readonly<Record<Facet['name'], string>> = {
  kind: 'Kind',
  act: 'What it does',
  stance: 'Stance of the cue',
  type: 'Kind of source',
  unnamed: 'Unnamed source',
  actor: 'Source',
  outlet: 'Outlet',
  place: 'Place',
  country: 'Country',
  certainty: 'Made to sound certain',
  review: 'Review',
  month: 'Published',
};

interface Props {
  readonly facets: readonly Facet[];
  readonly change: (changes: Changes) => void;
}

/** What the rows found are counted by. Every count is that of the rows that a click lists. */
export function FacetList({ facets, change }: Props) {
  // One value that all rows have narrows nothing.
  const shown = facets.filter(({ values }) => values.length > 1 || values.some(({ isChosen }) => isChosen));
  return (
    <details className="facets" open={window.matchMedia('(min-width: 64rem)').matches}>
      <summary>Narrow down</summary>
      {shown.map((facet) => (
        <section key={facet.name} className="facet" data-facet={facet.name} aria-label={LABELS[facet.name]}>
          <h2>{LABELS[facet.name]}</h2>
          <ul>
            {facet.values.map((value) => (
              <Value key={value.value} facet={facet.name} value={value} change={change} />
            ))}
          </ul>
          {facet.distinct > facet.values.length && (
            <p className="more">and {(facet.distinct - facet.values.length).toLocaleString('en')} more</p>
          )}
        </section>
      ))}
    </details>
  );
}

interface ValueProps {
  readonly facet: Facet['name'];
  readonly value: FacetValue;
  readonly change: Props['change'];
}

function Value({ facet, value: { label, statements, isChosen, search }, change }: ValueProps) {
  return (
    <li>
      <button type="button" aria-pressed={isChosen} onClick={() => change({ search: search || undefined })}>
        <span>{facet === 'month' ? showDate(label) : label}</span> <b>{statements.toLocaleString('en')}</b>
      </button>
    </li>
  );
}
