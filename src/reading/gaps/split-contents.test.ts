import { expect, test } from 'vitest';
import { gapsIn } from '../../../test/samples/read-relays.ts';

test.each<[text: string, given: string, after: readonly string[]]>([
  // a verb joined to the cue
  [
    'The coach admitted that the goal was late and insisted that it counted.',
    'The coach | admitted | that the goal was late and insisted that it counted',
    ['0 The coach | admitted | that the goal was late', '0 The coach | insisted | that it counted'],
  ],
  [
    'The coach said that the referee blew late and claimed that it counted.',
    'The coach | said | that the referee blew late and claimed that it counted',
    ['0 The coach | said | that the referee blew late and claimed that it counted'],
  ],
  [
    'The coach said that the goal was late and that it counted.',
    'The coach | said | that the goal was late and that it counted',
    ['0 The coach | said | that the goal was late and that it counted'],
  ],
  // a clause of somebody else
  [
    'Miners said 40 men were missing, while the owner put the number at 31.',
    'Miners | said | 40 men were missing, while the owner put the number at 31',
    ['0 Miners | said | 40 men were missing', '0 the owner | put | the number at 31'],
  ],
  [
    'She said the roof leaked, while the children slept.',
    'She | said | the roof leaked, while the children slept',
    ['0 She | said | the roof leaked, while the children slept'],
  ],
  // a remark
  [
    'The critic said the vote was bought, a charge the party denied.',
    'The critic | said | the vote was bought, a charge the party denied',
    ['0 The critic | said | the vote was bought', '0 the party | denied | a charge'],
  ],
  [
    'The critic said the vote was bought, a claim without proof.',
    'The critic | said | the vote was bought, a claim without proof',
    ['0 The critic | said | the vote was bought, a claim without proof'],
  ],
  // what another one says before a semicolon
  [
    'Casualties: three, claims the army; none at all, says the navy.',
    'the navy | says | Casualties: three, claims the army; none at all',
    ['0 the army | claims | three', '0 the navy | says | none at all'],
  ],
  [
    'The club was founded in 1911; the ground was sold in May, according to the register.',
    'the register | according to | The club was founded in 1911; the ground was sold in May',
    ['0 the register | according to | the ground was sold in May'],
  ],
  [
    'Anna was paid 10; Bela was paid 20; and Cora was paid 30, according to the books.',
    'the books | according to | Anna was paid 10; Bela was paid 20; and Cora was paid 30',
    ['0 the books | according to | Anna was paid 10; Bela was paid 20; and Cora was paid 30'],
  ],
])('%s', (text, given, after) => {
  expect(gapsIn(text, [given])).toEqual(after);
});
