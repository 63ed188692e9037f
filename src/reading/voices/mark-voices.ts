/**
 * The stage `voices`: whose words each token is. What stands in no statement and in no quotation marks is the outlet's own.
 *
 * Of the words that attribute, source and cue are the outlet's choice and are kept apart from what was said. Quoted words
 * that no statement holds are a quotation nobody was found for where they are many or hold a verb, and else a few words that the outlet
 * puts in quotation marks within its own sentence.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { markQuotations, OUTSIDE_MARKS } from '../../language/quotations/mark-quotations.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Span, Tokens } from '../../text/document.ts';
import type { Attribution, ReadDocument } from '../reading.ts';

/** The outlet's own words; its words that name a source, and that attribute; a few words that it puts in quotation marks. */
export const OWN = 0;
export const SOURCE_WORDS = 1;
export const CUE_WORDS = 2;
export const MARKED = 3;
/** What a statement says, and a quotation that no statement holds. */
export const SAID = 4;
export const QUOTED = 5;

/** One of the voices a token. */
export type Voices = Uint8Array;

/** Quoted words, with their marks, up to which a quotation without a finite verb is the outlet's own marking. */
const FEW_TOKENS = 8;

const FINITE: ReadonlySet<number> = new Set(['VBD', 'VBZ', 'VBP', 'MD'].map((tag) => XPOS_TAGS.indexOf(tag)));

/**
 * Makes the stage.
 *
 * @example
 * createVoiceMarker(lexicon)(document);
 * document.voices; // Uint8Array, one voice a token
 */
export function createVoiceMarker(lexicon: Lexicon): (document: ReadDocument) => void {
  return (document) => {
    const tokens = document.tokens!;
    const voices = new Uint8Array(tokens.length);
    markQuoted(tokens, markQuotations(document, lexicon), voices);
    // What was said last, so that it covers a source or cue within it: those are another's words.
    const statements = document.statements ?? [];
    for (const role of ['source', 'cue'] as const) markRole(tokens, statements, role, voices);
    markRole(tokens, statements, 'content', voices);
    document.voices = voices;
  };
}

function markQuoted(tokens: Tokens, quotation: Uint8Array, voices: Voices): void {
  let t = 0;
  while (t < tokens.length) {
    if (quotation[t] === OUTSIDE_MARKS) {
      t++;
      continue;
    }
    const first = t;
    let isSentence = false;
    while (t < tokens.length && quotation[t] !== OUTSIDE_MARKS) {
      if (FINITE.has(tokens.xpos[t])) isSentence = true;
      t++;
    }
    voices.fill(isSentence || t - first > FEW_TOKENS ? QUOTED : MARKED, first, t);
  }
}

const VOICE_OF = { source: SOURCE_WORDS, cue: CUE_WORDS, content: SAID } as const;

function markRole(
  tokens: Tokens,
  statements: readonly Attribution[],
  role: 'source' | 'cue' | 'content',
  voices: Voices,
): void {
  for (const statement of statements)
    for (const span of statement[role]?.spans ?? []) {
      const [first, last] = tokensOf(tokens, span);
      voices.fill(VOICE_OF[role], first, last);
    }
}

/**
 * The tokens [first, last) that a span of the text covers. Two binary searches.
 *
 * @example
 * tokensOf(document.tokens, [0, 4]); // [0, 1]
 */
export function tokensOf(tokens: Tokens, [start, end]: Span): [first: number, last: number] {
  return [search(tokens.end, tokens.length, start + 1), search(tokens.start, tokens.length, end)];
}

/** The first of `length` ascending numbers that is at least `least`. */
function search(numbers: Int32Array, length: number, least: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
