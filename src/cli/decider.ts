/** Who decides: the name that goes into a decision. */
import { HearsayError } from '../text/errors.ts';
import type { Terminal } from './terminal.ts';

/** The option of every command that makes decisions. */
export const BY_OPTION = ['--by <name>', 'who decides (default: HEARSAY_NAME, else your user name)'] as const;

/**
 * The name given with --by, else that of the environment variable HEARSAY_NAME, else the user's.
 *
 * @throws HearsayError E_USAGE where there is none.
 * @example
 * nameDecider({ USER: 'ada' }, undefined); // 'ada'
 */
export function nameDecider(environment: Terminal['environment'], by: string | undefined): string {
  const name = by ?? (environment.HEARSAY_NAME || environment.USER || environment.USERNAME);
  if (name) return name;
  throw new HearsayError('E_USAGE', 'Say who decides with --by, or set HEARSAY_NAME.');
}
