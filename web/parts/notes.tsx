import type { ReactNode } from 'react';
import type { Failure } from '../data/use-answer.ts';

/** Shown while the first answer is awaited. */
export function LoadingNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className="note loading" role="status">
      {children}
    </p>
  );
}

/** What went wrong, what to do, and a way to try again. */
export function FailureNote({ failure, askAgain }: { readonly failure: Failure; readonly askAgain: () => void }) {
  return (
    <div className="note failure" role="alert">
      <h2>That did not work</h2>
      <p>{failure.message}</p>
      <p className="code">{failure.code}</p>
      <button type="button" onClick={askAgain}>
        Try again
      </button>
    </div>
  );
}

/** Shown where there is nothing to show, with what to do about it. */
export function EmptyNote({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="note empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What a ledger without articles says. */
export function EmptyLedgerNote() {
  return (
    <EmptyNote title="The ledger is empty">
      <p>Give it articles, as text or as saved web pages, then load this page again:</p>
      <pre>
        <code>hearsay add PATH…</code>
      </pre>
    </EmptyNote>
  );
}
