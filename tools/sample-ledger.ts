/**
 * The ledger of the sample project, read once and kept until the articles, the models or the engine change: its name
 * carries a digest of them all. It is made under another name first, so that what has the name is always complete.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { addNamed } from '../src/cli/add.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { openLedger } from '../src/ledger/sqlite/open-ledger.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ARTICLES = join(ROOT, 'examples', 'articles');
const CACHE = join(ROOT, 'node_modules', '.cache', 'hearsay');

/** What the readings depend on. */
const SOURCES = ['text', 'language', 'reading', 'intake', 'ledger'].map((layer) => join(ROOT, 'src', layer));
SOURCES.push(ARTICLES, join(ROOT, 'models'));

/** Hexadecimal digits of the digest in the name. */
const DIGITS = 12;

/**
 * The path of the sample project's ledger, which is made where there is none; null where the making was interrupted.
 *
 * @throws HearsayError where the models or an article cannot be read, or the ledger cannot be written.
 * @example
 * const path = await prepareSampleLedger(new AbortController().signal);
 */
export async function prepareSampleLedger(interruption: AbortSignal): Promise<string | null> {
  mkdirSync(CACHE, { recursive: true });
  const name = `sample-${digestOf(SOURCES)}.db`;
  const path = join(CACHE, name);
  if (existsSync(path)) return path;
  for (const old of readdirSync(CACHE)) rmSync(join(CACHE, old), { force: true });

  const unfinished = join(CACHE, `unfinished-${process.pid}.db`);
  const ledger = await openLedger(unfinished);
  try {
    await addNamed(quietTerminal(interruption), ledger, [ARTICLES], { offline: true }, interruption);
  } finally {
    await ledger.close();
  }
  if (interruption.aborted) {
    rmSync(unfinished);
    return null;
  }
  renameSync(unfinished, path);
  return path;
}

/** Progress and failures are shown; the summary is for people who add their own articles. */
function quietTerminal(interruption: AbortSignal): Terminal {
  return {
    stdin: process.stdin,
    stdout: new Writable({ write: (_part, _encoding, done) => done() }),
    stderr: process.stderr,
    environment: process.env,
    interruption: () => interruption,
  };
}

function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    for (const path of paths) hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, DIGITS);
}
