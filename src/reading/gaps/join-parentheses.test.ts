import { expect, test } from 'vitest';
import { gapsIn } from '../../../test/samples/read-relays.ts';

test.each<[text: string, given: readonly string[], after: readonly string[]]>([
  // behind the words of saying
  [
    'She mailed the book in June, she said, and got no reply.',
    ['she | said | She mailed the book in June'],
    ['0 she | said | She mailed the book in June … and got no reply'],
  ],
  [
    'A check had been due in June, she admitted, and had been forgotten.',
    ['she | admitted | A check had been due in June'],
    ['0 she | admitted | A check had been due in June … and had been forgotten'],
  ],
  [
    'The plan is sound, she said, and left the room.',
    ['she | said | The plan is sound'],
    ['0 she | said | The plan is sound'],
  ],
  [
    'A check had been due in June, she admitted, and the clerk had forgotten it.',
    ['she | admitted | A check had been due in June'],
    ['0 she | admitted | A check had been due in June'],
  ],
  // what stands in the words that are added is theirs
  [
    'She asked twice, she said, and was told that the pool was shut.',
    ['she | said | She asked twice', '- | was told | that the pool was shut'],
    ['0 she | said | She asked twice … and was told that the pool was shut', '1 - | was told | that the pool was shut'],
  ],
  [
    'A check had been due, she admitted, and had been forgotten; “ink is not steel,” she said.',
    ['she | admitted | A check had been due', 'she | said | and had been forgotten; “ink is not steel,”'],
    ['0 she | admitted | A check had been due … and had been forgotten', '0 she | said | “ink is not steel,”'],
  ],
  // before the words of saying
  [
    'We were told, the clerk said, that the file was lost.',
    ['the clerk | said | that the file was lost'],
    ['0 the clerk | said | We were told … that the file was lost'],
  ],
  ['Nobody has paid, she said – “so far”.', ['she | said | “so far”'], ['0 she | said | Nobody has paid … “so far”']],
  ['We left, the clerk said, and the file was lost.', ['the clerk | said | We left'], ['0 the clerk | said | We left']],
  [
    'In the evening, the clerk said, that file was lost.',
    ['the clerk | said | that file was lost'],
    ['0 the clerk | said | that file was lost'],
  ],
  // a statement of little confidence within what is said gives way; a sure one does not
  [
    'She mailed the keys to the owner, she said.',
    ['She | mailed | the keys to the owner | 0.3'],
    ['0 she | said | She mailed the keys to the owner'],
  ],
  [
    'She mailed the keys to the owner, she said.',
    ['She | mailed | the keys to the owner | 0.9'],
    ['0 She | mailed | the keys to the owner'],
  ],
  // a quotation behind a colon
  [
    'She had seen it, she told the board, but it was not hers: “Ask the printer.”',
    ['she | told | She had seen it', '- | it was not hers: | “Ask the printer.”'],
    ['0 she | told | She had seen it', '0 she | told | “Ask the printer.”'],
  ],
  [
    'The army says it won, the navy says it did: “Ask the printer.”',
    ['The army | says | it won', 'the navy | says | it did', '- | - | “Ask the printer.”'],
    ['0 The army | says | it won', '0 the navy | says | it did', '0 - | - | “Ask the printer.”'],
  ],
])('%s %j', (text, given, after) => {
  expect(gapsIn(text, given)).toEqual(after);
});
