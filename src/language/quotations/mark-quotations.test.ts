import { expect, test } from 'vitest';
import { createDocument } from '../../text/document.ts';
import { paragraphBlocks } from '../../text/paragraphs.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { createTokenizer } from '../tokenize/tokenize.ts';
import { CLOSING, INSIDE, markQuotations, OPENING } from './mark-quotations.ts';

/** What stands in quotation marks, each quotation with its marks in brackets. */
function quotations(text: string): string {
  const lexicon = new Lexicon();
  const document = createDocument(text, paragraphBlocks(text));
  createTokenizer(lexicon)(document);
  const tokens = document.tokens!;
  const marks = markQuotations(document, lexicon);
  return Array.from(tokens.lexeme, (lexeme, t) => [lexicon.forms[lexeme], marks[t]] as const)
    .filter(([, mark]) => mark !== 0)
    .map(([form, mark]) => (mark === OPENING ? '<' : mark === CLOSING ? '>' : mark === INSIDE ? form : '?'))
    .join(' ');
}

test.each([
  ['He said “no way” twice.', '< no way >'],
  ['He said "no way" twice.', '< no way >'],
  ["He said 'no way' twice.", '< no way >'],
  ['He said ‘no way’ twice.', '< no way >'],
  ['Er sagte „nie“, then «jamais».', '< nie > < jamais >'],
  ["'It was dark,' she said. 'We ran.'", '< It was dark , > < We ran . >'],
  ["The workers' strike wasn't 'over', he said.", '< over >'],
  ['“They call it ‘peace’ here,” he said.', '< They call it ‘ peace ’ here , >'],
  ['“It goes on.\n\n“And on,” he said. No.', '< It goes on . < And on , >'],
  ["'It goes on.\n\n'And on,' he said. No.", '< It goes on . < And on , >'],
  ["The workers' hall, the farmers' barn.", ''],
  ["'Tis the season, they sang.", ''],
  ['No marks at all.', ''],
])('%s', (text, expected) => {
  expect(quotations(text)).toBe(expected);
});
