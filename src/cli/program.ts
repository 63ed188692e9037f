/**
 * The program: its name, its commands, and how it ends. Each command has a file of its own beside this one; here they are
 * put together, and what was typed wrongly is answered with what to do and exit code 2.
 */
import { Command, CommanderError } from 'commander';
import { QueryError } from '../ledger/search/query-error.ts';
import { ENGINE_VERSION } from '../reading/engine.ts';
import { HearsayError } from '../text/errors.ts';
import { actorsCommand } from './actors.ts';
import { addCommand } from './add.ts';
import { backupCommand } from './backup.ts';
import { decideCommand } from './decide.ts';
import { decisionsCommand } from './decisions.ts';
import { EXIT, EXIT_CODES_HELP, type ExitCode } from './exit-codes.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { pageCommand } from './page.ts';
import { parseCommand } from './parse.ts';
import { placesCommand } from './places.ts';
import { readCommand } from './read.ts';
import { removeCommand } from './remove.ts';
import { rerunCommand } from './rerun.ts';
import { restoreCommand } from './restore.ts';
import { runsCommand } from './runs.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { sourcesCommand } from './sources.ts';
import { statementsCommand } from './statements.ts';
import type { Terminal } from './terminal.ts';
import { timelineCommand } from './timeline.ts';
import { undoCommand } from './undo.ts';
import { displayWidth } from './view/display-width.ts';
import { plainLine } from './view/wrap-text.ts';

/** In the order in which the help lists them. */
const COMMANDS = [
  readCommand,
  placesCommand,
  timelineCommand,
  parseCommand,
  explainCommand,
  addCommand,
  serveCommand,
  statementsCommand,
  actorsCommand,
  searchCommand,
  sourcesCommand,
  runsCommand,
  pageCommand,
  decideCommand,
  undoCommand,
  decisionsCommand,
  rerunCommand,
  exportCommand,
  importCommand,
  removeCommand,
  backupCommand,
  restoreCommand,
];

/** What a command is given: the terminal, and a way to say with which code the program ends if not 0. */
export interface Run {
  readonly terminal: Terminal;
  end(code: ExitCode): void;
}

/**
 * Runs the command line and gives the exit code. Errors that a person can meet are printed, not thrown.
 *
 * @example
 * process.exitCode = await runProgram(['read', 'story.html'], terminal);
 */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = createProgram({
    terminal,
    end: (given) => {
      code = given;
    },
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (cause instanceof QueryError) {
      terminal.stderr.write(`hearsay: ${cause.message}\n${pointAt(cause)}`);
      return EXIT.usage;
    }
    if (cause instanceof HearsayError) {
      terminal.stderr.write(`hearsay: ${cause.message} (${cause.code})\n`);
      return cause.code === 'E_USAGE' ? EXIT.usage : EXIT.failed;
    }
    terminal.stderr.write(
      `hearsay: an unexpected error; please report it with what you typed.\n${cause instanceof Error ? cause.stack : cause}\n`,
    );
    return EXIT.failed;
  }
}

/** The query on a line, and below it marks under the mistake. */
function pointAt({ query, start, end }: QueryError): string {
  const line = (text: string) => plainLine(text.replaceAll(' ', '\u00a0')).replaceAll('\u00a0', ' ');
  const marks = '^'.repeat(Math.max(1, displayWidth(line(query.slice(start, end)))));
  return `  ${line(query)}\n  ${' '.repeat(displayWidth(line(query.slice(0, start))))}${marks}\n`;
}

function createProgram(run: Run): Command {
  const { stdout, stderr } = run.terminal;
  const program = new Command('hearsay')
    .description('Reads news articles and keeps the record: who said what, and in which exact words.')
    .version(ENGINE_VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText(
      'after',
      `
Examples:
  hearsay read story.html              who says what in one article
  hearsay add articles/                read a folder into hearsay.db
  hearsay serve                        look at hearsay.db in a browser
  hearsay search 'act:denied bridge'   who denied something about a bridge

"hearsay help read" says more about a command.
${EXIT_CODES_HELP}`,
    )
    // Inherited by the commands, so it must stand before them.
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, writeError) => writeError(`hearsay: ${text.replace(/^error: /, '')}`),
    });
  for (const command of COMMANDS) {
    const added = command(run);
    added.copyInheritedSettings(program).showHelpAfterError(`Try "hearsay help ${added.name()}".`);
    program.addCommand(added);
  }
  return program.showHelpAfterError('Try "hearsay --help".');
}
