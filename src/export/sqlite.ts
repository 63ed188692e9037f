/** The ledger itself, as SQLite copies it while it is in use: views and index of words with it; Datasette, DB Browser, R and Python open it. */
import type { ExportFormat } from './format.ts';
import { makeWhole } from './output/write-whole.ts';

export const sqlite: ExportFormat = {
  name: 'sqlite',
  description: 'the whole ledger, for Datasette, DB Browser, R and Python',
  ending: '.db',
  mediaType: 'application/vnd.sqlite3',
  isLossless: true,
  marksRejected: true,
  unit: 'readings',
  leavesOut: [],
  kind: 'file',
  isWholeLedger: true,
  async save({ selection, tally, copyLedger }, path) {
    await makeWhole(path, copyLedger);
    for await (const { versions } of selection.ledger.eachArticle()) tally.count += versions.length;
  },
};
