/** Runs the finished command line as a person would, and keeps what it prints in a file for a scorer to read. */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/**
 * Runs `hearsay WORDS`, from the file `inputPath` where one is given, into the file `outputPath`.
 *
 * @throws Error where it ends with another code than 0.
 * @example
 * await runHearsay(['read', '--jsonl'], 'inputs.jsonl', 'readings.jsonl');
 */
export async function runHearsay(
  words: readonly string[],
  inputPath: string | null,
  outputPath: string,
): Promise<void> {
  await runToFile([MAIN, ...words], inputPath, outputPath);
}

/**
 * Runs a script under this Node, from a file (or nothing) into a file; its complaints go to this terminal.
 *
 * @throws Error where it ends with another code than 0.
 * @example
 * await runToFile(['conllu.mjs', 'gold.conllu.gz', '--inputs'], null, 'inputs.jsonl');
 */
export async function runToFile(words: readonly string[], inputPath: string | null, outputPath: string): Promise<void> {
  const child = spawn(process.execPath, [...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const output = createWriteStream(outputPath);
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  child.stdout.pipe(output);
  if (inputPath === null) child.stdin.end();
  // Where the program ends before it has read everything, its exit code says so.
  else await pipeline(createReadStream(inputPath), child.stdin).catch(() => undefined);
  if ((await code) !== 0) throw new Error(`${words.join(' ')} ended with code ${await code}.`);
  await finished(output);
}
