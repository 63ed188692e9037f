/** `node tools/write-results.ts` writes the results of the benches into the README, between their two marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resultsTable, withResults } from './results-table.ts';

const README = fileURLToPath(new URL('../README.md', import.meta.url));
const RESULTS = fileURLToPath(new URL('../bench/results', import.meta.url));

writeFileSync(README, withResults(readFileSync(README, 'utf8'), resultsTable(RESULTS)));
