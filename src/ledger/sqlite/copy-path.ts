/** Names for copies of a ledger that are put beside it. */
import { existsSync } from 'node:fs';

/**
 * A path beside `path` that nothing has yet: the name, what the copy is, the day, and a number where there is one already.
 *
 * @param at ISO 8601 instant
 * @example
 * copyPath('case.db', 'version-3', '2026-11-26T12:00:00Z'); // 'case.version-3.2026-11-26.db'
 */
export function copyPath(path: string, what: string, at: string): string {
  const [, stem, ending] = /^(.*?)(\.[^./\\]*)?$/s.exec(path)!;
  const name = `${stem}.${what}.${at.slice(0, 10)}`;
  for (let number = 1; ; number++) {
    const copy = `${name}${number > 1 ? `-${number}` : ''}${ending ?? '.db'}`;
    if (!existsSync(copy)) return copy;
  }
}
