/** What stands beside an article: who speaks in it, its statements, and the card of the one that is chosen. */
import type { Reading, Statement } from '../../src/reading/reading.ts';
import { SpeakerList } from './speaker-list.tsx';
import { StatementCard } from './statement-card.tsx';
import { StatementList } from './statement-list.tsx';

interface Props {
  readonly reading: Reading;
  /** The id of the statement that is looked at, or null. */
  readonly active: string | null;
  readonly selected: Statement | null;
  readonly linkTo: (statement: string | null) => string;
}

export function StatementsBeside({ reading, active, selected, linkTo }: Props) {
  const { statements, actors } = reading;
  return (
    <>
      <aside className="beside">
        <SpeakerList reading={reading} linkTo={linkTo} />
        <StatementList
          statements={statements}
          actors={actors}
          active={active}
          selected={selected?.id ?? null}
          linkTo={linkTo}
        />
      </aside>
      {selected && <StatementCard statements={statements} actors={actors} selected={selected} linkTo={linkTo} />}
    </>
  );
}
