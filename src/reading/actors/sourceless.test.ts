import { expect, test } from 'vitest';
import { readSampleActors } from '../../../test/samples/read-sample-actors.ts';

test.each([
  ['It_PRP is_VBZ believed_VBN that_IN it_PRP sank_VBD ._.', 'is believed', 'passive'],
  ['It_PRP was_VBD widely_RB reported_VBN ._.', 'was widely reported', 'passive'],
  ['It_PRP was_VBD widely_RB reported_VBN ._.', 'reported', 'passive'],
  ['It_PRP reportedly_RB sank_VBD ._.', 'reportedly', 'adverb'],
  ['Allegedly_RB it_PRP sank_VBD ._.', 'Allegedly', 'adverb'],
  ['They_PRP have_VBP said_VBN so_RB ._.', 'have said', null],
  ['No_UH ,_, said_VBD so_RB ._.', 'said', null],
] as const)('%s with the cue "%s": %s', (tagged, cue, sourceless) => {
  expect(readSampleActors({ tagged, statements: [[null, cue]] }).document.sourceless).toEqual([sourceless]);
});

test('a statement with a source, or with no cue, leaves nothing out', () => {
  const tagged = 'Police_NNS were_VBD told_VBN so_RB ._.';
  const { document } = readSampleActors({
    tagged,
    statements: [
      ['Police', 'were told'],
      [null, null, 'so'],
    ],
  });
  expect(document.sourceless).toEqual([null, null]);
});
