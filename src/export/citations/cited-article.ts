/** An article as something to cite: what CSL-JSON, BibTeX and RIS say of it in their own ways, with the quotations in a note. */
import { saying } from '../saying.ts';
import type { SelectedVersion } from '../selection/selection.ts';

export interface CitedArticle {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  /** Names as the byline has them, one each. */
  readonly authors: readonly string[];
  /** ISO 8601. */
  readonly published: string | null;
  readonly accessed: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** Who says what, word for word, one statement a line. */
  readonly note: string;
}

/**
 * The article of a version.
 *
 * @example
 * citedArticle(version).authors; // ['Ottilie Brandvold', 'Samir Quist']
 */
export function citedArticle({ version, reading, statements }: SelectedVersion): CitedArticle {
  const { article } = reading;
  return {
    id: version.articleId,
    title: article.title ?? statements[0]?.headline ?? 'Untitled',
    outlet: article.outlet,
    authors: authorsOf(article.byline),
    published: article.published,
    accessed: version.capturedAt,
    url: article.url ?? version.url,
    language: article.language,
    note: statements
      .filter(({ content }) => content !== null)
      .map((statement) => saying(statement))
      .join('\n'),
  };
}

/**
 * The names in a byline; a post or a place after a comma is no name and is left out.
 *
 * @example
 * authorsOf('By Ida Lund and Jonas Reiff'); // ['Ida Lund', 'Jonas Reiff']
 */
export function authorsOf(byline: string | null): string[] {
  if (byline === null) return [];
  return byline
    .replace(/^\s*by[:\s]\s*/i, '')
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .map((name) => name.replace(/\s+(?:in|at)\s+.*$/, '').trim())
    .filter((name) => /^\p{Lu}/u.test(name));
}

/**
 * Year, month and day of an ISO 8601 date, as far as it has them; null where it is none.
 *
 * @example
 * datePartsOf('2026-04'); // [2026, 4]
 */
export function datePartsOf(date: string | null): number[] | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '');
  return match ? match.slice(1).filter(Boolean).map(Number) : null;
}
