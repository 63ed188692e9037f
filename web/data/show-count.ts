/**
 * A number and its noun.
 *
 * @example
 * showCount(1, 'article'); // '1 article'
 * showCount(1200, 'article'); // '1,200 articles'
 */
export function showCount(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
