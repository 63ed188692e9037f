#!/usr/bin/env node
/** The entry of the command line: ties the program to this process. */
import { EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `hearsay: this is Node ${process.versions.node}; install Node 22.19 or newer, which has SQLite built in.`,
  );
  process.exit(EXIT.failed);
}
// Only now: older versions fail on what the program imports.
const { runProgram } = await import('./program.ts');

const terminal: Terminal = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  interruption: () => {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
    return controller.signal;
  },
};

for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the pipe has seen enough ("hearsay read … | head"): that is no error.
    process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed);
  });
}

process.exitCode = await runProgram(process.argv.slice(2), terminal);
// Standard input may still be open when a reading failed half way.
process.stdin.destroy();
