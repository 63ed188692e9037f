import { useEffect, useId, useRef, useState } from 'react';
import type { Failure } from '../data/use-answer.ts';
import type { Changes } from './statements-page.tsx';

/** How long to wait after a key before asking, in milliseconds. */
const TYPING_PAUSE_MS = 250;

interface Props {
  readonly search: string;
  readonly mistake: Failure | null;
  readonly change: (changes: Changes) => void;
}

/** The box for a search, with what is wrong with it and what can be written there. */
export function SearchBox({ search, mistake, change }: Props) {
  const [typed, setTyped] = useState(search);
  const sent = useRef(search);
  const id = useId();

  // The address was changed by something else: a link, the history, a facet.
  useEffect(() => {
    if (search === sent.current) return;
    sent.current = search;
    setTyped(search);
  }, [search]);

  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      change({ search: typed || undefined });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, change]);

  return (
    <form className="search" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={id}>Search</label>
      <input
        id={id}
        type="search"
        placeholder="bridge “no comment” act:denied -outlet:post"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        aria-invalid={mistake !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${id}-hint`} className={mistake ? 'hint mistake' : 'hint'} role={mistake ? 'alert' : undefined}>
        {mistake ? (
          mistake.message
        ) : (
          <>
            Words, <code>"exact phrases"</code>, <code>begin*</code>, <code>OR</code>, <code>-without</code>, and
            fields: <code>source:</code> <code>actor:</code> <code>content:</code> <code>act:denied</code>{' '}
            <code>is:unnamed</code> <code>is:assertion</code> <code>said:2025-08..</code> <code>place:</code>{' '}
            <code>confidence:&gt;0.8</code>
          </>
        )}
      </p>
    </form>
  );
}
