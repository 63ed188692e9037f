/** What people write, tag and mark in Hypothesis comes back as decisions on the statements in the same words, by their names. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { makeReading } from '../../../test/samples/make-reading.ts';
import { importAnnotations } from '../annotated/import-annotations.ts';
import { hypothesis } from './hypothesis.ts';

const URL = 'https://post.example/pier';
const READING = makeReading({
  article: { title: 'Pier', url: URL },
  blocks: [
    [
      'paragraph',
      'The port said it was shut. Ada Lund “left,” she added, “at dawn”. The mayor denied it. Ben hoped so.',
    ],
  ],
  statements: [
    { source: ['The port'], cue: ['said'], content: ['it was shut'] },
    { kind: 'direct', source: ['she'], cue: ['added'], content: ['“left,”', '“at dawn”'] },
    { source: ['The mayor'], cue: ['denied'] },
    { source: ['she'], cue: ['added'], content: ['“at dawn”'] },
  ],
});

interface Annotation {
  id: string;
  user: string;
  updated: string;
  uri: string;
  text: string;
  tags: string[];
  target: { selector: object[] }[];
}

let sample: SampleLedger;
beforeEach(async () => {
  sample = await makeLedger([READING]);
});
afterEach(() => sample.remove());

/** The export as the client gives it back after a person imported it: ids, names and times are new. */
async function takenOver(change: (annotations: Annotation[]) => void): Promise<string> {
  const file = JSON.parse(String(await streamed(hypothesis, requestOver(sample.ledger))));
  for (const [position, annotation] of file.annotations.entries()) {
    Object.assign(annotation, {
      id: `aB${position}`,
      user: 'acct:ada@hypothes.is',
      updated: '2026-11-27T09:00:00.5+00:00',
    });
  }
  change(file.annotations);
  return JSON.stringify(file);
}

function taken(text: string, options: { acceptUnchanged?: boolean } = {}) {
  const files = [{ name: 'hypothesis.json', text }];
  return importAnnotations(sample.ledger, {
    format: 'hypothesis',
    files,
    by: null,
    byDefault: () => 'Ben',
    at: '2026-11-28T10:00:00.000Z',
    ...options,
  });
}

test('as it was exported, and as it was taken over: nothing is decided', async () => {
  const file = String(await streamed(hypothesis, requestOver(sample.ledger)));
  expect(await taken(file)).toMatchObject({ decisions: [], unchanged: 5, leftOut: [] });
  expect(await taken(await takenOver(() => undefined))).toMatchObject({ decisions: [], unchanged: 5, leftOut: [] });
});

test('notes, tags, rulings and other kinds, each once, on the statement whose note it was', async () => {
  const file = await takenOver((annotations) => {
    const [said, left, dawn, denied, again] = annotations;
    said.text += '\n\nAsk “him” again.';
    said.tags.push('ferry', 'accept');
    left.tags = ['mixed', 'act:denied', 'ferry'];
    dawn.tags = ['mixed', 'act:denied', 'ferry'];
    denied.tags.push('reject');
    again.text = again.text.replace('Source: she', 'Source: Ada Lund');
    annotations.push({
      ...said,
      id: 'new',
      text: 'My words.',
      tags: [],
      target: [{ selector: [quote('Ben hoped so')] }],
    });
    annotations.push({ ...said, id: 'page', text: 'On it all.', target: [{ selector: [] }] });
    annotations.push({ ...said, id: 'far', uri: 'https://far.example/' });
  });
  const came = await taken(file);
  expect(came.decisions.map(({ kind, by, at, targets, value }) => [kind, targets[0].id, value, by, at])).toEqual(
    [
      ['note', 0, { note: 'Ask “him” again.' }],
      ['tag', 0, { tag: 'ferry' }],
      ['accept', 0, null],
      ['tag', 1, { tag: 'ferry' }],
      ['edit', 1, { kind: 'mixed', speechAct: 'denied' }],
      ['reject', 2, null],
    ].map(([kind, position, value]) => [
      kind,
      READING.statements[position as number].id,
      value,
      'ada',
      '2026-11-27T09:00:00.500Z',
    ]),
  );
  expect(came.leftOut).toEqual([
    { what: 'notes on whole pages, and replies', count: 1 },
    { what: 'marks on words of several statements', count: 1 },
    { what: 'marks on words of no statement', count: 1 },
    { what: 'marks on pages that are not in the ledger', count: 1 },
  ]);
  const rows = await Array.fromAsync(sample.ledger.eachStatement());
  expect(
    rows.map(({ kind, speechAct, review }) => [kind, speechAct, review?.status ?? null, review?.tags ?? []]),
  ).toEqual([
    ['indirect', 'said', 'accepted', ['ferry']],
    ['mixed', 'denied', null, ['ferry']],
    ['indirect', 'said', 'rejected', []],
    ['indirect', 'said', null, []],
  ]);
  // The same file once more: all of it is there.
  expect(await taken(file)).toMatchObject({ added: 0 });
});

test('a mark that was left accepts nothing', async () => {
  await expect(taken('{"annotations":[]}', { acceptUnchanged: true })).rejects.toMatchObject({ code: 'E_USAGE' });
});

test('a mark that was made on the page is found by its words', async () => {
  const file = await takenOver((annotations) => {
    const [said] = annotations;
    const selector = [quote('it\n   was shut', 'The port\n   said ', '. Ada Lund')];
    annotations.splice(0, annotations.length, { ...said, text: 'Really?', target: [{ selector }] });
  });
  expect((await taken(file)).decisions).toMatchObject([
    { kind: 'note', value: { note: 'Really?' }, targets: [{ id: READING.statements[0].id }] },
  ]);
});

function quote(exact: string, prefix = '', suffix = '') {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}
