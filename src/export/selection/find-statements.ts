/** Which statements a search finds, for exports: every page of it, as the screen counts them. */
import type { LedgerReader } from '../../ledger/ledger.ts';

/** Rows that are asked for at a time. */
const PAGE = 1000;

/**
 * Names a statement of an article: a reprint has statements of the same ids.
 *
 * @example
 * statementKey('art_1', 'stmt_2'); // 'art_1 stmt_2'
 */
export function statementKey(articleId: string, statementId: string): string {
  return `${articleId} ${statementId}`;
}

/**
 * The keys of the statements that a search finds. Assertions of the outlets are none, and are left to their articles.
 *
 * @throws HearsayError E_INPUT where the search has a mistake.
 * @example
 * await findStatements(snapshot, 'act:denied outlet:courier'); // Set { 'art_1 stmt_2', … }
 */
export async function findStatements(ledger: LedgerReader, search: string): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  let after: string | null = null;
  do {
    const page = await ledger.statements({ search, limit: PAGE, ...(after !== null && { after }) });
    for (const row of page.rows) if (row.kind !== 'assertion') keys.add(statementKey(row.articleId, row.id));
    after = page.next;
  } while (after !== null);
  return keys;
}
