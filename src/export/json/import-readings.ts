/**
 * Takes back what the format `json` wrote: readings, sightings, decisions and what intake remembers go into a ledger, which may
 * have other articles. What it has already is passed over. One transaction a reading, so that an interruption leaves whole ones.
 */
import { z } from 'zod';
import { checkDecision } from '../../ledger/decisions/check-decision.ts';
import type {
  Capture,
  Decision,
  Failure,
  IntakeSource,
  KeptDecision,
  KeptReading,
  Ledger,
  Removal,
  Run,
  SavedSearch,
  Sighting,
} from '../../ledger/ledger.ts';
import { textSha256 as hashOf } from '../../reading/engine.ts';
import type { Reading } from '../../reading/reading.ts';
import { HearsayError } from '../../text/errors.ts';
import { JSON_FORMAT, JSON_FORMAT_VERSION } from './json.ts';

/** What came of an import. */
export interface Imported {
  /** Versions in the file, and how many of them the ledger did not have. */
  readonly readings: number;
  readonly newReadings: number;
  readonly decisions: number;
  readonly newDecisions: number;
  /** Traces of removed articles, which stay with the ledger that they were removed from. */
  readonly removals: number;
}

const LISTED = z.array(z.looseObject({}));
const FILE = z.looseObject({
  format: z.literal(JSON_FORMAT),
  version: z.literal(JSON_FORMAT_VERSION),
  readings: z.array(
    z.looseObject({
      version: z.looseObject({ id: z.string(), path: z.string(), addedAt: z.string(), bytesSha256: z.string() }),
      sightings: LISTED,
      readAt: z.string(),
      reading: z.looseObject({ text: z.string(), textSha256: z.string(), statements: LISTED }),
    }),
  ),
  decisions: LISTED,
  intakeSources: LISTED.optional(),
  savedSearches: LISTED.optional(),
  runs: LISTED.optional(),
  failures: LISTED.optional(),
  removals: LISTED.optional(),
});

interface ReadingsFile {
  readonly readings: readonly KeptReading[];
  readonly decisions: readonly KeptDecision[];
  readonly intakeSources?: readonly IntakeSource[];
  readonly savedSearches?: readonly SavedSearch[];
  readonly runs?: readonly Run[];
  readonly failures?: readonly Failure[];
  readonly removals?: readonly Removal[];
}

/**
 * Puts everything in the file's text into the ledger.
 *
 * @throws HearsayError E_JSON where it is no JSON, E_INPUT where it is another file than `hearsay export --format json` writes, or a text or
 * a decision in it was changed; then nothing is taken in.
 * @example
 * const { newReadings } = await importReadings(ledger, readFileSync('case.json', 'utf8'));
 */
export async function importReadings(ledger: Ledger, text: string): Promise<Imported> {
  const file = parseFile(text);
  // Before anything is written: one without words would stand in the way of every later one on its text.
  const decisions = file.decisions.map(({ state: _state, ...decision }): Decision => decision);
  for (const decision of decisions) checkDecision(decision);
  for (const { reading } of file.readings) checkText(reading);
  let newReadings = 0;
  for (const kept of file.readings) if (await keepReading(ledger, kept)) newReadings++;
  const newDecisions = await ledger.addDecisions(decisions);
  for (const source of file.intakeSources ?? []) await ledger.putIntakeSource(source);
  for (const search of file.savedSearches ?? []) await ledger.putSavedSearch(search);
  const known = new Set((await ledger.runs()).map(({ id }) => id));
  for (const run of file.runs ?? []) await ledger.putRun(run);
  for (const failure of file.failures ?? []) {
    if (failure.runId === null || !known.has(failure.runId)) await ledger.addFailure(failure);
  }
  return {
    readings: file.readings.length,
    newReadings,
    decisions: decisions.length,
    newDecisions,
    removals: file.removals?.length ?? 0,
  };
}

function parseFile(text: string): ReadingsFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new HearsayError('E_JSON', 'The file is no JSON: give one that "hearsay export --format json" wrote.', {
      cause,
    });
  }
  const parsed = FILE.safeParse(value);
  // Not what the check gives out: that has its properties in another order.
  if (parsed.success) return value as ReadingsFile;
  const { path, message } = parsed.error.issues[0];
  throw new HearsayError(
    'E_INPUT',
    `The file is not what "hearsay export --format json" writes (${path.join('.') || 'the file'}: ${message}).`,
  );
}

/** Every id and every decision hangs on the hash of the text. */
function checkText({ id, text, textSha256 }: Reading): void {
  if (hashOf(text) === textSha256) return;
  throw new HearsayError('E_INPUT', `The text of ${id} was changed after the export: nothing was taken in.`);
}

async function keepReading(ledger: Ledger, { version, sightings, readAt, reading }: KeptReading): Promise<boolean> {
  const { outcome, versionId } = await ledger.addReading(reading, captureOf(version));
  const isNew = outcome === 'added' || outcome === 'new version';
  if (isNew && readAt !== version.addedAt) await ledger.replaceReading(versionId, reading, readAt);
  const { url, outlet } = reading.article;
  const text = { textSha256: reading.textSha256, url, outlet, engine: reading.engine };
  for (const sighting of sightings) await ledger.addSighting(text, captureOf(sighting));
  return isNew;
}

function captureOf({ path, url, capturedAt, addedAt, bytesSha256 }: Sighting): Capture {
  return {
    path,
    addedAt,
    bytesSha256,
    ...(url !== null && { url }),
    ...(capturedAt !== null && { capturedAt }),
  };
}
