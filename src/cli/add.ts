/**
 * `hearsay add`: reads articles into a ledger. Each article is kept as soon as it is read, so whatever stops the program,
 * what was done is done; adding the same again keeps nothing twice.
 */
import { Command } from 'commander';
import type { Tally } from '../adding/tally.ts';
import type { Fetcher } from '../intake/fetch/fetcher.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { EXIT } from './exit-codes.ts';
import { FAILURES_OPTION, MOST_TOLD, tellFailures, writeFailures } from './failures.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import { parseNumber } from './parse-number.ts';
import type { Run } from './program.ts';
import { type Terminal, write } from './terminal.ts';
import { showProgress } from './view/show-progress.ts';
import { showTally } from './view/show-tally.ts';
import { WORKERS_OPTION } from './workers-option.ts';

const STAY = `Decisions on earlier versions stay with these. Where their words stand now:
"hearsay decisions list --suggested".
`;

/** The options of `add`, beside the ledger. */
export interface AddOptions {
  readonly offline?: true;
  readonly allowPrivate?: true;
  readonly keepBytes?: string;
  readonly failures?: string;
  /** Seconds. */
  readonly pause?: number;
  readonly requests?: number;
  readonly megabytes?: number;
  readonly minutes?: number;
  readonly workers?: number;
}

/**
 * The command `add`.
 *
 * @example
 * program.addCommand(addCommand({ terminal, end }));
 */
export function addCommand({ terminal, end }: Run): Command {
  return new Command('add')
    .description('read articles into a ledger, one file that keeps them all')
    .argument('<path...>', 'files, folders, web addresses, or - for standard input')
    .option(...LEDGER_OPTION)
    .option('--offline', 'fetch nothing; read of feeds what they carry themselves')
    .option('--keep-bytes <folder>', 'keep what is fetched there, as web archives named by their SHA-256')
    .option(...FAILURES_OPTION)
    .option('--pause <seconds>', 'least pause between two requests to one host (default: 1)', parseNumber)
    .option('--requests <number>', 'fetch no more than this many times', parseNumber)
    .option('--megabytes <number>', 'fetch no more than this much', parseNumber)
    .option('--minutes <number>', 'fetch for no longer than this', parseNumber)
    .option('--allow-private', 'also fetch from this machine and local networks')
    .option(...WORKERS_OPTION)
    .addHelpText(
      'after',
      `
What something is, is told from its content: pages (HTML, MHTML, SingleFile),
plain text, feeds (RSS, Atom, JSON Feed), sitemaps, OPML, web archives (WARC,
WACZ), JSON lines, CSV and lists of addresses, each gzipped or not; docs/intake.md
says what is read of each. Folders are walked in order of names; of plain texts
in them, those that end in .txt are read. A Zotero storage folder is such a one.

Pages that feeds and lists name are fetched, politely: robots.txt is honoured, and
each host is asked one thing at a time. Run the same command again to look for
what is new; what did not change is not fetched. An article that the ledger has
is not kept twice: the same text again is noted as a sighting, another text as a
new version. Ctrl-C leaves everything that was read so far in the ledger, and the
same command goes on from there. Exit code ${EXIT.someFailed} says that some inputs failed.

Examples:
  hearsay add articles/
  hearsay add --ledger harbour.db story.html https://courier.example/feed.xml
  hearsay add --keep-bytes pages/ --requests 500 feeds.opml
  hearsay add --failures failed.jsonl CC-NEWS-20260301.warc.gz case.wacz
  hearsay add ~/Zotero/storage
  hearsay add - < articles.jsonl`,
    )
    .action(async (names: string[], { ledger: path, ...options }: AddOptions & { ledger: string }) => {
      const interruption = terminal.interruption();
      const { openLedger } = await import('../ledger/sqlite/open-ledger.ts');
      const ledger = await openLedger(path);
      try {
        const tally = await addNamed(terminal, ledger, names, options, interruption);
        if (tally.failures.length > 0) end(EXIT.someFailed);
        if (tally.isInterrupted) end(EXIT.interrupted);
      } finally {
        await ledger.close();
      }
    });
}

/**
 * Reads what is named into the ledger, tells how far it is, and sums up at the end.
 *
 * @throws HearsayError E_LEDGER where the ledger cannot be written.
 * @example
 * const { failures } = await addNamed(terminal, ledger, ['articles/'], {}, terminal.interruption());
 */
export async function addNamed(
  terminal: Terminal,
  ledger: Ledger,
  names: readonly string[],
  options: AddOptions,
  interruption: AbortSignal,
): Promise<Tally> {
  // Imported only now: help is printed at once.
  const [{ createReadingPool }, { find }, { addArticles }, { countDone }] = await Promise.all([
    import('../adding/reading-pool.ts'),
    import('../intake/items/find-pieces.ts'),
    import('../adding/add-articles.ts'),
    import('../adding/tally.ts'),
  ]);
  const pool = createReadingPool({ ...(options.workers && { workers: options.workers }) });
  const fetcher = options.offline ? null : await openFetcher(options);
  const progress = showProgress(terminal.stderr);
  let bytesRead = 0;
  try {
    const found = await find(names);
    const isLocal = found.entries.every(({ type }) => type === 'file' || type === 'named file');
    const tally = await addArticles({
      ledger,
      pool,
      found,
      what: names.join(' '),
      stdin: terminal.stdin,
      fetcher,
      now: () => new Date(),
      signal: interruption,
      ...(options.keepBytes !== undefined && { keep: await keeperIn(options.keepBytes) }),
      onRead: (bytes) => {
        bytesRead += bytes;
      },
      onDone: (sofar) =>
        progress.show(countDone(sofar), isLocal && found.bytes > 0 ? Math.min(1, bytesRead / found.bytes) : null),
      onFailure: tellFailures(terminal, progress),
    });
    progress.clear();
    await write(terminal.stdout, showTally(ledger.path, tally, MOST_TOLD));
    if (tally.outcomes['new version'] > 0 && (await hasDecisions(ledger))) await write(terminal.stdout, STAY);
    if (options.failures !== undefined) await writeFailures(options.failures, tally.failures);
    return tally;
  } finally {
    progress.clear();
    await Promise.all([pool.close(), fetcher?.close()]);
  }
}

async function hasDecisions(ledger: Ledger): Promise<boolean> {
  for await (const _ of ledger.eachDecision()) return true;
  return false;
}

async function openFetcher({ allowPrivate, pause, requests, megabytes, minutes }: AddOptions): Promise<Fetcher> {
  const { createFetcher } = await import('../intake/fetch/fetcher.ts');
  return createFetcher({
    allowPrivate: allowPrivate === true,
    ...(pause !== undefined && { pauseMs: pause * 1000 }),
    budget: {
      ...(requests !== undefined && { requests }),
      ...(megabytes !== undefined && { bytes: megabytes * 2 ** 20 }),
      ...(minutes !== undefined && { ms: minutes * 60_000 }),
    },
  });
}

async function keeperIn(folder: string) {
  const { keepPage } = await import('../intake/warc/keep-page.ts');
  return (page: Parameters<typeof keepPage>[1]) => keepPage(folder, page);
}
