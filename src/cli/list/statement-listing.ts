/** Statements, and assertions of the outlets, as commands print them. */
import type { EntryRow, Page } from '../../ledger/ledger.ts';
import type { Listing } from './list-options.ts';

/**
 * A page of entries with the columns of its table.
 *
 * @example
 * await writeListing(terminal, options, listStatements(await ledger.statements()));
 */
export function listStatements(page: Page<EntryRow>): Listing<EntryRow> {
  return {
    page,
    noun: page.rows.some(({ kind }) => kind === 'assertion') ? ['entry', 'entries'] : ['statement', 'statements'],
    table: [
      { title: 'Published', share: 0, cell: ({ published }) => published?.slice(0, 10) ?? '' },
      { title: 'Outlet', share: 2, cell: ({ outlet }) => outlet },
      {
        title: 'Source',
        share: 3,
        cell: (row) => (row.kind === 'assertion' ? '(the outlet)' : (row.source?.text ?? '–')),
      },
      { title: 'Cue', share: 2, cell: ({ cue }) => cue?.text ?? null },
      { title: 'Content', share: 7, cell: ({ content }) => content?.text ?? null },
      // In a pipe always, so that its columns stay the same; in a terminal where there is something to say.
      { title: 'Ruled', share: 0, isOptional: true, cell: ({ review }) => reviewed(review) },
    ],
    csv: {
      id: ({ id }) => id,
      article_id: ({ articleId }) => articleId,
      kind: ({ kind }) => kind,
      speech_act: (row) => (row.kind === 'assertion' ? null : row.speechAct),
      stance: (row) => (row.kind === 'assertion' ? null : row.stance),
      negated: (row) => (row.kind === 'assertion' ? null : row.negated),
      hypothetical: (row) => (row.kind === 'assertion' ? null : row.hypothetical),
      source: ({ source }) => source?.text ?? null,
      cue: ({ cue }) => cue?.text ?? null,
      content: ({ content }) => content?.text ?? null,
      confidence: (row) => (row.kind === 'assertion' ? null : row.confidence),
      outlet: ({ outlet }) => outlet,
      headline: ({ headline }) => headline,
      published: ({ published }) => published,
      status: ({ review }) => review?.status ?? null,
      reviewed_by: ({ review }) => review?.by ?? null,
      is_disputed: ({ review }) => review?.isDisputed ?? null,
    },
  };
}

function reviewed(review: EntryRow['review']): string | null {
  return review && (review.isDisputed ? [review.status, 'rulings differ'].filter(Boolean).join(', ') : review.status);
}
