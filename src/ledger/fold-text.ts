/** Folding: how the words of a filter and of a statement are made comparable. */

/**
 * The text without case, accents and runs of white space.
 *
 * @example
 * foldText('The  Élysée said'); // 'the elysee said'
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
