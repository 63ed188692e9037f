/**
 * What an export is based on, plainly: which Hearsay, which engines and models read which texts, and when; how much is in the ledger; what people
 * ruled. A page to cite from, and to check another run against.
 */
import { createHash } from 'node:crypto';
import type { Engine } from '../../reading/reading.ts';
import type { ExportFormat, ExportRequest } from '../format.ts';

/** One engine that read texts of the selection. */
export interface EngineUse extends Engine {
  /** SHA-256 over name, version and models: two readings with the same one had the same rules and weights. */
  readonly settingsSha256: string;
}

export const manifest: ExportFormat = {
  name: 'manifest',
  description: 'engines, models, hashes of all inputs, and times, as JSON',
  ending: '.json',
  mediaType: 'application/json',
  isLossless: false,
  marksRejected: true,
  unit: 'readings',
  leavesOut: ['statements', 'texts'],
  kind: 'stream',
  stream: (request) => writeManifest(request),
};

/**
 * The hash over an engine's version and models.
 *
 * @example
 * settingsSha256(reading.engine).length; // 64
 */
export function settingsSha256({ name, version, models }: Engine): string {
  const settings = [name, version, Object.entries(models).sort()];
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex');
}

/**
 * The manifest, piece by piece, one line a text.
 *
 * @example
 * await writeWhole('manifest.json', writeManifest(request));
 */
export async function* writeManifest({ selection, tally, at, engineVersion }: ExportRequest): AsyncGenerator<string> {
  const engines = new Map<string, EngineUse>();
  let statements = 0;
  yield `{"software":{"name":"hearsay","version":${JSON.stringify(engineVersion)}},"exportedAt":"${at}",`;
  yield `"selection":${JSON.stringify(selection.asked)},\n"inputs":[`;
  let before = '\n';
  for await (const { version, reading, readAt, statements: rows } of selection.versions()) {
    const settings = settingsSha256(reading.engine);
    if (!engines.has(settings)) engines.set(settings, { ...reading.engine, settingsSha256: settings });
    tally.count++;
    statements += rows.length;
    const { article, textSha256, leftOut, warnings } = reading;
    yield `${before}${JSON.stringify({
      articleId: version.articleId,
      versionId: version.id,
      title: article.title,
      outlet: article.outlet,
      published: article.published,
      url: article.url ?? version.url,
      bytesSha256: version.bytesSha256,
      textSha256,
      capturedAt: version.capturedAt,
      readAt,
      settingsSha256: settings,
      statements: rows.length,
      leftOut: leftOut.length,
      warnings: warnings.map(({ code }) => code),
    })}`;
    before = ',\n';
  }
  const decisions: Record<string, number> = {};
  for await (const { kind } of selection.decisions()) decisions[kind] = (decisions[kind] ?? 0) + 1;
  const counts = { articles: tally.count, statements, decisions };
  yield `\n],\n"engines":${JSON.stringify([...engines.values()])},\n"counts":${JSON.stringify(counts)}}\n`;
}
