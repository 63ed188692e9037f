/** `hearsay explain`: the document after any stage, for whoever wants to know why the engine found what it found. */
import { Command } from 'commander';
import type { HearsayEngine } from '../reading/engine.ts';
import type { Column } from '../reading/stages.ts';
import { HearsayError } from '../text/errors.ts';
import { EXIT } from './exit-codes.ts';
import { explainDocument } from './explain-document.ts';
import { isFailure, readNamedArticle } from './inputs/read-inputs.ts';
import type { Run } from './program.ts';
import { complain, write } from './terminal.ts';

/**
 * The command `explain`.
 *
 * @example
 * program.addCommand(explainCommand({ terminal, end }));
 */
export function explainCommand({ terminal, end }: Run): Command {
  return new Command('explain')
    .description('show an article as it is after any stage of the engine')
    .argument('<input>', 'a file, a web address, or - for standard input')
    .option('--stage <name>', 'stop after this stage; an unknown name lists the stages (default: the last)')
    .addHelpText(
      'after',
      `
Shows blocks, then sentences of tokens with their tags, then statements, as far
as the stage has come. Offsets are UTF-16 units of the text, half-open.

Examples:
  hearsay explain story.html --stage tag
  hearsay explain story.html | less`,
    )
    .action(async (name: string, { stage }: { stage?: string }) => {
      const { openEngine } = await import('../models/open-engine.ts');
      const engine = openEngine();
      const columns = columnsAfter(engine, stage);
      const input = await readNamedArticle(terminal, name);
      if (isFailure(input)) {
        await complain(terminal, name, input.error);
        end(EXIT.someFailed);
      } else {
        await write(terminal.stdout, explainDocument(engine.run(input, stage), columns));
      }
    });
}

function columnsAfter({ stages }: HearsayEngine, last: string | undefined): Set<Column> {
  const position = last === undefined ? stages.length - 1 : stages.findIndex(({ name }) => name === last);
  if (last !== undefined && position < 0) {
    const names = stages.map(({ name }) => name).join(', ');
    throw new HearsayError('E_USAGE', `There is no stage "${last}": the stages are, in order, ${names}.`);
  }
  return new Set(stages.slice(0, position + 1).flatMap(({ writes }) => writes));
}
