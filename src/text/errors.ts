/**
 * Every error that a person can meet, in one place: a stable code, and a message that says what to do.
 */

export type ErrorCode =
  | 'E_EMPTY'
  | 'E_BINARY'
  | 'E_TOO_LARGE'
  | 'E_NOT_FOUND'
  | 'E_UNREADABLE'
  | 'E_FETCH'
  | 'E_ROBOTS'
  | 'E_BUDGET'
  | 'E_FEED'
  | 'E_ARCHIVE'
  | 'E_HASH'
  | 'E_TIME'
  | 'E_JSON'
  | 'E_INPUT'
  | 'E_MODEL'
  | 'E_LEDGER'
  | 'E_OUTPUT'
  | 'E_USAGE';

/**
 * An error with a stable code, meant to be shown to a person.
 *
 * @example
 * throw new HearsayError('E_EMPTY', 'The file is empty: give a file that holds an article.');
 */
export class HearsayError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HearsayError';
    this.code = code;
  }
}
