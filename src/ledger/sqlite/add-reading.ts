/**
 * Keeps one reading: evidence (version, blocks) and judgement (reading, statements) in one transaction.
 *
 * What makes an article: its address, which is its URL, or the path it came from where it states no URL. The same text
 * under two addresses is two articles (a reprint is an event of its own), but a file without a URL that was moved is not.
 */
import type { DatabaseSync } from 'node:sqlite';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Reading, Role, Statement } from '../../reading/reading.ts';
import type { Added, Capture } from '../ledger.ts';
import { foldText } from './fold-text.ts';

/** Hexadecimal digits of an id: 64 bits, a collision in five billion articles. */
const ID_DIGITS = 16;

/**
 * Keeps the reading in the database; see Ledger.addReading.
 *
 * @example
 * addReading(database, reading, capture).outcome; // 'added'
 */
export function addReading(database: DatabaseSync, reading: Reading, capture: Capture): Added {
  database.exec('BEGIN IMMEDIATE');
  try {
    const added = keep(database, reading, capture);
    database.exec('COMMIT');
    return added;
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function keep(database: DatabaseSync, reading: Reading, capture: Capture): Added {
  const address = reading.article.url ?? capture.path;
  const articleId = `art_${digest(address)}`;
  const known = findKnown(database, reading, articleId);
  if (known) {
    const ids = { articleId: known.article_id, versionId: known.id };
    if (known.engine === engineOf(reading)) return { ...ids, outcome: 'known' };
    replaceJudgement(database, known, reading);
    return { ...ids, outcome: 'read again' };
  }
  const versionId = `ver_${digest(`${address}\n${reading.textSha256}`)}`;
  const isNew = database.prepare('INSERT OR IGNORE INTO article VALUES (?, ?)').run(articleId, address).changes === 1;
  keepEvidence(database, articleId, versionId, reading, capture);
  keepJudgement(database, articleId, versionId, reading);
  return { articleId, versionId, outcome: isNew ? 'added' : 'new version' };
}

interface Known {
  readonly id: string;
  readonly article_id: string;
  readonly engine: string;
}

function findKnown(database: DatabaseSync, reading: Reading, articleId: string): Known | undefined {
  return database
    .prepare(
      `SELECT version.id, article_id, engine FROM version JOIN reading ON version_id = version.id
       WHERE text_sha256 = ?1 AND (article_id = ?2 OR (?3 IS NULL AND url IS NULL AND outlet IS ?4))`,
    )
    .get(reading.textSha256, articleId, reading.article.url, reading.article.outlet) as Known | undefined;
}

function keepEvidence(
  database: DatabaseSync,
  articleId: string,
  versionId: string,
  reading: Reading,
  capture: Capture,
): void {
  database
    .prepare(
      `INSERT INTO version (id, article_id, number, text, text_sha256, bytes_sha256, path, added_at)
       SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7 FROM version WHERE article_id = ?2`,
    )
    .run(versionId, articleId, reading.text, reading.textSha256, capture.bytesSha256, capture.path, capture.addedAt);
  const insert = database.prepare('INSERT INTO block VALUES (?, ?, ?, ?, ?)');
  reading.blocks.forEach((block, position) => {
    insert.run(versionId, position, block.kind, block.start, block.end);
  });
}

function replaceJudgement(database: DatabaseSync, known: Known, reading: Reading): void {
  database.prepare('DELETE FROM reading WHERE version_id = ?').run(known.id);
  database.prepare('DELETE FROM statement WHERE version_id = ?').run(known.id);
  keepJudgement(database, known.article_id, known.id, reading);
}

/** The latest version is the one that its outlet changed last; where that does not decide, the one that was added last. */
function markLatest(database: DatabaseSync, articleId: string): void {
  database
    .prepare(
      `UPDATE version SET latest = id = (
         SELECT id FROM version WHERE article_id = ?1
         ORDER BY coalesce(modified, published, '') DESC, number DESC LIMIT 1
       ) WHERE article_id = ?1`,
    )
    .run(articleId);
}

function keepJudgement(database: DatabaseSync, articleId: string, versionId: string, reading: Reading): void {
  const { article } = reading;
  database
    .prepare(
      `UPDATE version SET headline = ?, outlet = ?, byline = ?, published = ?, modified = ?, url = ?, language = ?
       WHERE id = ?`,
    )
    .run(
      headlineOf(reading),
      article.outlet,
      article.byline,
      article.published,
      article.modified,
      article.url,
      article.language,
      versionId,
    );
  markLatest(database, articleId);
  const { text: _text, blocks: _blocks, ...judgement } = reading;
  database
    .prepare('INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?)')
    .run(
      versionId,
      engineOf(reading),
      JSON.stringify(judgement),
      reading.statements.length,
      reading.leftOut.length,
      reading.warnings.length,
    );
  const insert = database.prepare(`INSERT INTO statement VALUES (${Array(16).fill('?').join(', ')})`);
  const about = [headlineOf(reading), article.outlet];
  reading.statements.forEach((statement, position) => {
    insert.run(
      versionId,
      position,
      statement.id,
      statement.kind,
      statement.speechAct,
      statement.stance,
      Number(statement.negated),
      Number(statement.hypothetical),
      ...roleColumns(statement.source),
      ...roleColumns(statement.cue),
      ...roleColumns(statement.content),
      statement.confidence,
      foldedStatement(statement, about),
    );
  });
}

function roleColumns(role: Role | null): [string | null, string | null] {
  return role ? [role.text, JSON.stringify(role.spans)] : [null, null];
}

/** The parts stand on lines of their own, so that no word of a filter is found across two of them. */
function foldedStatement({ source, cue, content }: Statement, about: readonly (string | null)[]): string {
  return [source?.text, cue?.text, content?.text, ...about].map((part) => foldText(part ?? '')).join('\n');
}

function headlineOf(reading: Reading): string | null {
  const block = reading.blocks.find(({ kind }) => kind === 'headline');
  return reading.article.title ?? (block ? reading.text.slice(block.start, block.end) : null);
}

/** Two readings of one text by the same engine and the same models are the same reading. */
function engineOf(reading: Reading): string {
  return JSON.stringify([reading.engine.version, Object.entries(reading.engine.models).sort()]);
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, ID_DIGITS);
}
