import type { readArticle } from '../intake/read-article.ts';
import type { readRecord } from '../intake/record/read-record.ts';

/** What turns bytes and records into articles. */
export interface Intake {
  readonly readArticle: typeof readArticle;
  readonly readRecord: typeof readRecord;
}

/**
 * The intake of articles. Imported only when a command needs it: help is printed at once.
 *
 * @example
 * const { readArticle } = await openIntake();
 */
export async function openIntake(): Promise<Intake> {
  const [{ readArticle }, { readRecord }] = await Promise.all([
    import('../intake/read-article.ts'),
    import('../intake/record/read-record.ts'),
  ]);
  return { readArticle, readRecord };
}
