/** `hearsay read`: articles to readings, for people or as JSON. */
import { Command } from 'commander';
import { readFileBytes } from '../intake/bytes/read-file.ts';
import { STANDARD_INPUT } from '../intake/items/names.ts';
import type { LoadedWord } from '../language/en/loaded-words.ts';
import type { HearsayEngine } from '../reading/engine.ts';
import { HearsayError } from '../text/errors.ts';
import { EXIT } from './exit-codes.ts';
import { attempt, isFailure, readNamedArticle, readRecordsAndArticles } from './inputs/read-inputs.ts';
import type { Run } from './program.ts';
import { complain, type Terminal, write } from './terminal.ts';
import { showReading } from './view/show-reading.ts';
import { viewOf } from './view/view-of.ts';

interface ReadOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly wording?: string;
  readonly why?: true;
  readonly claims?: true;
}

/**
 * The command `read`.
 *
 * @example
 * program.addCommand(readCommand({ terminal, end }));
 */
export function readCommand({ terminal, end }: Run): Command {
  return new Command('read')
    .description('read articles: who says what, in which exact words')
    .argument('[input...]', 'files, web addresses, or - for standard input')
    .option('--json', 'print one Reading as JSON')
    .option('--jsonl', 'print one Reading a line; reads JSON lines from standard input where nothing is named')
    .option('--why', 'show below each statement why it was found, and why its source is who it is')
    .option('--claims', 'show all claims, one a line, not only those with figures')
    .option('--wording <file>', 'loaded words of your own, laid over those that come with Hearsay')
    .addHelpText(
      'after',
      `
Inputs are HTML or plain text, gzipped or not. For people, each statement is
shown with its source, its cue (the words that attribute) and its content.
"he = Milo Hatch" says whom the article means by "he"; "she: Ada Lund or Reva
Marsh?" that it leaves it open. Then the sources are listed, unnamed ones by
what the article says of them; what the outlet states in its own voice, the most
worth checking first; loaded words, each with a plainer one; what was left out.

With --why, each statement is followed by what the engine went by: how sure it
was of each part, and how it told who the source is, with all whom it weighed.

Of the claims (who did what, when, where, how many) those with figures are
listed; with --claims all of them. “Not so” are the words of the claim; “denied
by the source” tells that its source says that it is not so.

With --jsonl, standard input and files that end in .jsonl or .jsonl.gz hold one
article a line:
  {"id": "…", "text": "…" or "html": "…", "date": "…", "title": "…", "url": "…"}
Date, title and url may be missing. Readings come out in the order of the
inputs. What cannot be read gives {"id", "error": {"code", "message"}} in its
place, and exit code ${EXIT.someFailed} at the end.

With --wording, each line of the file is a word, a plainer one, and why:
  regime | government | denies a government its legitimacy
Write - for the plainer word to take out one that comes with Hearsay. The part
of speech may follow (verb and noun are found in all their forms), and words
that rule it out nearby. JSON lines with the keys word, plainer, reason, part
and except do as well.

Examples:
  hearsay read story.html
  hearsay read https://courier.example/harbour-fire
  hearsay read --json story.html > reading.json
  hearsay read --jsonl < articles.jsonl > readings.jsonl
  hearsay read --why story.html
  hearsay read --claims story.html
  hearsay read --wording our-words.txt story.html
  hearsay read --jsonl pages/*.html.gz | head -1`,
    )
    .action(async (names: string[], options: ReadOptions) => {
      checkUsage(names, options);
      const words = options.wording === undefined ? [] : await readWordingFile(options.wording);
      const { openEngine } = await import('../models/open-engine.ts');
      const engine = openEngine('reading', words);
      const failures = await (options.jsonl
        ? writeLines(terminal, engine, names)
        : showEach(terminal, engine, names, options));
      if (failures > 0) end(EXIT.someFailed);
    });
}

async function readWordingFile(name: string): Promise<LoadedWord[]> {
  const { readLoadedWords } = await import('../reading/wording/read-loaded-words.ts');
  const bytes = await readFileBytes(name).catch((cause: unknown) => {
    if (cause instanceof HearsayError)
      throw new HearsayError(cause.code, `--wording ${name}: ${cause.message}`, { cause });
    throw cause;
  });
  return readLoadedWords(new TextDecoder().decode(bytes), name);
}

function checkUsage(names: readonly string[], { json, jsonl, why, claims }: ReadOptions): void {
  if (why && (json || jsonl)) throw new HearsayError('E_USAGE', '--why is for people: JSON holds all reasons anyway.');
  if (claims && (json || jsonl))
    throw new HearsayError('E_USAGE', '--claims is for people: JSON holds all claims anyway.');
  if (json && jsonl) throw new HearsayError('E_USAGE', 'Give --json for one article, or --jsonl for many, not both.');
  if (jsonl) return;
  if (names.length === 0) {
    throw new HearsayError('E_USAGE', 'Name a file, a web address, or - for standard input; see "hearsay help read".');
  }
  if (json && names.length > 1) {
    throw new HearsayError(
      'E_USAGE',
      '--json prints one Reading: for several articles use --jsonl, one Reading a line.',
    );
  }
}

async function showEach(
  terminal: Terminal,
  engine: HearsayEngine,
  names: readonly string[],
  { json, why, claims }: ReadOptions,
): Promise<number> {
  const view = {
    why: why === true,
    claims: claims === true,
    ...viewOf(terminal),
  };
  let failures = 0;
  for (const [position, name] of names.entries()) {
    const input = await readNamedArticle(terminal, name);
    const reading = isFailure(input) ? input : await attempt(name, () => engine.read(input));
    if ('error' in reading) {
      failures++;
      await complain(terminal, name, reading.error);
      continue;
    }
    const separator = position === 0 ? '' : `\n${view.paint('─'.repeat(view.columns), 'dim')}\n\n`;
    await write(
      terminal.stdout,
      json ? `${JSON.stringify(reading, null, 2)}\n` : `${separator}${showReading(reading, view)}\n`,
    );
  }
  return failures;
}

async function writeLines(terminal: Terminal, engine: HearsayEngine, names: readonly string[]): Promise<number> {
  if (names.length === 0 && terminal.stdin.isTTY) {
    await write(
      terminal.stderr,
      'Reading JSON lines from the keyboard: end with Ctrl-D, or see "hearsay help read".\n',
    );
  }
  let failures = 0;
  for await (const input of readRecordsAndArticles(terminal, names.length > 0 ? names : [STANDARD_INPUT])) {
    const reading = isFailure(input) ? input : await attempt(input.id, () => engine.read(input));
    if (!('error' in reading)) {
      await write(terminal.stdout, `${JSON.stringify(reading)}\n`);
      continue;
    }
    failures++;
    const { id, error } = reading;
    await write(terminal.stdout, `${JSON.stringify({ id, error: { code: error.code, message: error.message } })}\n`);
  }
  return failures;
}
