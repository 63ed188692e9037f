import { articleFromString } from '../../src/intake/read-article.ts';
import type { HearsayEngine } from '../../src/reading/engine.ts';
import type { Reading } from '../../src/reading/reading.ts';

/**
 * The reading of a text as it was pasted.
 *
 * @param date the day of publication, YYYY-MM-DD, or '' where it is not known
 * @example
 * readPasted(engine, 'The port is shut, the mayor said.', '2026-04-14').statements.length; // 1
 */
export function readPasted(engine: HearsayEngine, text: string, date: string): Reading {
  return engine.read(articleFromString({ id: 'pasted', text, ...(date !== '' && { date }) }));
}
