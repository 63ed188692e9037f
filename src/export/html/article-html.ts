/**
 * An article of the report with its statements marked. Roles may overlap, so the text is cut wherever a role begins or ends, and each piece has
 * the classes of all roles that hold it.
 */
import type { Block } from '../../text/document.ts';
import { robustLink } from '../deep-links/robust-link.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { xmlText } from '../xml/xml.ts';

interface Mark {
  readonly number: number;
  readonly role: 'source' | 'cue' | 'content';
  readonly start: number;
  readonly end: number;
  /** The first span of the statement's main role, where the links of the list lead. */
  readonly isMain: boolean;
}

/**
 * The article; its statements are numbered on from `before`.
 *
 * @example
 * articleHtml(version, 0); // '<article>…<mark class="content" …'
 */
export function articleHtml(version: SelectedVersion, before: number): string {
  const { reading } = version;
  const { article, blocks, text } = reading;
  const marks = marksOf(version, before);
  const url = article.url ?? version.version.url;
  const title = article.title ?? nameOf(version.version.path);
  const facts = [article.outlet, article.published?.slice(0, 10), article.byline].filter((fact) => fact != null);
  const link = robustLink({
    href: url ?? '',
    words: url ?? nameOf(version.version.path),
    archived: null,
    seenAt: version.version.capturedAt,
  });
  const body = blocks.map((block) => blockHtml(text, block, marks)).join('\n');
  return `<article>
<h3 dir="auto">${xmlText(title)}</h3>
<p class="facts" dir="auto">${facts.map(xmlText).join(' · ')}${facts.length > 0 ? ' · ' : ''}${link}</p>
<details open><summary>Text, ${version.statements.length} statement${version.statements.length === 1 ? '' : 's'}</summary>
${body}
</details>
</article>
`;
}

/** A report goes to others: the folders of this machine are not their business. */
function nameOf(path: string): string {
  return path.replace(/^.*[/\\]/, '');
}

function marksOf({ statements }: SelectedVersion, before: number): Mark[] {
  return statements.flatMap((statement, position) => {
    const main = statement.content ?? statement.cue ?? statement.source;
    return (['content', 'cue', 'source'] as const).flatMap((role) =>
      (statement[role]?.spans ?? []).map(([start, end], part) => ({
        number: before + position + 1,
        role,
        start,
        end,
        isMain: statement[role] === main && part === 0,
      })),
    );
  });
}

function blockHtml(text: string, { kind, start, end }: Block, marks: readonly Mark[]): string {
  const within = marks.filter((mark) => mark.start < end && start < mark.end);
  const cuts = new Set([start, end]);
  for (const mark of within) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const offsets = [...cuts].sort((a, b) => a - b);
  const pieces = offsets.slice(1).map((to, position) => pieceHtml(text, offsets[position], to, within));
  return `<p class="${kind}" dir="auto">${pieces.join('')}</p>`;
}

function pieceHtml(text: string, start: number, end: number, marks: readonly Mark[]): string {
  const words = xmlText(text.slice(start, end));
  const holding = marks.filter((mark) => mark.start <= start && end <= mark.end);
  if (holding.length === 0) return words;
  const roles = new Set<string>(holding.map(({ role }) => role));
  if (holding.filter(({ role }) => role === 'content').length > 1) roles.add('nested');
  const numbers = holding
    .filter(({ isMain, start: from }) => isMain && from === start)
    .map(({ number }) => `<a class="number" id="c${number}" href="#s${number}">${number}</a>`);
  return `${numbers.join('')}<mark class="${[...roles].join(' ')}">${words}</mark>`;
}
