import type { TimelineWords } from '../../export/timeline/timeline.ts';

/** Units of the sentence that are shown before and after. */
const BEFORE = 30;
const AFTER = 40;

/**
 * Some words of a sentence with what stands around them; cut words are left out.
 *
 * @example
 * wordsAround({ start: 0, end: 17, text: 'He left on Monday' }, { start: 11, end: 17 }); // 'He left on Monday'
 */
export function wordsAround(sentence: TimelineWords, { start, end }: { start: number; end: number }): string {
  const [first, last] = [start - sentence.start, end - sentence.start];
  const { text } = sentence;
  const from = Math.max(0, first - BEFORE);
  const to = Math.min(text.length, last + AFTER);
  const head = from > 0 ? `… ${text.slice(from, first).replace(/^\S*\s+/u, '')}` : text.slice(from, first);
  const tail = to < text.length ? `${text.slice(last, to).replace(/\s+\S*$/u, '')} …` : text.slice(last, to);
  return `${head}${text.slice(first, last)}${tail}`;
}
