import { expect, test } from 'vitest';
import { readMarked } from '../../../test/samples/read-marked.ts';

const sidesIn = (text: string): (readonly [string, string])[] =>
  readMarked(`{${text}}`).sides.map((side) => [side.text, side.cue.text] as const);

test.each<[string, string, string]>([
  ['The port did not respond to a request for comment.', 'The port', 'did not respond to a request for comment'],
  ['Hydrovel did not immediately respond to questions.', 'Hydrovel', 'did not immediately respond to questions'],
  ['Milo Hatch, the port’s director, declined to comment.', 'Milo Hatch, the port’s director', 'declined to comment'],
  ['A spokesman for the port could not be reached.', 'A spokesman for the port', 'could not be reached'],
  [
    'Hydrovel, the state company that runs the dam, did not return three calls.',
    'Hydrovel, the state company that runs the dam',
    'did not return three calls',
  ],
  ['On Friday, the ministry refused to comment.', 'the ministry', 'refused to comment'],
  ['The ministry confirmed the date but declined to comment.', 'The ministry', 'declined to comment'],
  ['The report was sent on Friday, and the port did not reply.', 'the port', 'did not reply'],
  ['Reached by telephone on Sunday, Piet Karras declined to comment.', 'Piet Karras', 'declined to comment'],
  ['The port had no immediate comment.', 'The port', 'had no immediate comment'],
  ['The company was not available for comment.', 'The company', 'was not available for comment'],
  ['Calls to the ministry went unanswered.', 'the ministry', 'went unanswered'],
  ['An email to the port was not returned.', 'the port', 'was not returned'],
  ['There was no immediate response from the port.', 'the port', 'immediate response'],
  ['The port has been approached for comment.', 'The port', 'has been approached for comment'],
  ['The Courier has contacted the port for comment.', 'the port', 'contacted'],
])('%s', (text, name, cue) => {
  expect(sidesIn(text)).toEqual([[name, cue]]);
});

test.each([
  'The port responded to a request for comment.',
  'The army did not respond to the attack.',
  'The river reached the pier.',
  'No agreement could be reached.',
  'The talks did not reach a deal.',
  'He did not return to the harbour.',
  'Josef Marek did not answer his door.',
  'She made a comment about the port.',
  'The police responded within minutes.',
  'They declined the offer.',
  'The question was not answered by the report.',
  'He can’t even answer a question.',
  'They could not answer the questions.',
  'She said she cannot comment on the letter.',
])('nobody was approached: %s', (text) => {
  expect(sidesIn(text)).toEqual([]);
});

test('a side is given once, by its words as they stand', () => {
  const text = 'The port did not reply to questions. The port declined to comment.';
  const [side, ...others] = readMarked(`{${text}}`).sides;
  expect(others).toEqual([]);
  expect(text.slice(...side.spans[0])).toBe('The port');
  expect(side).toMatchObject({ actor: null, status: 'approached' });
});
