/**
 * Turns what a person named (files, web addresses, "-" for standard input, files of JSON lines) into articles ready to read,
 * one at a time and in order. An input that fails is handed on as a failure in its place, and the next one is read.
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fileError, LARGEST_FILE_BYTES, readFileBytes, takeAll } from '../../intake/bytes/read-file.ts';
import { namesWebAddress, STANDARD_INPUT } from '../../intake/items/names.ts';
import { recordLines } from '../../intake/record/record-lines.ts';
import type { ReadingInput } from '../../reading/reading.ts';
import { HearsayError } from '../../text/errors.ts';
import { type Intake, openIntake } from '../open-intake.ts';
import { complain, type Terminal } from '../terminal.ts';

/** An input that could not be read; the id is null where not even that could be made out. */
export interface Failure {
  readonly id: string | null;
  readonly error: HearsayError;
}

export type Input = ReadingInput | Failure;

const JSON_LINES = /\.(jsonl|ndjson)(\.gz)?$/i;

/**
 * Whether a name is that of a file of JSON lines, by its ending.
 *
 * @example
 * namesJsonLines('inputs.jsonl.gz'); // true
 */
export function namesJsonLines(name: string): boolean {
  return JSON_LINES.test(name);
}

/**
 * Whether an input could not be read.
 *
 * @example
 * if (isFailure(input)) input.error.code; // 'E_EMPTY'
 */
export function isFailure(input: Input): input is Failure {
  return 'error' in input;
}

/**
 * The articles named, in order. Files that end in .jsonl or .ndjson (or these and .gz) hold a record a line; so does
 * standard input.
 *
 * @example
 * for await (const input of readRecordsAndArticles(terminal, ['a.html', '-'])) if (!isFailure(input)) engine.read(input);
 */
export async function* readRecordsAndArticles(terminal: Terminal, names: readonly string[]): AsyncGenerator<Input> {
  const intake = await openIntake();
  for (const name of names) {
    if (name === STANDARD_INPUT) yield* recordsOf(intake, name, terminal.stdin);
    else if (namesJsonLines(name)) yield* recordsOf(intake, name, bytesOf(name));
    else yield await readNamedArticle(terminal, name);
  }
}

/**
 * Hands on each of the articles named, in order, as `readNamedArticle` reads them, and those of files of JSON lines. What cannot be read
 * is told on standard error.
 *
 * @param take may throw: that is told as well
 * @returns how many could not be read
 * @example
 * if ((await takeNamedArticles(terminal, names, (input) => void engine.read(input))) > 0) end(EXIT.someFailed);
 */
export async function takeNamedArticles(
  terminal: Terminal,
  names: readonly string[],
  take: (input: ReadingInput) => void | Promise<void>,
): Promise<number> {
  let failures = 0;
  for (const name of names) {
    const inputs = namesJsonLines(name)
      ? readRecordsAndArticles(terminal, [name])
      : [await readNamedArticle(terminal, name)];
    for await (const input of inputs) {
      const done = isFailure(input) ? input : await attempt(input.id, () => take(input));
      if (!done) continue;
      failures++;
      await complain(terminal, done.id ?? 'a line without an id', done.error);
    }
  }
  return failures;
}

/**
 * One article from a file, a web address or standard input; its id is the name as given.
 *
 * @example
 * const input = await readNamedArticle(terminal, 'https://courier.example/harbour');
 */
export async function readNamedArticle(terminal: Terminal, name: string): Promise<Input> {
  const intake = await openIntake();
  return attempt(name, async () => intake.readArticle(...asArticle(name, await capture(terminal, name))));
}

/** The bytes of an article as they came, and what the web server said of them. */
interface Captured {
  readonly bytes: Uint8Array;
  readonly url?: string;
  readonly contentType?: string;
}

/**
 * Gets the bytes of a file, a web address or standard input.
 *
 * @throws HearsayError where they cannot be had, or the name is that of a file of JSON lines.
 * @example
 * const { bytes } = await capture(terminal, 'story.html');
 */
async function capture(terminal: Terminal, name: string): Promise<Captured> {
  if (name === STANDARD_INPUT) return { bytes: await takeAll(terminal.stdin) };
  if (namesWebAddress(name)) {
    const { fetchPage } = await import('../../intake/fetch/fetch-page.ts');
    const { bytes, url, contentType } = await fetchPage(name, { largestBytes: LARGEST_FILE_BYTES });
    return { bytes, url, ...(contentType !== null && { contentType }) };
  }
  if (namesJsonLines(name)) {
    throw new HearsayError('E_INPUT', 'This holds many articles, one a line: use "hearsay read --jsonl".');
  }
  return { bytes: await readFileBytes(name) };
}

/**
 * What `readArticle` is given for captured bytes.
 *
 * @example
 * readArticle(...asArticle('story.html', { bytes }));
 */
function asArticle(
  id: string,
  { bytes, url, contentType }: Captured,
): [Uint8Array, { id: string; url?: string; contentType?: string }] {
  return [bytes, { id, ...(url !== undefined && { url }), ...(contentType !== undefined && { contentType }) }];
}

/**
 * Runs the reading of one input, and turns whatever goes wrong into a failure that says what to do.
 *
 * @example
 * await attempt('a.html', () => { throw new Error('?'); }); // { id: 'a.html', error: HearsayError E_UNREADABLE }
 */
export async function attempt<Result>(
  id: string | null,
  work: () => Result | Promise<Result>,
): Promise<Result | Failure> {
  try {
    return await work();
  } catch (cause) {
    return { id, error: asHearsayError(cause) };
  }
}

function asHearsayError(cause: unknown): HearsayError {
  if (cause instanceof HearsayError) return cause;
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const message = `Hearsay could not read this (${reason}): please report it, with the input.`;
  return new HearsayError('E_UNREADABLE', message, { cause });
}

async function* recordsOf(intake: Intake, name: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  try {
    for await (const line of recordLines(stream)) {
      yield 'error' in line ? line : await attempt(line.id, () => intake.readRecord(line.record));
    }
  } catch (cause) {
    yield { id: name, error: fileError(cause) };
  }
}

function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  // The error of either end comes out of the iteration.
  return /\.gz$/i.test(path) ? pipeline(file, createGunzip(), () => undefined) : file;
}
