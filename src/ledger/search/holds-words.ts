/** Whether a short text (a name, a tag) is one that a search asks for: the words next to each other, or the whole of it. */
import { foldText } from '../fold-text.ts';
import type { Words } from './query.ts';
import { wordsOf } from './words-of.ts';

/**
 * A test of texts, without regard to case and accents.
 *
 * @example
 * holdsWords({ type: 'words', text: 'harbour po', prefix: true, whole: false })('The Harbour Post'); // true
 */
export function holdsWords({ text, prefix, whole }: Words): (value: string) => boolean {
  const wanted = wordsOf(text);
  if (whole) {
    const folded = foldText(text);
    return (value) => foldText(value) === folded;
  }
  const [last, ...before] = wanted.toReversed();
  return (value) => {
    const words = wordsOf(value);
    return words.some(
      (word, at) =>
        (prefix ? word.startsWith(last) : word === last) &&
        before.every((other, back) => words[at - 1 - back] === other),
    );
  };
}
