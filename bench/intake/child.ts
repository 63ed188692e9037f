/**
 * The measuring process; main.ts starts one for each figure. Takes a task, an input and a ledger's file; prints articles a second, from
 * when the models are loaded to when the last article is kept, and the peak of memory.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addArticles } from '../../src/adding/add-articles.ts';
import { createReadingPool } from '../../src/adding/reading-pool.ts';
import { find } from '../../src/intake/items/find-pieces.ts';
import { readArticle } from '../../src/intake/read-article.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { openEngine } from '../../src/models/open-engine.ts';

const [task, input, file] = process.argv.slice(2);
const perSecond = task === 'engine' ? readAlone() : await add();
console.log(JSON.stringify({ perSecond, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));

function readAlone(): number {
  const pages = readdirSync(input).map((name) => ({ id: name, bytes: readFileSync(join(input, name)) }));
  const engine = openEngine();
  const begun = performance.now();
  for (const { id, bytes } of pages) engine.read(readArticle(bytes, { id }));
  return pages.length / ((performance.now() - begun) / 1000);
}

async function add(): Promise<number> {
  const pool = createReadingPool();
  await pool.engine;
  const ledger = await openLedger(file);
  const begun = performance.now();
  const { outcomes } = await addArticles({
    ledger,
    pool,
    found: await find([input]),
    what: input,
    stdin: process.stdin,
    fetcher: null,
    now: () => new Date(),
    signal: new AbortController().signal,
  });
  const seconds = (performance.now() - begun) / 1000;
  await pool.close();
  await ledger.close();
  const known = outcomes.known + outcomes['seen again'];
  if (known > 0) throw new Error(`${known} pages were not read, since others had their text`);
  return outcomes.added / seconds;
}
