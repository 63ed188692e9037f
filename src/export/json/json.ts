/**
 * Everything that was read and ruled, as JSON: every version of every article with its reading, where it came from and when it was
 * seen again, and all decisions. Lossless: `hearsay import` makes the same ledger of it. Each entry stands on a line of its own.
 */
import type { ExportFormat } from '../format.ts';

/** What the file says that it is; a reader refuses another number. */
export const JSON_FORMAT = 'hearsay-readings';
export const JSON_FORMAT_VERSION = 1;

export const json: ExportFormat = {
  name: 'json',
  description: 'every reading, version and decision; "hearsay import" takes it back',
  ending: '.json',
  mediaType: 'application/json',
  isLossless: true,
  marksRejected: true,
  unit: 'readings',
  leavesOut: [],
  kind: 'stream',
  async *stream({ selection, tally }) {
    const { ledger, isWhole } = selection;
    yield `{"format":"${JSON_FORMAT}","version":${JSON_FORMAT_VERSION},\n"readings":[`;
    let before = '\n';
    for await (const { version, sightings, readAt, reading } of selection.versions('all')) {
      tally.count++;
      yield `${before}${JSON.stringify({ version, sightings, readAt, reading })}`;
      before = ',\n';
    }
    yield '\n],\n"decisions":[';
    before = '\n';
    for await (const decision of selection.decisions()) {
      yield `${before}${JSON.stringify(decision)}`;
      before = ',\n';
    }
    yield '\n]';
    if (isWhole) {
      const failures = await Array.fromAsync(ledger.eachFailure());
      const records = {
        intakeSources: await ledger.intakeSources(),
        savedSearches: await ledger.savedSearches(),
        runs: (await ledger.runs()).reverse(),
        failures,
        removals: await ledger.removals(),
      };
      for (const [name, values] of Object.entries(records)) yield `,\n"${name}":${JSON.stringify(values)}`;
    }
    yield '\n}\n';
  },
};
