/** `hearsay serve`: the ledger in a browser. */
import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';

/**
 * The command `serve`.
 *
 * @example
 * program.addCommand(serveCommand({ terminal, end }));
 */
export function serveCommand({ terminal }: Run): Command {
  return new Command('serve')
    .description('show a ledger in a browser, and answer over HTTP')
    .option(...LEDGER_OPTION)
    .option('--port <number>', 'the port to listen on (default: the next free one)', parsePort)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .addHelpText(
      'after',
      `
Shows the statements of the ledger as a table, and each article with its
statements highlighted; answers programs at /v1 (described by
/v1/openapi.json). Ctrl-C stops it.

Only this machine is answered. With another --host, every request must carry
a token: that in HEARSAY_TOKEN, or else one that is made up and shown.

Examples:
  hearsay serve
  hearsay serve --ledger harbour.db --port 8080
  curl http://127.0.0.1:4317/v1/statements?search=ferry
  HEARSAY_TOKEN=… hearsay serve --host 0.0.0.0 --port 8080`,
    )
    .action(async ({ ledger: path, port, host }: { ledger: string; port?: number; host: string }) => {
      const [{ openLedger }, { isLoopback, serve, untilStopped }] = await Promise.all([
        import('../ledger/sqlite/open-ledger.ts'),
        import('../server/serve.ts'),
      ]);
      const ledger = await openLedger(path, { create: false });
      try {
        const made = isLoopback(host) ? null : randomBytes(24).toString('base64url');
        const token = terminal.environment.HEARSAY_TOKEN ?? made;
        const server = await serve({ ledger, host, token, ...(port !== undefined && { port }) });
        const address = token === null ? server.url : `${server.url}enter?token=${token}`;
        await write(terminal.stdout, `Hearsay shows ${path} at ${address} (Ctrl-C stops it)\n`);
        await untilStopped();
        await server.stop();
      } finally {
        await ledger.close();
      }
    });
}

function parsePort(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 1 to 65535.');
}
