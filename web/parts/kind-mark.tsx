import type { StatementKind } from '../../src/reading/reading.ts';

const EXPLANATIONS: Readonly<Record<StatementKind, string>> = {
  direct: 'Direct: the words are quoted',
  indirect: 'Indirect: reported in the outlet’s words',
  mixed: 'Mixed: partly quoted, partly in the outlet’s words',
};

const QUOTES =
  'M2 12V8.500Q2 4.500 6 3.500l.5 1.500Q4.500 5.700 4.500 7.500H7V12zm7 0V8.500Q9 4.500 13 3.500l.5 1.500q-2 .7-2 2.500H14V12z';
const LINES = 'M2 4h12M2 8h12M2 12h8';

/** The kind of a statement: an icon and a word, so that nothing hangs on colour. */
export function KindMark({ kind }: { readonly kind: StatementKind }) {
  return (
    <span className="kind" title={EXPLANATIONS[kind]}>
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
        {kind === 'direct' && <path d={QUOTES} fill="currentColor" />}
        {kind === 'indirect' && <path d={LINES} stroke="currentColor" strokeWidth="1.600" fill="none" />}
        {kind === 'mixed' && (
          <>
            <path d={QUOTES} fill="currentColor" transform="translate(-1 -2) scale(.75)" />
            <path d="M2 14h12M13 10h1M13 6h1" stroke="currentColor" strokeWidth="1.600" fill="none" />
          </>
        )}
      </svg>
      {kind}
    </span>
  );
}
