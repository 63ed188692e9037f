/** Out and in again through the formats of annotation tools: spans and relations come back as they were, as Python counts them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { HARD_TEXTS } from '../../../test/samples/hard-texts.ts';
import { makeReading } from '../../../test/samples/make-reading.ts';
import { brat } from '../brat/brat.ts';
import { readBrat } from '../brat/read-brat.ts';
import { citron } from '../citron/citron.ts';
import { readCitron } from '../citron/read-citron.ts';
import { doccano } from '../doccano/doccano.ts';
import { readDoccano } from '../doccano/read-doccano.ts';
import type { SavedFormat } from '../format.ts';
import { labelStudio } from '../label-studio/label-studio.ts';
import { readLabelStudio } from '../label-studio/read-label-studio.ts';
import { prodigy } from '../prodigy/prodigy.ts';
import { readProdigy } from '../prodigy/read-prodigy.ts';
import { selectFrom } from '../selection/selection.ts';
import { type AnnotatedText, annotateText, spansOfStatement, statementSpansOf } from './annotated-text.ts';

let sample: SampleLedger;
const expected: {
  id: string;
  ids: string[];
  annotated: AnnotatedText;
  statements: ReturnType<typeof spansOfStatement>[];
}[] = [];

beforeAll(async () => {
  sample = await makeLedger(HARD_TEXTS.map(makeReading));
  for await (const version of selectFrom(sample.ledger).versions()) {
    const statements = version.statements.map(spansOfStatement);
    const ids = version.statements.map(({ id }) => id);
    expected.push({ id: version.version.id, ids, annotated: annotateText(version), statements });
  }
});
afterAll(() => sample.remove());

const total = HARD_TEXTS.reduce((sum, { statements = [] }) => sum + statements.length, 0);

test('spans and relations stand for the statements they were made of', () => {
  for (const { annotated, statements } of expected) expect(statementSpansOf(annotated)).toEqual(statements);
});

/** The words at offsets that count code points, as Python's text[start:end] gives them. */
const pythonSlice = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

describe.each([
  ['Label Studio', labelStudio, readLabelStudio],
  ['doccano', doccano, readDoccano],
  ['Prodigy', prodigy, readProdigy],
] as const)('%s', (_name, format, read) => {
  test('out and in again', async () => {
    const request = requestOver(sample.ledger);
    const file = String(await streamed(format, request));
    expect(request.tally.count).toBe(total);
    expect(read(file)).toMatchObject(
      expected.map(({ id, annotated, ids }) => ({
        ...annotated,
        versionId: id,
        exported: ids,
        isDone: format === doccano,
      })),
    );
  });

  test('an empty ledger gives an empty file that is read', async () => {
    const empty = await makeLedger([]);
    expect(read(String(await streamed(format, requestOver(empty.ledger))))).toEqual([]);
    await empty.remove();
  });

  test('another file is refused', () => {
    expect(() => read('{"a":1}')).toThrow(/is not what/);
    expect(() => read('Dear Sir')).toThrow(/is no JSON/);
  });
});

test('offsets are those of Python', async () => {
  const tasks = JSON.parse(String(await streamed(labelStudio, requestOver(sample.ledger))));
  for (const { data, predictions } of tasks) {
    for (const { type, value } of predictions[0].result) {
      if (type === 'labels') expect(pythonSlice(data.text, value.start, value.end)).toBe(value.text);
    }
  }
  const lines = String(await streamed(prodigy, requestOver(sample.ledger)))
    .trimEnd()
    .split('\n');
  for (const { text, tokens, spans, relations } of lines.map((line) => JSON.parse(line))) {
    for (const token of tokens) expect(pythonSlice(text, token.start, token.end)).toBe(token.text);
    for (const span of spans) {
      expect(tokens[span.token_start].start).toBe(span.start);
      expect(tokens[span.token_end].end).toBe(span.end);
    }
    for (const { head, child } of relations) expect(Math.max(head, child)).toBeLessThan(tokens.length);
  }
});

test('Prodigy: what a person rejected, drew or took out', async () => {
  const [line] = String(await streamed(prodigy, requestOver(sample.ledger))).split('\n');
  const example = JSON.parse(line);
  const drawn = { start: 0, end: 1, label: 'CUE' };
  const changed = { ...example, answer: 'accept', spans: [...example.spans.slice(1), drawn] };
  const [read] = readProdigy(JSON.stringify(changed));
  expect(read.spans.at(-1)).toMatchObject({ label: 'CUE', start: 0, end: 2 });
  expect(read.relations.some(({ from, to }) => from === 'T1' || to === 'T1')).toBe(false);
  expect(read.isDone).toBe(true);
  expect(readProdigy(JSON.stringify({ ...example, answer: 'reject' }))[0].isDone).toBe(false);
  expect(() => readProdigy(JSON.stringify({ ...example, spans: [{ ...drawn, label: 'PERSON' }] }))).toThrow(/label/);
});

test('a relation that a person drew from the cue or the source is the same', () => {
  for (const { annotated, statements } of expected) {
    const relations = annotated.relations.map((relation) =>
      relation.type === 'continues' ? relation : { ...relation, from: relation.to, to: relation.from },
    );
    expect(statementSpansOf({ ...annotated, relations })).toEqual(statements);
  }
});

test('Prodigy: a span that was drawn before ours is another one, and relations drawn to ours have no ids', () => {
  const ours = { id: 'T3', start: 0, end: 2, label: 'CONTENT' };
  const { id: _id, ...unnamed } = ours;
  const drawn = { start: 3, end: 8, label: 'CUE' };
  const relation = { head_span: unnamed, child_span: drawn, label: 'cue' };
  const line = { text: 'So they said.', answer: 'accept', spans: [drawn, ours], relations: [relation] };
  const [{ spans, relations }] = readProdigy(JSON.stringify(line));
  const [cue, content] = spans;
  expect(cue.id).not.toBe(content.id);
  expect(relations).toEqual([{ id: 'R1', type: 'cue', from: content.id, to: cue.id }]);
});

test('brat: a folder out and in again', async () => {
  const request = requestOver(sample.ledger);
  const folder = join(sample.folder, 'brat');
  await (brat as SavedFormat).save(request, folder);
  expect(request.tally.count).toBe(total);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  expect(readdirSync(folder).sort()).toEqual(
    ['annotation.conf', 'texts.jsonl', ...expected.flatMap(({ id }) => [`${id}.ann`, `${id}.txt`])].sort(),
  );
  for (const { id, annotated } of expected) {
    const standoff = read(`${id}.ann`);
    expect(readBrat(read(`${id}.txt`), standoff)).toEqual({ ...annotated, notes: [] });
    for (const [, offsets, words] of standoff.matchAll(/^T\d+\t\w+ ([\d ;]+)\t(.*)$/gm)) {
      const pieces = offsets.split(';').map((piece) => piece.split(' ').map(Number));
      expect(pieces.map(([start, end]) => pythonSlice(annotated.text, start, end)).join(' ')).toBe(words);
    }
  }
  await expect((brat as SavedFormat).save(requestOver(sample.ledger), folder)).rejects.toMatchObject({
    code: 'E_OUTPUT',
  });
  expect(() => readBrat('a b c', 'T1\tCUE 0 1;4 5\ta c\n')).toThrow(/words between/);
  expect(() => readBrat('a', 'T1 CUE\n')).toThrow(/no line of brat/);
});

test('Citron: statements with a cue and a content out and in again', async () => {
  const request = requestOver(sample.ledger);
  const folder = join(sample.folder, 'citron');
  await (citron as SavedFormat).save(request, folder);
  let count = 0;
  for (const { id, annotated, statements } of expected) {
    const json = readFileSync(join(folder, `${id}.json`), 'utf8');
    const kept = statements.filter(({ cue, content }) => cue.length > 0 && content.length > 0);
    expect(readCitron(json)).toEqual({ text: annotated.text, statements: kept });
    for (const { cue } of JSON.parse(json).quotes)
      expect(pythonSlice(annotated.text, cue.start, cue.end)).toBe(cue.text);
    count += kept.length;
  }
  expect(request.tally.count).toBe(count);
  expect(request.tally.losses).toEqual([
    { what: 'statements without a content', count: 1 },
    { what: 'statements without a cue', count: 1 },
  ]);
});
