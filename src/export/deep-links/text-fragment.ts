/** Links that land on the words: text fragments (WICG scroll-to-text-fragment), which browsers highlight on the live page. */
import type { TextAnchor } from '../text-anchor.ts';

/** Words of a long quotation that are given at its beginning and its end. */
const EDGE_WORDS = 5;
/** Longer quotations are given by their edges. */
const LONGEST = 120;
/** Words of context that are given where the quotation is short, and may stand twice. */
const CONTEXT_WORDS = 3;
const SHORT = 40;

/**
 * The address with a fragment that points at the words; the address alone where there are none. A fragment of its own is kept.
 *
 * @example
 * textFragment('https://post.example/a', anchorSpan('She said no.', [9, 11])); // 'https://post.example/a#:~:text=She%20said-,no'
 */
export function textFragment(url: string, { exact, prefix, suffix }: TextAnchor): string {
  // A match may not go over the end of a block.
  const blocks = (exact ?? '').split(/\n+/).filter((block) => block.trim() !== '');
  if (blocks.length === 0) return url;
  const first = wordsOf(blocks[0]);
  const last = wordsOf(blocks.at(-1)!);
  const isWhole = blocks.length === 1 && blocks[0].length <= LONGEST;
  const words = isWhole
    ? encode(first.join(' '))
    : `${encode(first.slice(0, EDGE_WORDS).join(' '))},${encode(last.slice(-EDGE_WORDS).join(' '))}`;
  const isShort = isWhole && blocks[0].length < SHORT;
  const before = isShort
    ? wordsOf((prefix ?? '').split('\n').at(-1)!)
        .slice(-CONTEXT_WORDS)
        .join(' ')
    : '';
  const after = isShort
    ? wordsOf((suffix ?? '').split('\n')[0])
        .slice(0, CONTEXT_WORDS)
        .join(' ')
    : '';
  const directive = [before && `${encode(before)}-`, words, after && `-${encode(after)}`].filter(Boolean).join(',');
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** "-", "," and "&" mean something in a directive. */
function encode(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D');
}
