/** "Copy as footnote": a statement with its source, where it stands and when it was seen, as Markdown, HTML or plain text. */
import type { StatementRecord } from '../../ledger/ledger.ts';
import { xmlText } from '../xml/xml.ts';
import { robustLink } from './robust-link.ts';
import { textFragment } from './text-fragment.ts';

export type FootnoteForm = 'markdown' | 'html' | 'plain';

type Cited = Pick<
  StatementRecord,
  'source' | 'cue' | 'content' | 'headline' | 'outlet' | 'published' | 'url' | 'capturedAt' | 'prefix' | 'suffix'
>;

/**
 * The footnote of a statement; one line.
 *
 * @example
 * footnoteOf(statement, 'plain'); // 'Ada Lund: “the pier shut” (“Pier shut”, The Harbour Post, 2026-11-18, https://…)'
 */
export function footnoteOf(statement: Cited, form: FootnoteForm): string {
  const { source, cue, content, headline, outlet, published, url, capturedAt, prefix, suffix } = statement;
  const marked = form === 'markdown' ? escapeMarkdown : (text: string) => text;
  const words = oneLine((content ?? cue)?.text ?? '');
  const speaker = source === null ? 'No source given' : oneLine(source.text);
  const title = oneLine(headline ?? 'Untitled');
  const dated = [outlet, published?.slice(0, 10)].filter((part) => part != null).map(oneLine);
  const exact = (content ?? cue)?.text.split(' … ')[0] ?? null;
  const link = url === null ? null : textFragment(url, { start: null, end: null, exact, prefix, suffix });
  const seen = capturedAt === null ? [] : [`seen ${capturedAt.slice(0, 10)}`];
  if (form === 'html') {
    const named = robustLink({ href: link ?? '', words: `“${title}”`, archived: null, seenAt: capturedAt });
    return `${xmlText(`${speaker}: ${quoted(words)}`)} (${[named, ...[...dated, ...seen].map(xmlText)].join(', ')})`;
  }
  const named = form === 'markdown' && link !== null ? `[“${marked(title)}”](<${link}>)` : `“${marked(title)}”`;
  const address = form === 'plain' && link !== null ? [link] : [];
  return `${marked(speaker)}: ${marked(quoted(words))} (${[named, ...dated.map(marked), ...seen, ...address].join(', ')})`;
}

/** Words that stand in quotation marks already get no others. */
function quoted(words: string): string {
  return /^["“‘«„']/.test(words) ? words : `“${words}”`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!]/g, '\\$&');
}
