/** What a person may name beside a file or a folder: standard input, or a web address. */

/** The name that stands for standard input. */
export const STANDARD_INPUT = '-';

const WEB_ADDRESS = /^https?:\/\//i;

/**
 * Whether a name is a web address rather than a file.
 *
 * @example
 * namesWebAddress('https://courier.example/harbour'); // true
 */
export function namesWebAddress(name: string): boolean {
  return WEB_ADDRESS.test(name);
}
