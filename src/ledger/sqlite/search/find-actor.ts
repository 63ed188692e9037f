/** One actor across articles: its names and roles as articles state them, and its statements over time. */
import { SPEECH_ACTS } from '../../../reading/acts/speech-acts.ts';
import type { ActorProfile, StatedRole } from '../../found.ts';
import type { Database } from '../database.ts';
import { ENTRIES_A_VERSION } from '../entry-tables.ts';
import { summarise } from './list-actors.ts';
import type { SearchColumns } from './search-columns.ts';
import type { SearchIndex } from './search-index.ts';

/** Roles and names that are given at most, those of most articles first. */
const MOST_ROLES = 50;

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
  return {
    ...summary,
    names: namesOf(database, who.key),
    roles: rolesOf(database, who.key),
    months: monthsOf(columns, rows),
    acts: actsOf(columns, rows),
  };
}

function rowsOfActor({ who, statements }: SearchColumns, key: number): Uint32Array {
  const rows: number[] = [];
  for (let row = who.indexOf(key); row >= 0 && row < statements; row = who.indexOf(key, row + 1)) rows.push(row);
  return Uint32Array.from(rows);
}

const OF_ACTOR = `FROM actor JOIN version_search ON version_search.key = actor.version * ${ENTRIES_A_VERSION} AND latest = 1 WHERE who = ?`;

function namesOf(database: Database, who: number): ActorProfile['names'] {
  return database.all(
    `SELECT name, count(*) AS articles ${OF_ACTOR} GROUP BY name ORDER BY articles DESC, name LIMIT ${MOST_ROLES}`,
    who,
  );
}

/** Each with the article that was published first of those that state it. */
function rolesOf(database: Database, who: number): StatedRole[] {
  const stated = database.all<Pick<StatedRole, 'role' | 'affiliation' | 'articles'> & { article: number }>(
    // Of the row with the least date, as SQLite gives the columns beside min().
    `SELECT role, affiliation, count(*) AS articles, article, min(coalesce(published, '9')) AS first ${OF_ACTOR}
       AND (role IS NOT NULL OR affiliation IS NOT NULL)
     GROUP BY role, affiliation ORDER BY articles DESC, role, affiliation LIMIT ${MOST_ROLES}`,
    who,
  );
  return stated.map(({ role, affiliation, articles, article }) => ({
    role,
    affiliation,
    articles,
    ...database.get<Pick<StatedRole, 'articleId' | 'outlet' | 'headline' | 'published'>>(
      `SELECT article.id AS articleId, outlet, headline, published
       FROM article JOIN version ON version.article = article.key AND latest = 1 WHERE article.key = ?`,
      article,
    )!,
  }));
}

function monthsOf({ versions, versionOf, months }: SearchColumns, rows: Uint32Array): ActorProfile['months'] {
  const counts = new Uint32Array(months.length);
  for (const row of rows) counts[versions[versionOf[row]].month]++;
  return months
    .map((month, code) => ({ month, statements: counts[code] }))
    .filter(({ month, statements }) => month !== '' && statements > 0)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

function actsOf({ act }: SearchColumns, rows: Uint32Array): ActorProfile['acts'] {
  const counts = new Uint32Array(256);
  for (const row of rows) counts[act[row]]++;
  return Object.keys(SPEECH_ACTS)
    .map((name, code) => ({ act: name, statements: counts[code] }))
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements);
}
