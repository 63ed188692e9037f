/** Numbers that people type as options. */
import { InvalidArgumentError } from 'commander';

/**
 * A number from 0 upwards, as commander has an option's words read.
 *
 * @throws InvalidArgumentError where it is none; commander tells the person.
 * @example
 * command.option('--pause <seconds>', 'least pause', parseNumber);
 */
export function parseNumber(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new InvalidArgumentError('Give a number, 0 or more.');
}
