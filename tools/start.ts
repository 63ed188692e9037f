/** `npm start`: reads the sample project into a ledger, and shows it in a browser until Ctrl-C. */
import { relative } from 'node:path';
import { openLedger } from '../src/ledger/sqlite/open-ledger.ts';
import { serve, untilStopped } from '../src/server/serve.ts';
import { HearsayError } from '../src/text/errors.ts';
import { buildPage, isPageCurrent, PAGE_FOLDER } from './build-page.ts';
import { browserCommand, openBrowser } from './open-browser.ts';
import { prepareSampleLedger } from './sample-ledger.ts';

async function start(): Promise<void> {
  const interruption = new AbortController();
  const stopped = untilStopped().then(() => interruption.abort());
  if (!isPageCurrent(PAGE_FOLDER)) {
    console.log('Building the page …');
    await buildPage(PAGE_FOLDER);
  }
  if (interruption.signal.aborted) return;
  console.log('Opening the sample project …');
  const path = await prepareSampleLedger(interruption.signal);
  if (path === null) return;

  const ledger = await openLedger(path);
  try {
    const server = await serve({ ledger });
    const articles = await ledger.articles();
    const { total } = await ledger.statements({ limit: 0 });
    console.log(`
  Hearsay has read ${articles.length} fictional articles about one ferry: ${total} statements.

  ${server.url}

  The articles are in examples/articles, the ledger is ${relative(process.cwd(), path)}. Ctrl-C stops.
`);
    const { platform, env: environment, stdout } = process;
    const command = browserCommand({ platform, environment, isTerminal: stdout.isTTY === true });
    if (command) openBrowser(command, server.url);
    await stopped;
    await server.stop();
  } finally {
    await ledger.close();
  }
}

try {
  await start();
} catch (error) {
  if (!(error instanceof HearsayError)) throw error;
  console.error(`hearsay: ${error.message} (${error.code})`);
  process.exitCode = 1;
}
