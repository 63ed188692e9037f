import { expect, test } from 'vitest';
import { gapsIn } from '../../../test/samples/read-relays.ts';

test.each<[string, string[], string[]]>([
  // sentences in which the tagger found nothing
  [
    'At least 12 people were killed, Velmoran border police said on Tuesday.',
    [],
    ['0 Velmoran border police | said | At least 12 people were killed'],
  ],
  ['The minister said that the road was closed.', [], ['0 The minister | said | that the road was closed']],
  [
    'The firm later paid for the sheep, according to court papers.',
    [],
    ['0 court papers | according to | The firm later paid for the sheep'],
  ],
  [
    'The minister has ordered flags on public buildings to be lowered.',
    [],
    ['0 The minister | has ordered | flags on public buildings to be lowered'],
  ],
  // nobody is named
  ['Reportedly, a second page exists.', [], ['0 - | Reportedly | a second page exists']],
  ['The captain reportedly stayed at the wheel.', [], ['0 - | reportedly | The captain … stayed at the wheel']],
  ['It is thought to be in a garage.', [], ['0 - | is thought | to be in a garage']],
  ['The ferry is believed to have sunk.', [], ['0 - | is believed | The ferry … to have sunk']],
  // no statements
  ['Police found an allegedly stolen car.', [], []],
  ['The ferry sank off the landing.', [], []],
  ['The minister left.', [], []],
  // a source that was left open
  [
    'Velmora on Tuesday denied that it had hidden a release.',
    ['- | denied | that it had hidden a release'],
    ['0 Velmora | denied | that it had hidden a release'],
  ],
  // who is told is no source
  [
    'He was told that the gates were open.',
    ['He | was told | that the gates were open'],
    ['0 - | was told | that the gates were open'],
  ],
  [
    'She asked twice, and was told that it was closed.',
    ['She | was told | that it was closed'],
    ['0 - | was told | that it was closed'],
  ],
  // what was found stays as it is
  ['The minister said that it sank.', ['The minister | said | that it sank'], ['0 The minister | said | that it sank']],
])('%s %j', (text, given, expected) => {
  expect(gapsIn(text, given)).toEqual(expected);
});

test.each<[string, string[], string[]]>([
  ['Twelve dead, say police', ['- | say | police'], ['0 police | say | Twelve dead']],
  ['Bells rang; none needed, says Moldova', ['- | says | Moldova'], ['0 Moldova | says | none needed']],
  ['“We were not warned” — minister', ['- | - | “We were not warned”'], ['0 minister | - | “We were not warned”']],
  ['He came late, say it slowly', ['- | say | it slowly'], ['0 - | say | it slowly']],
])('a source beside what it says: %s %j', (text, given, expected) => {
  expect(gapsIn(text, given)).toEqual(expected);
});

test.each<[string, 'headline' | 'paragraph', string[]]>([
  ['Police: 12 dead in ferry sinking', 'headline', ['0 Police | : | 12 dead in ferry sinking']],
  ['Police: 12 dead in ferry sinking', 'paragraph', []],
  ['Ferry disaster: what we know', 'headline', []],
])('a source before a colon: %s (%s)', (text, kind, expected) => {
  expect(gapsIn(text, [], kind)).toEqual(expected);
});

test('a dateline is no part of what is said', () => {
  const text = 'PELGARD, Ketria, April 14 (Corvane) - The road is closed, police said.';
  expect(gapsIn(text, [])).toEqual(['0 police | said | The road is closed']);
});
