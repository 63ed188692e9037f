/** One actor across articles: its names and roles as articles state them, and its statements over time. */
import type { ActorProfile, StatedRole } from '../../found.ts';
import type { Database } from '../database.ts';
import { summarise } from './list-actors.ts';
import { PROFILE_VALUES } from './profiles.ts';
import type { SearchColumns, SearchVersion } from './search-columns.ts';
import type { SearchIndex } from './search-index.ts';

/** Roles and names that are given at most, those of most articles first. */
const MOST_ROLES = 50;
/** Comes after every date. */
const UNDATED = '9';

/**
 * See LedgerReader.actor.
 *
 * @example
 * findActor(index, 'who_0011223344556677')?.roles;
 */
export function findActor({ database, state }: SearchIndex, whoId: string): ActorProfile | null {
  const who = database.get<{ key: number }>('SELECT coalesce(same_as, key) AS key FROM who WHERE id = ?', whoId);
  if (!who) return null;
  const { columns } = state();
  const rows = rowsOfActor(columns, who.key);
  const [summary] = summarise(database, columns, rows, [who.key]);
  const descriptions = describe(database, columns, who.key);
  return {
    ...summary,
    names: namesOf(descriptions),
    roles: rolesOf(database, descriptions),
    months: monthsOf(columns, rows),
    acts: actsOf(columns, rows),
  };
}

/** What some articles call an actor, by their latest versions. */
interface Description {
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly articles: number;
  /** That which was published first. */
  readonly first: SearchVersion;
}

/** The driver takes longer over a row than over a number in a list, so versions come in lists. */
function describe(database: Database, { versions, positions }: SearchColumns, who: number): Description[] {
  const stored = database.all<Pick<Description, 'name' | 'role' | 'affiliation'> & { of: string }>(
    `SELECT name, role, affiliation, json_group_array(version) AS of FROM actor WHERE who = ? GROUP BY name, role, affiliation`,
    who,
  );
  return stored.flatMap(({ of, ...words }) => {
    const latest = (JSON.parse(of) as number[]).map((key) => positions[key] ?? -1).filter((position) => position >= 0);
    if (latest.length === 0) return [];
    const first = latest.map((position) => versions[position]).reduce(firstPublished);
    return [{ ...words, articles: latest.length, first }];
  });
}

function firstPublished(a: SearchVersion, b: SearchVersion): SearchVersion {
  return (b.published ?? UNDATED) < (a.published ?? UNDATED) ? b : a;
}

function rowsOfActor({ who, statements }: SearchColumns, key: number): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < statements; row++) if (who[row] === key) rows.push(row);
  return Uint32Array.from(rows);
}

function namesOf(descriptions: readonly Description[]): ActorProfile['names'] {
  const counts = new Map<string, number>();
  for (const { name, articles } of descriptions) counts.set(name, (counts.get(name) ?? 0) + articles);
  return [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .sort((a, b) => b.articles - a.articles || compare(a.name, b.name))
    .slice(0, MOST_ROLES);
}

/** Each with the article that was published first of those that state it. */
function rolesOf(database: Database, descriptions: readonly Description[]): StatedRole[] {
  const stated = new Map<string, Omit<Description, 'name'>>();
  for (const { role, affiliation, articles, first } of descriptions) {
    if (role === null && affiliation === null) continue;
    const name = JSON.stringify([role, affiliation]);
    const known = stated.get(name);
    stated.set(name, {
      role,
      affiliation,
      articles: articles + (known?.articles ?? 0),
      first: known ? firstPublished(known.first, first) : first,
    });
  }
  return [...stated.values()]
    .sort((a, b) => b.articles - a.articles || compare(a.role, b.role) || compare(a.affiliation, b.affiliation))
    .slice(0, MOST_ROLES)
    .map(({ role, affiliation, articles, first }) => ({
      role,
      affiliation,
      articles,
      ...database.get<Pick<StatedRole, 'articleId' | 'outlet' | 'headline' | 'published'>>(
        `SELECT article.id AS articleId, outlet, headline, published
         FROM version JOIN article ON article.key = version.article WHERE version.key = ?`,
        first.key,
      )!,
    }));
}

/** Null comes first. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return a === null || (b !== null && a < b) ? -1 : 1;
}

function monthsOf({ versions, versionOf, months }: SearchColumns, rows: Uint32Array): ActorProfile['months'] {
  const counts = new Uint32Array(months.length);
  for (const row of rows) counts[versions[versionOf[row]].month]++;
  return months
    .map((month, code) => ({ month, statements: counts[code] }))
    .filter(({ month, statements }) => month !== '' && statements > 0)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

function actsOf({ profile, profiles }: SearchColumns, rows: Uint32Array): ActorProfile['acts'] {
  const counts = new Uint32Array(256);
  for (const row of rows) counts[profiles.act[profile[row]]]++;
  return PROFILE_VALUES.act
    .map((act, code) => ({ act, statements: counts[code] }))
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements);
}
