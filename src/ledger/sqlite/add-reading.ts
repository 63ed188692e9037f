/**
 * Keeps one reading: evidence (version, blocks), judgement (reading) and the rows made of it, within one transaction.
 *
 * What makes an article: its address, which is its URL, or the path it came from where it states no URL. The same text
 * under two addresses is two articles (a reprint is an event of its own), but a file without a URL that was moved is not.
 */
import type { Engine, Reading } from '../../reading/reading.ts';
import { shortHash } from '../../reading/short-hash.ts';
import { HearsayError } from '../../text/errors.ts';
import type { Added, Capture, KnownText, NewReading } from '../ledger.ts';
import type { Database } from './database.ts';
import { layOverReading, settleDecisions } from './keep-decisions.ts';
import { keepEntries, removeEntries } from './keep-entries.ts';
import { packReading } from './pack-reading.ts';

/**
 * Keeps the reading in the database, within a transaction that the caller began; see Ledger.addReading.
 *
 * @example
 * database.write(() => addReading(database, { reading, capture })).outcome; // 'added'
 */
export function addReading(database: Database, { reading, capture }: NewReading): Added {
  const { article, engine, textSha256 } = reading;
  const known = findKnown(database, { textSha256, url: article.url, outlet: article.outlet, engine }, capture);
  if (!known) return addVersion(database, reading, capture);
  if (known.engine === engineKey(database, engine)) return noteSighting(database, known, capture);
  keepJudgement(database, known, reading, capture.addedAt);
  return { articleId: known.articleId, versionId: known.id, outcome: 'read again' };
}

/**
 * Notes the sighting of a text that the engine has read; null where it has not. See Ledger.addSighting.
 *
 * @example
 * database.write(() => addSighting(database, { textSha256, url, outlet, engine }, capture)); // null: read it
 */
export function addSighting(database: Database, text: KnownText, capture: Capture): Added | null {
  const known = findKnown(database, text, capture);
  if (known?.engine !== findEngine(database, text.engine)) return null;
  return known ? noteSighting(database, known, capture) : null;
}

/**
 * Puts another reading in the place of a version's; see Ledger.replaceReading.
 *
 * @throws HearsayError E_NOT_FOUND, E_INPUT
 * @example
 * database.write(() => replaceReading(database, versionId, reading, new Date().toISOString()));
 */
export function replaceReading(database: Database, versionId: string, reading: Reading, readAt: string): void {
  const version = database.get<Known & { text: string }>(`${KNOWN} WHERE version.id = ?`, versionId);
  if (!version) throw new HearsayError('E_NOT_FOUND', `The ledger holds no version ${versionId}.`);
  if (version.text !== reading.text) {
    throw new HearsayError('E_INPUT', `The reading is of another text than version ${versionId}: add it instead.`);
  }
  keepJudgement(database, version, reading, readAt);
}

/**
 * Whether bytes from a place and time were read by an engine; see LedgerReader.hasCapture.
 *
 * @example
 * hasCapture(database, { path: '/case/a.html', bytesSha256 }, engine); // true: nothing to do
 */
export function hasCapture(
  database: Database,
  { path, capturedAt, bytesSha256 }: Pick<Capture, 'path' | 'capturedAt' | 'bytesSha256'>,
  engine: Engine,
): boolean {
  const key = findEngine(database, engine);
  if (key === undefined) return false;
  const values = [bytesSha256, path, capturedAt ?? null, key] as const;
  const captured = (table: string) =>
    `bytes_sha256 = ?1 AND ${table}.path = ?2 AND ${table}.captured_at IS ?3 AND engine = ?4`;
  const found =
    database.get(
      `SELECT 1 FROM version JOIN reading ON reading.version = version.key WHERE ${captured('version')}`,
      ...values,
    ) ?? database.get(`SELECT 1 FROM sighting JOIN reading USING (version) WHERE ${captured('sighting')}`, ...values);
  return found !== undefined;
}

interface Known {
  readonly key: number;
  readonly id: string;
  readonly article: number;
  readonly articleId: string;
  readonly engine: number;
  readonly path: string;
  readonly capturedAt: string | null;
}

const KNOWN = `
  SELECT version.key, version.id, article, article.id AS articleId, engine, path, captured_at AS capturedAt, text
  FROM version JOIN reading ON reading.version = version.key JOIN article ON article.key = article`;

function findKnown(database: Database, text: KnownText, { path }: Capture): Known | undefined {
  return database.get<Known>(
    `${KNOWN} WHERE text_sha256 = ?1 AND (article.address = ?2 OR (?3 IS NULL AND url IS NULL AND outlet IS ?4))`,
    text.textSha256,
    text.url ?? path,
    text.url,
    text.outlet,
  );
}

/** The same path at the same time is the same sighting, so that taking in a folder twice notes nothing. */
function noteSighting(database: Database, known: Known, capture: Capture): Added {
  const ids = { articleId: known.articleId, versionId: known.id };
  const isFirst = known.path === capture.path && known.capturedAt === (capture.capturedAt ?? null);
  if (isFirst) return { ...ids, outcome: 'known' };
  const noted = database.run(
    `INSERT OR IGNORE INTO sighting (version, path, captured_url, captured_at, added_at, bytes_sha256)
     VALUES (?, ?, ?, ?, ?, ?)`,
    known.key,
    capture.path,
    capture.url ?? null,
    capture.capturedAt ?? null,
    capture.addedAt,
    capture.bytesSha256,
  );
  return { ...ids, outcome: noted > 0 ? 'seen again' : 'known' };
}

function addVersion(database: Database, reading: Reading, capture: Capture): Added {
  const address = reading.article.url ?? capture.path;
  const articleId = `art_${shortHash(address)}`;
  const versionId = `ver_${shortHash(`${address}\n${reading.textSha256}`)}`;
  const isNew = database.run('INSERT OR IGNORE INTO article (id, address) VALUES (?, ?)', articleId, address) === 1;
  const article = database.get<{ key: number }>('SELECT key FROM article WHERE id = ?', articleId)!.key;
  const key = database.insert(
    `INSERT INTO version (id, article, number, text, text_sha256, bytes_sha256, path, captured_url, captured_at, added_at,
       ${HEAD})
     SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16
     FROM version WHERE article = ?2`,
    versionId,
    article,
    reading.text,
    reading.textSha256,
    capture.bytesSha256,
    capture.path,
    capture.url ?? null,
    capture.capturedAt ?? null,
    capture.addedAt,
    ...headOf(reading),
  );
  reading.blocks.forEach(({ kind, start, end }, position) => {
    database.run('INSERT INTO block VALUES (?, ?, ?, ?, ?)', key, position, kind, start, end);
  });
  markLatest(database, article);
  keepReading(database, key, reading, capture.addedAt);
  keepEntries(database, key, layOverReading(database, reading, articleId));
  settleDecisions(database, [key]);
  return { articleId, versionId, outcome: isNew ? 'added' : 'new version' };
}

function keepJudgement(database: Database, known: Known, reading: Reading, readAt: string): void {
  const sets = HEAD.split(', ').map((column) => `${column} = ?`);
  database.run(`UPDATE version SET ${sets.join(', ')} WHERE key = ?`, ...headOf(reading), known.key);
  markLatest(database, known.article);
  keepReading(database, known.key, reading, readAt);
  removeEntries(database, known.key);
  keepEntries(database, known.key, layOverReading(database, reading, known.articleId));
  settleDecisions(database, [known.key]);
}

function keepReading(database: Database, version: number, reading: Reading, readAt: string): void {
  database.run(
    'INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?, ?)',
    version,
    engineKey(database, reading.engine),
    readAt,
    packReading(reading),
    reading.statements.length,
    reading.leftOut.length,
    reading.warnings.length,
  );
}

/** The latest version is the one that its outlet changed last; where that does not decide, the one that was added last. */
function markLatest(database: Database, article: number): void {
  database.run(
    `UPDATE version SET latest = key = (
       SELECT key FROM version WHERE article = ?1
       ORDER BY coalesce(modified, published, '') DESC, number DESC LIMIT 1
     ) WHERE article = ?1`,
    article,
  );
}

/** What the article says about itself, beside its text. */
const HEAD = 'headline, outlet, byline, published, modified, url, language';

function headOf({ article, blocks, text }: Reading): (string | null)[] {
  const block = blocks.find(({ kind }) => kind === 'headline');
  const headline = article.title ?? (block ? text.slice(block.start, block.end) : null);
  const { outlet, byline, published, modified, url, language } = article;
  return [headline, outlet, byline, published, modified, url, language];
}

/** Two readings of one text by the same engine and the same models are the same reading. */
function engineKey(database: Database, engine: Engine): number {
  return (
    findEngine(database, engine) ??
    database.insert('INSERT INTO engine (version, models) VALUES (?, ?)', engine.version, modelsOf(engine))
  );
}

function findEngine(database: Database, engine: Engine): number | undefined {
  return database.get<{ key: number }>(
    'SELECT key FROM engine WHERE version = ? AND models = ?',
    engine.version,
    modelsOf(engine),
  )?.key;
}

function modelsOf({ models }: Engine): string {
  return JSON.stringify(Object.fromEntries(Object.entries(models).sort()));
}
