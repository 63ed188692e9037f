/**
 * A number with its noun, whose plural ends in s.
 *
 * @example
 * count(1, 'statement'); // '1 statement'
 */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
