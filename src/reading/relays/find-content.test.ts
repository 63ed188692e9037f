/** What a verb takes, beside the samples of read-relays.test.ts: positive sentences, and those that look alike. */
import { describe, expect, test } from 'vitest';
import { gapsIn, relaysIn } from '../../../test/samples/read-relays.ts';

describe('within what somebody says', () => {
  test.each<[text: string, given: string, found: readonly string[]]>([
    // the name that a relative clause gives
    [
      'She said she had seen what the army called an accident.',
      'She | said | she had seen what the army called an accident',
      ['1 the army | called | an accident'],
    ],
    [
      'The guide said visitors photographed the rock that sailors called “the sleeper”.',
      'The guide | said | visitors photographed the rock that sailors called “the sleeper”',
      ['1 sailors | called | “the sleeper”'],
    ],
    ['She said it was the day that he called a taxi.', 'She | said | it was the day that he called a taxi', []],
    ['The nurse said he called the police.', 'The nurse | said | he called the police', []],
    // what goes on in the next part of the content
    [
      'Its skipper testified in private last May, the judge said, that the radar was broken.',
      'the judge | said | Its skipper testified in private last May … that the radar was broken',
      ['1 Its skipper | testified | that the radar was broken'],
    ],
    [
      'Its skipper testified and went home in May, the judge said, that the radar was broken.',
      'the judge | said | Its skipper testified and went home in May … that the radar was broken',
      [],
    ],
    // what is left unsaid
    [
      'The lawyer said the bank had paid the fine without admitting any wrongdoing.',
      'The lawyer | said | the bank had paid the fine without admitting any wrongdoing',
      ['1 the bank | without admitting | any wrongdoing'],
    ],
    [
      'The lawyer said the clinic closed without admitting any patients.',
      'The lawyer | said | the clinic closed without admitting any patients',
      [],
    ],
  ])('%s', (text, given, found) => {
    expect(relaysIn(text, [given])).toEqual(found);
  });
});

describe('in a sentence without statements', () => {
  test.each<[text: string, found: readonly string[]]>([
    // figures
    ['The union says 40; the company says 12.', ['0 The union | says | 40', '0 the company | says | 12']],
    [
      'The mayor’s office puts the cost at more than $3 million.',
      ['0 The mayor’s office | puts | the cost at more than $3 million'],
    ],
    [
      'Farmers put it at 400 hectares in March, but the count is not over.',
      ['0 Farmers | put | it at 400 hectares in March'],
    ],
    ['The clock says 12 and the bell rings.', ['0 The clock | says | 12']],
    ['She put the kettle on the stove.', []],
    ['They put the tent at the edge of the wood.', []],
    // what was said before
    ['The newspaper stands by its report.', ['0 The newspaper | stands by | its report']],
    ['The guards are standing by the gate.', []],
    [
      'The surveyor has put her name to the lower estimate.',
      ['0 The surveyor | has put her name to | the lower estimate'],
    ],
    ['The tenant has put her name to the lease.', []],
    ['The senator withdrew his remarks.', ['0 The senator | withdrew | his remarks']],
    ['The army withdrew its troops.', []],
    // what is not denied
    ['The landlord does not dispute the dates.', ['0 The landlord | does not dispute | the dates']],
    // resolved
    ['The board resolved that the pool would stay shut.', ['0 The board | resolved | that the pool would stay shut']],
    ['The two sides resolved the dispute.', []],
    ['The board resolved how to pay for the pool.', []],
    // before the verb
    ['Whether the bridge will reopen, she would not say.', ['0 she | would not say | Whether the bridge will reopen']],
    ['If the bridge reopens, she would not say a word.', []],
    ['When the bridge reopened, he did not say.', []],
    [
      'The fire began in the kitchen, the report concluded.',
      ['0 the report | concluded | The fire began in the kitchen'],
    ],
    ['The bus was full, the driver said, on a road without lights.', ['0 the driver | said | The bus was full']],
    // a relative clause
    ['The union spoke of fraud, an allegation that the firm rejected.', ['0 the firm | rejected | an allegation']],
    ['It was a plan that the council rejected.', []],
    // behind the verb
    ['“It will pass”, wrote another, in a letter to the bank.', ['0 another | wrote | “It will pass”']],
    ['Flooding is certain, warns Professor Ada Roon.', ['0 Professor Ada Roon | warns | Flooding is certain']],
    ['Rain fell on Monday, say by noon, and the river rose.', []],
  ])('%s', (text, found) => {
    expect(gapsIn(text, [])).toEqual(found);
  });
});
