/** `hearsay parse`: the engine's words, lemmas, sentences, tags and heads as CoNLL-U, the form in which treebanks and parsers are compared. */
import { Command } from 'commander';
import { STANDARD_INPUT } from '../intake/items/names.ts';
import { EXIT } from './exit-codes.ts';
import { attempt, isFailure, readRecordsAndArticles } from './inputs/read-inputs.ts';
import type { Run } from './program.ts';
import { complain, write } from './terminal.ts';

/**
 * The command `parse`.
 *
 * @example
 * program.addCommand(parseCommand({ terminal, end }));
 */
export function parseCommand({ terminal, end }: Run): Command {
  return new Command('parse')
    .description('print words, lemmas, sentences, tags and heads, for comparison with treebanks')
    .argument('[input...]', 'files or web addresses; JSON lines from standard input where nothing is named')
    .option('--conllu', 'print CoNLL-U (the default: there is no other form)')
    .addHelpText(
      'after',
      `
Takes the same inputs as "hearsay read --jsonl". Each document begins with
"# newdoc id = ID". What cannot be read is told on the error stream, with exit
code ${EXIT.someFailed} at the end.

Examples:
  hearsay parse --conllu story.html
  hearsay parse --conllu < articles.jsonl > articles.conllu`,
    )
    .action(async (names: string[]) => {
      const { writeConllu } = await import('../language/conllu/write-conllu.ts');
      const { openEngine, openLemmatizer } = await import('../models/open-engine.ts');
      const [engine, lemmatizer] = [openEngine('parse'), openLemmatizer()];
      let failures = 0;
      for await (const input of readRecordsAndArticles(terminal, names.length > 0 ? names : [STANDARD_INPUT])) {
        const written = isFailure(input)
          ? input
          : await attempt(input.id, () => ({ conllu: writeConllu(engine.run(input), input.id, lemmatizer) }));
        if ('error' in written) {
          failures++;
          await complain(terminal, written.id ?? 'a line without an id', written.error);
        } else {
          await write(terminal.stdout, written.conllu);
        }
      }
      if (failures > 0) end(EXIT.someFailed);
    });
}
