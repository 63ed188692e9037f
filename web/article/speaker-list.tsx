import { speakersOf } from '../../src/reading/actors/who-is.ts';
import type { Actor, Reading } from '../../src/reading/reading.ts';
import { showCount } from '../data/show-count.ts';

interface Props {
  readonly reading: Reading;
  readonly linkTo: (statement: string) => string;
}

/** Who speaks in an article: what each source is, as the text states it, and how often; a click leads to the first statement. */
export function SpeakerList({ reading, linkTo }: Props) {
  const speakers = speakersOf(reading);
  if (speakers.length === 0) return null;
  return (
    <details className="speakers" open>
      <summary>{showCount(speakers.length, 'source')}</summary>
      <ul>
        {speakers.map(({ actor, statements }) => (
          <li key={actor.id}>
            <a href={linkTo(statements[0].id)}>
              <span className={actor.type === 'unnamed' ? 'name unnamed' : 'name'}>{actor.name}</span>{' '}
              <span className="count">{statements.length}</span>
            </a>
            <span className="facts">{factsOf(actor).join(' · ')}</span>
            {actor.conditions && <span className="facts conditions">{actor.conditions}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function factsOf({ type, unnamedType, why, role, affiliation, aliases }: Actor): string[] {
  return [
    unnamedType === null ? type : `unnamed, ${unnamedType}`,
    ...(type === 'state' ? why : []),
    ...(role === null ? [] : [role]),
    ...(affiliation === null ? [] : [affiliation]),
    ...(aliases.length === 0 ? [] : [`also ${aliases.join(', ')}`]),
  ];
}
