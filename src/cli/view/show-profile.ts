/** One actor across articles, for people: its names, its roles with who states them, and its statements by month. */
import type { ActorProfile, StatedRole } from '../../ledger/ledger.ts';
import { count } from './count.ts';
import type { View } from './show-reading.ts';
import { wrapText } from './wrap-text.ts';

const INDENT = '  ';
/** Columns of the longest bar. */
const BAR_COLUMNS = 40;
const LIST = 12;

/**
 * The page of an actor, without a newline at the end.
 *
 * @example
 * showProfile(profile, { columns: 80, paint: painter(false) });
 */
export function showProfile(profile: ActorProfile, { columns, paint }: View): string {
  const { id, name, type, statements, articles, outlets, first, last, names, roles, acts } = profile;
  const indented = (text: string) => wrapText(text, columns - INDENT.length).map((line) => INDENT + line);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paint(title, 'bold'), ...lines];
  const days = [...new Set([first, last].map((date) => date?.slice(0, 10)))].filter(Boolean).join(' to ');
  const where = outlets > 0 ? ` by ${count(outlets, 'outlet')}` : '';
  const counts = `${count(statements, 'statement')} in ${count(articles, 'article')}${where}${days && `, published ${days}`}`;
  const others = names.filter((other) => other.name !== name);
  return [
    `${paint(name, 'bold')} ${paint(`${type}, ${id}`, 'dim')}`,
    ...wrapText(counts, columns),
    ...section(
      'Also named',
      indented(others.map((other) => `${other.name} (${other.articles})`).join(', ')).slice(0, others.length && LIST),
    ),
    ...section(
      'Roles, as stated',
      roles.slice(0, LIST).flatMap((role) => indented(showRole(role))),
    ),
    ...section(
      'What it does',
      indented(acts.map((act) => `${act.act} ${act.statements}`).join(', ')).slice(0, acts.length && LIST),
    ),
    ...section('By month of publication', showMonths(profile)),
    '',
    paint(`Its statements: hearsay statements actor:${id}`, 'dim'),
  ].join('\n');
}

function showRole({ role, affiliation, articles, outlet, headline, published }: StatedRole): string {
  const stated = [role, affiliation].filter(Boolean).join(', ');
  const where = [outlet, published?.slice(0, 10), headline].filter(Boolean).join(', ');
  const more = articles > 1 ? `; ${articles} articles` : '';
  return `${stated} (${where || 'no outlet named'}${more})`;
}

function showMonths({ months, statements: all }: ActorProfile): string[] {
  const most = months.reduce((highest, { statements }) => Math.max(highest, statements), 1);
  const bars = months.map(({ month, statements }) => {
    const bar = '▇'.repeat(Math.max(1, Math.round((statements / most) * BAR_COLUMNS)));
    return `${INDENT}${month}  ${bar} ${statements}`;
  });
  const undated = all - months.reduce((sum, { statements }) => sum + statements, 0);
  return undated > 0 ? [...bars, `${INDENT}no month  ${undated}`] : bars;
}
