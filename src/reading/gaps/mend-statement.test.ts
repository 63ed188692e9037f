import { describe, expect, test } from 'vitest';
import { gapsIn } from '../../../test/samples/read-relays.ts';

describe('a source that stands elsewhere than the parse says', () => {
  test.each<[text: string, given: string, after: string]>([
    [
      'Asked at the gate, the keeper of the lighthouse, Mira Olt, said it was dark.',
      '- | said | it was dark',
      '0 the keeper of the lighthouse, Mira Olt | said | it was dark',
    ],
    [
      'Two tigers escaped in the night, the zookeeper, Ines Vay, told me.',
      '- | told | Two tigers escaped in the night',
      '0 the zookeeper, Ines Vay | told | Two tigers escaped in the night',
    ],
    [
      'OSLO, May 3 (Reuters) - Norway on Friday denied that it had paid, hours after a newspaper reported it.',
      '- | denied | that it had paid',
      '0 Norway | denied | that it had paid',
    ],
    // Behind a comma a place is no source.
    ['Born in Elm Park, Ohio, told that it was dark.', '- | told | that it was dark', '0 - | told | that it was dark'],
  ])('before its verb: %s', (text, given, after) => {
    expect(gapsIn(text, [given])).toEqual([after]);
  });

  test.each<[text: string, given: string, after: string]>([
    [
      'The harvest, argues the agronomist Tom Reed, is lost for good.',
      'The harvest | argues | the agronomist Tom Reed, is lost for good',
      '0 the agronomist Tom Reed | argues | The harvest … is lost for good',
    ],
    [
      'He resigned, told the minister, and left.',
      'He | told | the minister, and left',
      '0 He | told | the minister, and left',
    ],
    [
      'He sat, added a spoon of sugar, and left.',
      'He | added | a spoon of sugar, and left',
      '0 He | added | a spoon of sugar, and left',
    ],
    ['“We will appeal,” she says.', '- | - | “We will appeal,”', '0 she | says | “We will appeal,”'],
    [
      '“We will appeal,” says the lawyer for the family.',
      '- | - | “We will appeal,”',
      '0 the lawyer for the family | says | “We will appeal,”',
    ],
    ['“We will appeal,” a banner read.', '- | - | “We will appeal,”', '0 - | - | “We will appeal,”'],
    ['“We will appeal” was on every wall.', '- | - | “We will appeal”', '0 - | - | “We will appeal”'],
    [
      '“Nobody called. Nobody wrote.” — Ada Roon, mayor',
      '- | - | “Nobody called. Nobody wrote.”',
      '0 Ada Roon, mayor | - | “Nobody called. Nobody wrote.”',
    ],
  ])('behind it: %s', (text, given, after) => {
    expect(gapsIn(text, [given])).toEqual([after]);
  });
});

test.each<[text: string, given: string, after: string]>([
  [
    'Ada Roon, for the port, said it was dark.',
    'Ada Roon | said | it was dark',
    '0 Ada Roon, for the port | said | it was dark',
  ],
  ['Ada Roon, for the moment, said it was dark.', 'Ada Roon | said | it was dark', '0 Ada Roon | said | it was dark'],
  ['Ada Roon, for her part, said it was dark.', 'Ada Roon | said | it was dark', '0 Ada Roon | said | it was dark'],
])('for whom somebody speaks: %s', (text, given, after) => {
  expect(gapsIn(text, [given])).toEqual([after]);
});

test.each<[text: string, given: string, after: string]>([
  [
    'The mayor is believed to have left the country.',
    '- | is believed | to have left the country',
    '0 - | is believed | The mayor … to have left the country',
  ],
  ['It is believed to be in a garage.', '- | is believed | to be in a garage', '0 - | is believed | to be in a garage'],
])('the subject of a passive: %s', (text, given, after) => {
  expect(gapsIn(text, [given])).toEqual([after]);
});
