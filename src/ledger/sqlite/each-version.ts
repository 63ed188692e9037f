/** The versions of a ledger and their readings, one by one in the order in which they were added: what every stream goes along. */
import type { KeptReading, Sighting, VersionScope } from '../ledger.ts';
import type { Database } from './database.ts';
import { readingOf } from './list-articles.ts';

/** A version as the file has it. */
export interface StoredVersion {
  readonly key: number;
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly latest: 0 | 1;
  readonly path: string;
  readonly captured_url: string | null;
  readonly captured_at: string | null;
  readonly added_at: string;
  readonly bytes_sha256: string;
  readonly text_sha256: string;
  readonly read_at: string;
  readonly engineVersion: string;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

const VERSIONS = `
  SELECT version.key, version.id, article.id AS articleId, number, latest, path, captured_url, captured_at, added_at,
    bytes_sha256, text_sha256, read_at, engine.version AS engineVersion, headline, outlet, byline, published, modified, url,
    language
  FROM version JOIN article ON article.key = article JOIN reading ON reading.version = version.key
    JOIN engine ON engine.key = reading.engine`;

/**
 * The versions of a scope, the first added first.
 *
 * @example
 * for (const version of eachVersion(database, 'latest')) console.log(version.id);
 */
export function eachVersion(database: Database, scope: VersionScope = 'latest'): IterableIterator<StoredVersion> {
  if (scope === 'all') return database.iterate(`${VERSIONS} ORDER BY version.key`);
  if (scope === 'latest') return database.iterate(`${VERSIONS} WHERE latest = 1 ORDER BY version.key`);
  return database.iterate(`${VERSIONS} WHERE version.id = ?`, scope.versionId);
}

/**
 * The engine's readings; see LedgerReader.eachReading.
 *
 * @example
 * for (const { reading } of eachReading(database, 'all')) console.log(reading.statements.length);
 */
export function* eachReading(database: Database, scope?: VersionScope): Generator<KeptReading> {
  for (const version of eachVersion(database, scope)) {
    const sightings = database.all<Sighting>(
      `SELECT path, captured_url AS url, captured_at AS capturedAt, added_at AS addedAt, bytes_sha256 AS bytesSha256
       FROM sighting WHERE version = ? ORDER BY key`,
      version.key,
    );
    yield {
      version: {
        id: version.id,
        articleId: version.articleId,
        number: version.number,
        isLatest: version.latest === 1,
        path: version.path,
        url: version.captured_url,
        capturedAt: version.captured_at,
        addedAt: version.added_at,
        bytesSha256: version.bytes_sha256,
      },
      sightings,
      readAt: version.read_at,
      reading: readingOf(database, version.key),
    };
  }
}
