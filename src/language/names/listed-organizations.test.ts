import { describe, expect, test } from 'vitest';
import { createDocument, type Document, type Name } from '../../text/document.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { createTokenizer } from '../tokenize/tokenize.ts';
import { ListedOrganizations } from './listed-organizations.ts';

const LIST = ['Yonhap', 'Al-Ahram', 'Le Monde', 'The Guardian', 'RT', 'Honda', 'Law and Justice', 'Law'];

function find(text: string, known: readonly [words: string, type: Name['type'], probability: number][] = []): string[] {
  const lexicon = new Lexicon();
  const document: Document = createDocument(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
  createTokenizer(lexicon)(document);
  const { start, end } = document.tokens!;
  const names = known.map(([words, type, probability]): Name => {
    const at = text.indexOf(words);
    const last = end.indexOf(at + words.length) + 1;
    return { first: start.indexOf(at), last, type, probability, parent: null };
  });
  return new ListedOrganizations(lexicon, LIST)
    .add(document, names)
    .map(({ first, last, type }) => `${type} ${text.slice(start[first], end[last - 1])}`);
}

describe('organisations by the list', () => {
  test.each([
    ['Yonhap said so, and Al-Ahram.', ['organization Yonhap', 'organization Al-Ahram']],
    ['He told Le Monde.', ['organization Le Monde']],
    ['He read the Guardian; the article stays outside.', ['organization Guardian']],
    ['RT reported it.', ['organization RT']],
    ['Law and Justice won.', ['organization Law and Justice']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test.each([
    'yonhap in small letters is none',
    'Yonhaps is another word',
    'A Guardian of the peace.',
    'SOLDIERS START HEADING HOME, RT SAYS',
  ])('none: %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  test('takes the place of another type at the same words, but not where that is sure of a single word', () => {
    expect(find('Honda sold it.', [['Honda', 'person', 0.6]])).toEqual(['organization Honda']);
    expect(find('Honda sold it.', [['Honda', 'person', 0.99]])).toEqual(['person Honda']);
    expect(find('In Le Monde.', [['Le Monde', 'person', 0.99]])).toEqual(['organization Le Monde']);
  });

  test('leaves a longer name, and one that begins before it', () => {
    const longer = 'Yonhap Culture Fund pays.';
    expect(find(longer, [['Yonhap Culture Fund', 'organization', 0.7]])).toEqual(['organization Yonhap Culture Fund']);
    expect(find('Old Yonhap pays.', [['Old Yonhap', 'place', 0.7]])).toEqual(['place Old Yonhap']);
  });

  test('takes the place of a part of it, and keeps the order', () => {
    const text = 'Anna met Le Monde in Paris.';
    const known: [string, Name['type'], number][] = [
      ['Anna', 'person', 0.9],
      ['Monde', 'place', 0.5],
      ['Paris', 'place', 0.9],
    ];
    expect(find(text, known)).toEqual(['person Anna', 'organization Le Monde', 'place Paris']);
  });
});
