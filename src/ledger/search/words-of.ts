/**
 * What a word is in a search: letters, digits and signs of private use that stand together, without case and accents. As FTS5's `unicode61`
 * has it with `remove_diacritics`, so that what is split here is found there.
 */
import { foldText } from '../fold-text.ts';

const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/**
 * The words of a text, in order.
 *
 * @example
 * wordsOf('The Élysée, 2026'); // ['the', 'elysee', '2026']
 */
export function wordsOf(text: string): string[] {
  return foldText(text).match(WORD) ?? [];
}
