import { describe, expect, test } from 'vitest';
import { parseRecord, recordId } from './parse-record.ts';

describe('parseRecord', () => {
  test('a text with what is known of it', () => {
    expect(
      parseRecord({ id: 'a', text: 'T', date: '2026-03-02', title: 'H', url: 'https://x.example/', more: 1 }),
    ).toEqual({
      id: 'a',
      text: 'T',
      html: null,
      date: '2026-03-02',
      title: 'H',
      url: 'https://x.example/',
    });
  });

  test('null is a missing field, an empty text is a text, a number is an id', () => {
    expect(parseRecord({ id: 0, text: '', html: null, date: null })).toMatchObject({ id: '0', text: '', html: null });
  });

  test.each([
    ['null', null],
    ['a list', [{ id: 'a', text: 'T' }]],
    ['a string', 'text'],
    ['no id', { text: 'T' }],
    ['an empty id', { id: '', text: 'T' }],
    ['neither text nor html', { id: 'a' }],
    ['both', { id: 'a', text: 'T', html: '<p>T' }],
    ['a text that is no string', { id: 'a', text: 7 }],
    ['a date that is no string', { id: 'a', text: 'T', date: 2026 }],
  ])('%s is refused', (_name, value) => {
    expect(() => parseRecord(value)).toThrow(expect.objectContaining({ code: 'E_INPUT' }));
  });
});

test('recordId names what it can', () => {
  expect([{ id: 'a' }, { id: 7 }, { id: true }, {}, null, 'a'].map(recordId)).toEqual([
    'a',
    '7',
    null,
    null,
    null,
    null,
  ]);
});
