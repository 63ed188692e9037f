/** Robust links (robustlinks.mementoweb.org): a link that also says which archived copy it meant, and of when. */
import { xmlText } from '../xml/xml.ts';

export interface RobustLink {
  readonly href: string;
  readonly words: string;
  /** Address of an archived copy, where there is one. */
  readonly archived: string | null;
  /** ISO 8601 instant or day at which the page was seen. */
  readonly seenAt: string | null;
}

/**
 * The link as HTML. An address that is not of the web becomes words without a link.
 *
 * @example
 * robustLink({ href: 'https://a.example/', words: 'A', archived: null, seenAt: '2026-11-18T10:00:00Z' });
 * // '<a href="https://a.example/" data-versiondate="2026-11-18">A</a>'
 */
export function robustLink({ href, words, archived, seenAt }: RobustLink): string {
  if (!/^https?:/i.test(href)) return xmlText(words);
  const version = archived && /^https?:/i.test(archived) ? ` data-versionurl="${xmlText(archived)}"` : '';
  const date = seenAt === null ? '' : ` data-versiondate="${xmlText(seenAt.slice(0, 10))}"`;
  return `<a href="${xmlText(href)}"${version}${date}>${xmlText(words)}</a>`;
}
