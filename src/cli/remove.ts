/** `hearsay remove`: takes articles out of a ledger, and leaves a trace of having done so. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { namesWebAddress } from '../intake/items/names.ts';
import type { ArticleEntry, Ledger } from '../ledger/ledger.ts';
import { HearsayError } from '../text/errors.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';
import { count } from './view/count.ts';

/**
 * The command `remove`.
 *
 * @example
 * program.addCommand(removeCommand({ terminal, end }));
 */
export function removeCommand({ terminal }: Run): Command {
  return new Command('remove')
    .description('take articles out of a ledger, for good')
    .argument('<article...>', 'ids of articles (art_…), or the files or web addresses they came from')
    .option('--why <reason>', 'the reason, which is kept in the trace')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
An article goes with all its versions, statements and decisions, and its words
are overwritten in the file. What stays is that it was there: its address, its
title, hashes of its texts, when it was removed, and why. All articles named are
removed, or none where one is not in the ledger. Copies of the ledger still have
them.

Examples:
  hearsay remove --why "withdrawn by the outlet" art_0f3c5a7e91b24d68
  hearsay remove https://courier.example/harbour-fire`,
    )
    .action(async (names: string[], { ledger: path, why }: { ledger: string; why?: string }) => {
      const { openLedger } = await import('../ledger/sqlite/open-ledger.ts');
      const ledger = await openLedger(path, { create: false });
      try {
        const articles = new Map<string, ArticleEntry>();
        for (const name of names) {
          const article = await findArticle(ledger, name);
          articles.set(article.id, article);
        }
        for (const { id, headline, statements } of articles.values()) {
          const removal = await ledger.removeArticle(id, { at: new Date().toISOString(), why: why ?? null });
          const decisions = removal && removal.decisions > 0 ? ` and ${count(removal.decisions, 'decision')}` : '';
          await write(
            terminal.stdout,
            `${path}: removed ${headline ?? id} with ${count(statements, 'statement')}${decisions}\n`,
          );
        }
      } finally {
        await ledger.close();
      }
    });
}

async function findArticle(ledger: Ledger, name: string): Promise<ArticleEntry> {
  const byId = await ledger.article(name);
  if (byId) return byId;
  const found = await ledger.articlesAt(namesWebAddress(name) ? name : resolve(name));
  if (found.length === 1) return found[0];
  if (found.length === 0)
    throw new HearsayError('E_NOT_FOUND', `${ledger.path} holds no article ${name}: nothing was removed.`);
  throw new HearsayError(
    'E_INPUT',
    `${found.length} articles came from ${name}: give the ids of those to remove: ${found.map(({ id }) => id).join(', ')}.`,
  );
}
