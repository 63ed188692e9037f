/** `hearsay serve`: the ledger in a browser. */
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
    .description('show a ledger in a browser, on this machine only')
    .option(...LEDGER_OPTION)
    .option('--port <number>', 'the port to listen on (default: the next free one)', parsePort)
    .addHelpText(
      'after',
      `
Shows the statements of the ledger as a table, and each article with its
statements highlighted. Ctrl-C stops it.

Examples:
  hearsay serve
  hearsay serve --ledger harbour.db --port 8080`,
    )
    .action(async ({ ledger: path, port }: { ledger: string; port?: number }) => {
      const [{ openLedger }, { serve, untilStopped }] = await Promise.all([
        import('../ledger/sqlite/open-ledger.ts'),
        import('../server/serve.ts'),
      ]);
      const ledger = await openLedger(path, { create: false });
      try {
        const server = await serve({ ledger, ...(port !== undefined && { port }) });
        await write(terminal.stdout, `Hearsay shows ${path} at ${server.url} (Ctrl-C stops it)\n`);
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
