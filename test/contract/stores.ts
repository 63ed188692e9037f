/** Every store that fulfils the contract of the ledger: the suites of this folder run over each of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';

/** A store with nothing in it yet. */
export interface TestStore {
  /** A ledger over the store: what one keeps, the next one has. */
  open(): Promise<Ledger>;
  /** A path for a copy of it. */
  readonly copyPath: string;
  /** Opens a copy. */
  openCopy(path: string): Promise<Ledger>;
  remove(): Promise<void>;
}

/** Each store by name, and how a fresh one is made. */
export const STORES: readonly { readonly name: string; make(): Promise<TestStore> }[] = [
  {
    name: 'SQLite',
    make: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'hearsay-store-'));
      return {
        open: () => openLedger(join(folder, 'case.db')),
        copyPath: join(folder, 'copy.db'),
        openCopy: (path) => openLedger(path, { create: false }),
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  },
];
