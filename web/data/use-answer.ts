import { useCallback, useEffect, useState } from 'react';
import type { ErrorAnswer } from '../../src/server/api.ts';

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** What is known of an answer; while a new one is awaited, the one before it stays. */
export interface Answer<Body> {
  readonly body: Body | null;
  readonly failure: Failure | null;
  readonly waiting: boolean;
  readonly askAgain: () => void;
}

const UNREACHABLE: Failure = {
  code: 'E_FETCH',
  message: 'Hearsay does not answer. Is it still running in the terminal? Start it again, then try again here.',
};

interface State<Body> {
  /** The question that `body` or `failure` answers. */
  readonly path: string | null;
  readonly body: Body | null;
  readonly failure: Failure | null;
}

/** Asks the API, and asks anew when the path changes; an answer that comes late is dropped. */
export function useAnswer<Body>(path: string): Answer<Body> {
  const [state, setState] = useState<State<Body>>({ path: null, body: null, failure: null });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again
  useEffect(() => {
    const abort = new AbortController();
    ask<Body>(path, abort.signal).then(
      (body) => setState({ path, body, failure: null }),
      (failure: Failure) => {
        if (!abort.signal.aborted) setState((before) => ({ ...before, path, failure }));
      },
    );
    return () => abort.abort();
  }, [path, attempt]);

  const askAgain = useCallback(() => {
    setState((before) => ({ ...before, path: null, failure: null }));
    setAttempt((before) => before + 1);
  }, []);

  return { body: state.body, failure: state.failure, waiting: state.path !== path, askAgain };
}

async function ask<Body>(path: string, signal: AbortSignal): Promise<Body> {
  const response = await fetch(path, { signal }).catch(() => Promise.reject(UNREACHABLE));
  if (response.ok) return response.json().catch(() => Promise.reject(UNREACHABLE));
  const answer = (await response.json().catch(() => null)) as ErrorAnswer | null;
  return Promise.reject(answer?.error ?? UNREACHABLE);
}
