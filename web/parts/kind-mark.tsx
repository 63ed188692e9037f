import type { EntryRow } from '../../src/ledger/ledger.ts';

const EXPLANATIONS: Readonly<Record<EntryRow['kind'], string>> = {
  direct: 'Direct: the words are quoted',
  indirect: 'Indirect: reported in the outlet’s words',
  mixed: 'Mixed: partly quoted, partly in the outlet’s words',
  assertion: 'Assertion: the outlet states it in its own voice',
};

const QUOTE = 'M2 12V8.5Q2 4.5 6 3.5l.5 1.5Q4.5 5.700 4.5 7.5H7V12z';
const QUOTES = `${QUOTE}M9 12V8.5Q9 4.5 13 3.5l.5 1.5q-2 .7-2 2.5H14V12z`;
const LINES = 'M2 4h12M2 8h12M2 12h8';

/** The kind of an entry: an icon and a word, so that nothing hangs on colour. */
export function KindMark({ kind }: { readonly kind: EntryRow['kind'] }) {
  return (
    <span className="kind" title={EXPLANATIONS[kind]}>
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
        {kind === 'direct' && <path d={QUOTES} fill="currentColor" />}
        {kind === 'indirect' && <path d={LINES} stroke="currentColor" strokeWidth="1.6" fill="none" />}
        {kind === 'assertion' && <path d="M3 3h10v10H3z" stroke="currentColor" strokeWidth="1.6" fill="none" />}
        {kind === 'mixed' && (
          <>
            <path d={QUOTE} fill="currentColor" />
            <path d="M9 4h6M9 8h6M9 12h6" stroke="currentColor" strokeWidth="1.6" fill="none" />
          </>
        )}
      </svg>
      {kind}
    </span>
  );
}
