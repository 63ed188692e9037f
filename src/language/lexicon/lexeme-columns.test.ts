import { expect, test } from 'vitest';
import { LexemeColumns } from './lexeme-columns.ts';
import { LEXICON_LIMIT, Lexicon } from './lexicon.ts';

test('describes each form once, in a row of its own', () => {
  const lexicon = new Lexicon();
  const met: string[] = [];
  const columns = new LexemeColumns(lexicon, 2, (id, rows, at) => {
    met.push(lexicon.forms[id]);
    rows[at] = lexicon.forms[id].length;
    rows[at + 1] = id;
  });
  const said = lexicon.intern('said');
  columns.all();
  const ministry = lexicon.intern('ministry');
  const rows = columns.all();
  expect(rows[said * 2]).toBe(4);
  expect([...rows.subarray(ministry * 2, ministry * 2 + 2)]).toEqual([8, ministry]);
  expect(met).toEqual(['said', 'ministry']);
});

test('grows with the lexicon, and begins again where it was emptied', () => {
  const lexicon = new Lexicon();
  const columns = new LexemeColumns(lexicon, 1, (id, rows, at) => {
    rows[at] = Number(lexicon.forms[id]);
  });
  for (let i = 0; i <= LEXICON_LIMIT; i++) lexicon.intern(String(i));
  expect(columns.all()[LEXICON_LIMIT]).toBe(LEXICON_LIMIT);
  lexicon.trim();
  const seven = lexicon.intern('7');
  expect(columns.all()[seven]).toBe(7);
});
