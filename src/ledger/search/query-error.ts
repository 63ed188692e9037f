/** What is wrong with a query, and where: an E_INPUT error that knows the place of the mistake in the text that was typed. */
import { HearsayError } from '../../text/errors.ts';

/**
 * A mistake in a query. `start` and `end` are UTF-16 offsets of it in the query, half-open; its message names the place too.
 *
 * @example
 * throw new QueryError('A quotation mark is not closed: add one', 'said "no', 5, 8);
 */
export class QueryError extends HearsayError {
  readonly query: string;
  readonly start: number;
  readonly end: number;
  constructor(message: string, query: string, start: number, end: number) {
    super('E_INPUT', `${message} (at character ${start + 1} of the query).`);
    this.name = 'QueryError';
    this.query = query;
    this.start = start;
    this.end = end;
  }
}
