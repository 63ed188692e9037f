import type { EntryRow } from '../../src/ledger/ledger.ts';

/** What people ruled on an entry, in a word: "rejected", "checked, rulings differ". Nothing where nobody did. */
export function ReviewMark({ review }: Pick<EntryRow, 'review'>) {
  if (!review) return null;
  const marks = [review.status, review.isDisputed && 'rulings differ'].filter(Boolean);
  if (marks.length === 0) return null;
  return (
    <span className="act" title={`${review.by}, ${review.at.slice(0, 10)}`}>
      {marks.join(', ')}
    </span>
  );
}
