const MEANING =
  'How sure the engine is that it marked the right source and content. It says nothing about whether what was said is so.';

/** How sure the engine is of a statement's parts, as a number with a bar. */
export function Confidence({ value }: { readonly value: number }) {
  return (
    <span className="confidence-value" title={MEANING}>
      <svg viewBox="0 0 40 4" width="40" height="4" aria-hidden="true" preserveAspectRatio="none">
        <rect className="confidence-all" width="40" height="4" />
        <rect className="confidence-part" width={40 * value} height="4" />
      </svg>
      {Math.round(value * 100)}
      <span className="unit">%</span>
    </span>
  );
}
