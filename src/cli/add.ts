/**
 * `hearsay add`: reads articles into a ledger. Each article is kept as soon as it is read, so whatever stops the program,
 * what was done is done; adding the same files again keeps nothing twice.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Added, Ledger } from '../ledger/ledger.ts';
import type { HearsayEngine } from '../reading/engine.ts';
import type { LeftOut, Reading } from '../reading/reading.ts';
import { EXIT } from './exit-codes.ts';
import { findArticles } from './inputs/find-articles.ts';
import { asArticle, attempt, capture, type Failure, namesWebAddress } from './inputs/read-inputs.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import { openEngine } from './open-engine.ts';
import { type Intake, openIntake } from './open-intake.ts';
import type { Run } from './program.ts';
import { complain, type Terminal, write } from './terminal.ts';
import { showProgress } from './view/show-progress.ts';

/** What adding some articles came to. */
export interface Tally {
  readonly outcomes: Record<Added['outcome'], number>;
  statements: number;
  failed: number;
  /** Blocks left out, by reason. */
  readonly leftOut: Map<string, number>;
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
    .argument('<path...>', 'files, folders or web addresses')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
In folders, and in the folders within, every .html, .htm and .txt is read,
gzipped or not. An article that the ledger has is not kept twice. Ctrl-C leaves
everything that was read so far in the ledger.

Examples:
  hearsay add articles/
  hearsay add --ledger harbour.db story.html https://courier.example/harbour-fire`,
    )
    .action(async (names: string[], { ledger: path }: { ledger: string }) => {
      const interruption = terminal.interruption();
      const { openLedger } = await import('../ledger/sqlite/open-ledger.ts');
      const engine = await openEngine();
      const ledger = await openLedger(path);
      try {
        const tally = await addArticles(terminal, engine, ledger, names, interruption);
        if (tally.failed > 0) end(EXIT.someFailed);
        if (interruption.aborted) end(EXIT.interrupted);
      } finally {
        await ledger.close();
      }
    });
}

/**
 * Reads articles into the ledger, tells how far it is where the error stream is a terminal, and sums up at the end.
 *
 * @throws HearsayError E_LEDGER where the ledger cannot be written.
 * @example
 * const { failed } = await addArticles(terminal, engine, ledger, ['articles/'], terminal.interruption());
 */
export async function addArticles(
  terminal: Terminal,
  engine: HearsayEngine,
  ledger: Ledger,
  names: readonly string[],
  interruption: AbortSignal,
): Promise<Tally> {
  const intake = await openIntake();
  const { paths, failures, passedOver } = await findArticles(names);
  const tally: Tally = {
    outcomes: { added: 0, 'new version': 0, 'read again': 0, 'seen again': 0, known: 0 },
    statements: 0,
    failed: 0,
    leftOut: new Map(),
  };
  const progress = showProgress(terminal.stderr, paths.length);
  const fail = async ({ id, error }: Failure) => {
    tally.failed++;
    progress.clear();
    await complain(terminal, id ?? '', error);
  };
  for (const failure of failures) await fail(failure);
  for (const path of paths) {
    if (interruption.aborted) break;
    const read = await attempt(path, () => readOne(terminal, intake, engine, path));
    if ('error' in read) await fail(read);
    else await keep(ledger, read, tally);
    progress.advance();
  }
  progress.clear();
  await write(terminal.stdout, summarise(ledger.path, tally, passedOver, interruption.aborted));
  return tally;
}

interface ReadOne {
  readonly path: string;
  readonly bytesSha256: string;
  readonly reading: Reading;
}

async function readOne(terminal: Terminal, intake: Intake, engine: HearsayEngine, name: string): Promise<ReadOne> {
  const captured = await capture(terminal, name);
  return {
    path: namesWebAddress(name) ? name : resolve(name),
    bytesSha256: createHash('sha256').update(captured.bytes).digest('hex'),
    reading: engine.read(intake.readArticle(...asArticle(name, captured))),
  };
}

async function keep(ledger: Ledger, { path, bytesSha256, reading }: ReadOne, tally: Tally): Promise<void> {
  const { outcome } = await ledger.addReading(reading, { path, addedAt: new Date().toISOString(), bytesSha256 });
  tally.outcomes[outcome]++;
  if (outcome === 'known' || outcome === 'seen again') return;
  tally.statements += reading.statements.length;
  countLeftOut(reading.leftOut, tally.leftOut);
}

function countLeftOut(leftOut: readonly LeftOut[], reasons: Map<string, number>): void {
  for (const { reason } of leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}

function summarise(
  ledger: string,
  { outcomes, statements, failed, leftOut }: Tally,
  passedOver: ReadonlyMap<string, number>,
  wasInterrupted: boolean,
): string {
  const done = Object.entries(outcomes).flatMap(([outcome, number]) => (number > 0 ? [`${number} ${outcome}`] : []));
  const lines = [
    `${ledger}: ${done.length > 0 ? done.join(', ') : 'nothing added'}${failed > 0 ? `, ${failed} failed` : ''} · ${statements} statements`,
    ...listCounts('Left out of the articles', leftOut),
    ...listCounts('Files passed over', passedOver),
    ...(wasInterrupted ? ['Interrupted: everything read so far is kept; the same command reads the rest.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function listCounts(title: string, counts: ReadonlyMap<string, number>): string[] {
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return [`${title}: ${sorted.map(([name, number]) => `${number} ${name || 'without an ending'}`).join(', ')}`];
}
