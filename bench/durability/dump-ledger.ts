/** All that can be asked of a ledger as lines of JSON, so that two ledgers can be compared byte for byte. */
import type { Ledger } from '../../src/ledger/ledger.ts';

/**
 * Every stream of the ledger, from one snapshot.
 *
 * @example
 * (await dumpLedger(killed)) === (await dumpLedger(undisturbed));
 */
export async function dumpLedger(ledger: Ledger): Promise<string> {
  const snapshot = await ledger.snapshot();
  const lines: string[] = [];
  try {
    const streams = [
      snapshot.eachArticle(),
      snapshot.eachReading('all'),
      snapshot.eachStatement('all'),
      snapshot.eachActor('all'),
      snapshot.eachAssertion('all'),
      snapshot.eachMoment('all'),
      snapshot.eachPlace('all'),
      snapshot.eachClaim('all'),
      snapshot.eachDecision(),
    ];
    for (const stream of streams) for await (const row of stream) lines.push(JSON.stringify(row));
    lines.push(JSON.stringify(await snapshot.statements({ search: 'said', limit: 1000 })));
  } finally {
    await snapshot.close();
  }
  return lines.join('\n');
}
