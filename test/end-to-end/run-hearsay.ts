/** Runs the command line as a process of its own, the way a person's shell does. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What stands on standard input; nothing by default. */
  readonly input?: string | Uint8Array | Iterable<string>;
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs `hearsay WORDS` to its end.
 *
 * @example
 * const { code, stdout } = await runHearsay(['read', '-'], { input: 'The port denied it.' });
 */
export async function runHearsay(words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { input = '', cwd, environment = {} } = options;
  const child = spawn(process.execPath, [MAIN, ...words], { cwd, env: { ...plainEnvironment(), ...environment } });
  const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on('data', (part: Buffer) => output.stdout.push(part));
  child.stderr.on('data', (part: Buffer) => output.stderr.push(part));
  // The program may end before it has read everything.
  child.stdin.on('error', () => undefined);
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (typeof input === 'string' || input instanceof Uint8Array) child.stdin.end(input);
  else {
    for (const part of input) {
      if (!child.stdin.write(part)) await new Promise<void>((resolve) => child.stdin.once('drain', resolve));
    }
    child.stdin.end();
  }
  return {
    code: await code,
    stdout: Buffer.concat(output.stdout).toString(),
    stderr: Buffer.concat(output.stderr).toString(),
  };
}

/** This environment without what a test runner sets to colour output. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...environment } = process.env;
  return environment;
}
