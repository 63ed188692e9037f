import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../text/document.ts';
import { findQuote } from './find-quote.ts';
import { makeAnchor } from './make-anchor.ts';

/** The anchor of words, which stand between brackets, of a text. */
function anchorOf(marked: string) {
  const spans: Span[] = [];
  let text = '';
  for (const [at, part] of marked.split(/[[\]]/).entries()) {
    if (at % 2 === 1) spans.push([text.length, text.length + part.length]);
    text += part;
  }
  return makeAnchor(text, 'content', spans);
}

const LONG = 'the harbour board had known of the crack since May';

test.each<[string, string, string, string | null]>([
  [
    'the same sentence after a new one',
    'Lund said [the pier shut] in May.',
    'New: a fire. Lund said the pier shut in May.',
    '[the pier shut]',
  ],
  [
    'the one of two with the same neighbours',
    'Lund said [it] was shut. He said it was open.',
    'He said it was open. Lund said it was shut.',
    'Lund said [it] was',
  ],
  [
    'a changed word beside it',
    'Lund said on Monday [the pier shut] in May.',
    'Lund said on Friday the pier shut in May.',
    '[the pier shut]',
  ],
  ['words that are gone', 'Lund said [the pier shut] in May.', 'Lund said the quay shut in May.', null],
  ['two places that fit alike', 'A. [It shut in May.] B.', 'A. It shut in May. B. A. It shut in May. B.', null],
  ['few words among others', 'Lund [said] so.', 'What Okafor said was new.', null],
  ['many words among others', `Lund said [${LONG}].`, `“So,” it was told, ${LONG}, Ola says`, `[${LONG}]`],
  ['many words, twice', `Lund said [${LONG}].`, `${LONG}; again: ${LONG}`, null],
  [
    'split words',
    '“[We left],” Lund said, “[at noon].”',
    'Update. “We left,” Lund said, “at noon.”',
    '“[We left],” Lund said, “[at noon].”',
  ],
  [
    'split words with more between',
    'On Monday “[We left],” Lund said, “[at noon].”',
    'On Monday “We left,” Ada Lund said, “at noon.”',
    '“[We left],” Ada Lund said, “[at noon].”',
  ],
  [
    'split words of which a part is gone',
    'On Monday “[We left],” Lund said, “[at noon].”',
    'On Monday “We left,” Lund said.',
    null,
  ],
])('%s', (_name, before, after, expected) => {
  const found = findQuote(after, anchorOf(before));
  if (expected === null) expect(found).toBeNull();
  else {
    const at = after.indexOf(expected.replace(/[[\]]/g, ''));
    expect(found).toEqual(anchorOf(expected).spans.map(([start, end]) => [at + start, at + end]));
  }
});

test('in its own text an anchor is found in its place or, where its like stands elsewhere, not at all', () => {
  const words = fc.stringMatching(/^[ab ]{1,60}$/);
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const found = findQuote(text, makeAnchor(text, 'content', [[start, end]]));
      if (found) expect(found).toEqual([[start, end]]);
      else expect(text.indexOf(text.slice(start, end), text.indexOf(text.slice(start, end)) + 1)).toBeGreaterThan(-1);
    }),
  );
});
