/**
 * What a person changes in each annotation tool, simulated in the tool's own format, comes back as decisions: other words, a statement taken out,
 * one put in, a note; what is left alone stays, and what no decision can hold is counted. Nothing here needs a model.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { makeReading, type SampleArticle } from '../../../test/samples/make-reading.ts';
import { decide } from '../../ledger/decisions/decide.ts';
import type { StatementRecord } from '../../ledger/ledger.ts';
import type { SavedFormat } from '../format.ts';
import { findFormat } from '../formats.ts';
import type { ToolFile } from './corrected-text.ts';
import { type AnnotationImport, importAnnotations } from './import-annotations.ts';

const NOW = '2026-11-28T10:00:00.000Z';
const PIER: SampleArticle = {
  article: { title: 'Pier', url: 'https://post.example/pier' },
  blocks: [
    [
      'paragraph',
      '🚢 The port said the pier was shut. Ada Lund denied that it burned. The mayor added it was safe. Ben promised repairs on Monday.',
    ],
  ],
  statements: [
    { source: ['The port'], cue: ['said'], content: ['the pier was'] },
    { source: ['Ada Lund'], cue: ['denied'], content: ['that it burned'] },
    { source: ['The mayor'], cue: ['added'], content: ['it was safe'] },
  ],
};
const { text } = makeReading(PIER);
/** Offsets of words as Python counts them. */
const at = (words: string) => {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return { start, end: start + [...words].length };
};

let sample: SampleLedger;
beforeEach(async () => {
  sample = await makeLedger([makeReading(PIER)]);
});
afterEach(() => sample.remove());

async function exported(format: string): Promise<ToolFile[]> {
  const found = findFormat(format);
  const request = requestOver(sample.ledger);
  if (found.kind === 'stream') return [{ name: 'out', text: String(await streamed(found, request)) }];
  const folder = join(sample.folder, format);
  await (found as SavedFormat).save(request, folder);
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function taken(format: string, files: readonly ToolFile[], options: Partial<AnnotationImport> = {}) {
  return importAnnotations(sample.ledger, { format, files, by: null, byDefault: () => 'Ben', at: NOW, ...options });
}

const statements = () => Array.fromAsync(sample.ledger.eachStatement());
const shown = ({ source, cue, content, review }: StatementRecord) =>
  `${[source, cue, content].map((role) => role?.text ?? '-').join(' | ')} | ${review?.status ?? 'unseen'}`;

/** The file after the change of its only JSON value. */
function changed<Value>(files: readonly ToolFile[], ending: string, change: (value: Value) => void): ToolFile[] {
  return files.map((file) => {
    if (!file.name.endsWith(ending)) return file;
    const value = JSON.parse(file.text) as Value;
    change(value);
    return { ...file, text: JSON.stringify(value) };
  });
}

interface LabelStudioTask {
  readonly predictions: readonly { readonly result: readonly LabelStudioResult[] }[];
  annotations: object[];
}

interface ProdigyExample {
  spans: ProdigySpan[];
  relations: { head: number; child: number; head_span: ProdigySpan; child_span: ProdigySpan; label: string }[];
}

interface ProdigySpan {
  readonly id?: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

interface DoccanoLine {
  entities: { id: number; label: string; start_offset: number; end_offset: number }[];
  relations: { id: number; from_id: number; to_id: number; type: string }[];
  Comments?: string[];
}

interface CitronFile {
  quotes: { cue: object; sources: object[]; contents: object[] }[];
}

interface LabelStudioResult {
  id?: string;
  type: string;
  value?: object;
  from_id?: string;
  to_id?: string;
  labels?: string[];
  meta?: object;
}

function labelStudioRegion(id: string, label: string, words: string): LabelStudioResult {
  return { id, type: 'labels', value: { ...at(words), text: words, labels: [label] } };
}

/** The spans of T1 to T9: content, cue and source of each statement. */
const EDITORS: Readonly<Record<string, (files: readonly ToolFile[]) => ToolFile[]>> = {
  'label-studio': (files) =>
    changed(files, 'out', ([task]: LabelStudioTask[]) => {
      const result = structuredClone(task.predictions[0].result);
      const kept = result.filter(
        ({ id, from_id: from, to_id: to }) => ![id, from, to].some((other) => ['T4', 'T5', 'T6'].includes(other!)),
      );
      kept.find(({ id }) => id === 'T1')!.value = labelStudioRegion('T1', 'CONTENT', 'the pier was shut').value;
      kept.find(({ id }) => id === 'T7')!.meta = { text: ['Ask her again.'] };
      kept.push(
        labelStudioRegion('x7Q', 'CONTENT', 'repairs on Monday'),
        labelStudioRegion('b-2', 'CUE', 'promised '),
        labelStudioRegion('c_3', 'SOURCE', 'Ben'),
        { type: 'relation', from_id: 'x7Q', to_id: 'b-2', labels: ['cue'] },
        { type: 'relation', from_id: 'x7Q', to_id: 'c_3', labels: ['source'] },
        labelStudioRegion('lone', 'CUE', 'shut'),
        { id: 'q', type: 'choices', value: { choices: ['difficult'] } },
      );
      const person = { id: 3, email: 'ada@post.example', first_name: 'Ada', last_name: 'Lund' };
      task.annotations = [
        { id: 11, completed_by: person, was_cancelled: false, updated_at: '2026-11-27T09:00:00.123456Z', result: kept },
      ];
    }),
  prodigy: (files) =>
    changed(files, 'out', (example: ProdigyExample) => {
      const gone = new Set(['T4', 'T5', 'T6']);
      example.spans = example.spans.filter(({ id }) => !gone.has(id!));
      example.relations = example.relations.filter(
        (relation) => !gone.has(relation.head_span.id!) && !gone.has(relation.child_span.id!),
      );
      const content = { ...at('the pier was shut'), label: 'CONTENT' };
      const [first] = example.spans.splice(0, 1, content);
      for (const relation of example.relations) if (relation.head_span.id === first.id) relation.head_span = content;
      const [said, cue, source] = [
        { ...at('repairs on Monday'), label: 'CONTENT' },
        { ...at('promised'), label: 'CUE' },
        { ...at('Ben'), label: 'SOURCE' },
      ];
      example.spans.push(said, cue, source, { ...at('shut'), label: 'CUE' });
      example.relations.push(
        { head: 0, child: 0, head_span: said, child_span: cue, label: 'cue' },
        { head: 0, child: 0, head_span: said, child_span: source, label: 'source' },
      );
      Object.assign(example, { answer: 'accept', _annotator_id: 'case-ada', _timestamp: 1_795_770_000 });
    }),
  doccano: (files) =>
    changed(files, 'out', (line: DoccanoLine) => {
      // Its ids are those of its own database.
      const gone = new Set([4, 5, 6]);
      line.entities = line.entities
        .filter(({ id }) => !gone.has(id))
        .map((entity) => ({ ...entity, id: entity.id + 700 }));
      line.relations = line.relations
        .filter((relation) => !gone.has(relation.from_id) && !gone.has(relation.to_id))
        .map((relation) => ({ ...relation, from_id: relation.from_id + 700, to_id: relation.to_id + 700 }));
      const marked = (id: number, label: string, words: string) => {
        const { start, end } = at(words);
        return { id, label, start_offset: start, end_offset: end };
      };
      line.entities[0].end_offset = at('the pier was shut').end;
      line.entities.push(marked(800, 'CONTENT', 'repairs on Monday'), marked(801, 'CUE', 'promised'));
      line.entities.push(marked(802, 'SOURCE', 'Ben'), marked(803, 'CUE', 'shut'));
      line.relations.push({ id: 900, from_id: 800, to_id: 801, type: 'cue' });
      line.relations.push({ id: 901, from_id: 800, to_id: 802, type: 'source' });
      line.Comments = ['A hard one.'];
    }),
  brat: (files) =>
    files.map(({ name, text: standoff }) => {
      if (!name.endsWith('.ann')) return { name, text: standoff };
      const line = (id: string, label: string, words: string) =>
        `${id}\t${label} ${at(words).start} ${at(words).end}\t${words}`;
      const lines = standoff
        .trimEnd()
        .split('\n')
        .filter((kept) => !/\bT[456]\b/.test(kept))
        .map((kept) => (kept.startsWith('T1\t') ? line('T1', 'CONTENT', 'the pier was shut') : kept));
      lines.push(
        line('T10', 'CONTENT', 'repairs on Monday'),
        line('T11', 'CUE', 'promised'),
        line('T12', 'SOURCE', 'Ben'),
      );
      lines.push('R10\tcue Arg1:T10 Arg2:T11\t', 'R11\tsource Arg1:T10 Arg2:T12\t', line('T13', 'CUE', 'shut'));
      lines.push('#1\tAnnotatorNotes T7\tAsk her again.');
      return { name, text: `${lines.join('\n')}\n` };
    }),
  citron: (files) =>
    changed(files, '.json', (document: CitronFile) => {
      const span = (words: string) => ({ ...at(words), text: words });
      const [first, , third] = document.quotes;
      first.contents = [span('the pier was shut')];
      const missed = { cue: span('promised'), sources: [span('Ben')], contents: [span('repairs on Monday')] };
      document.quotes = [first, third, missed];
    }),
};

const EXPECTED = [
  'The port | said | the pier was shut | unseen',
  'Ada Lund | denied | that it burned | rejected',
  'The mayor | added | it was safe | unseen',
  'Ben | promised | repairs on Monday | added',
];

describe.each(Object.entries(EDITORS))('%s', (format, edit) => {
  const hasNotes = format === 'label-studio' || format === 'brat';
  const by = { 'label-studio': 'Ada Lund', prodigy: 'case-ada' }[format] ?? 'Ben';

  test('left as it was, nothing is decided', async () => {
    const files = await exported(format);
    const { decisions, leftOut } = await taken(format, files);
    expect(decisions).toEqual([]);
    const isAnswered = format !== 'label-studio' && format !== 'prodigy';
    expect(leftOut).toEqual(isAnswered ? [] : [{ what: 'texts that nobody annotated, or somebody skipped', count: 1 }]);
  });

  test('what was changed becomes decisions by who changed it', async () => {
    const files = edit(await exported(format));
    const dry = await taken(format, files, { isDryRun: true });
    expect(await Array.fromAsync(sample.ledger.eachDecision())).toEqual([]);
    const came = await taken(format, files);
    expect({ ...dry, added: came.added }).toEqual(came);
    expect(came).toMatchObject({ texts: 1, unchanged: 1, added: came.decisions.length });
    expect(came.decisions.map(({ kind, by }) => `${kind} ${by}`)).toEqual(
      ['edit', 'edit', 'reject', ...(hasNotes ? ['note'] : [])].map((kind) => `${kind} ${by}`),
    );
    expect(came.leftOut.filter(({ what }) => what === 'sources and cues that are tied to no content')).toHaveLength(
      format === 'citron' ? 0 : 1,
    );
    const rows = await statements();
    expect(rows.map(shown)).toEqual(EXPECTED);
    expect(rows[2].review?.note ?? null).toBe(hasNotes ? 'Ask her again.' : null);
    for await (const { state } of sample.ledger.eachDecision()) expect(state).toBe('laid');
    // The same file again finds nothing new.
    expect(await taken(format, files)).toMatchObject({ added: 0 });
    expect((await statements()).map(shown)).toEqual(rows.map(shown));
  });

  test('what somebody decided since stays; who went through a text can accept the rest', async () => {
    const files = edit(await exported(format));
    const [, , third] = await statements();
    const content = third.content!.spans.map(([start, end]) => [start, end - ' safe'.length] as const);
    await decide(
      sample.ledger,
      { kind: 'edit', entry: third.id, content },
      { by: 'Cleo', at: '2026-11-27T08:00:00.000Z' },
    );
    await taken(format, files, { acceptUnchanged: true });
    const found = (await statements()).find(({ source }) => source?.text === 'The mayor')!;
    expect(shown(found)).toBe('The mayor | added | it was | accepted');
    for await (const { state } of sample.ledger.eachDecision()) expect(state).toBe('laid');
  });

  test('a text that is not in the ledger, or reads otherwise, is left out', async () => {
    const files = edit(await exported(format));
    const strange = files.map(({ name, text: file }) => ({
      name: name.replace(/ver_\w+/, 'ver_0'),
      text: file.replaceAll(/ver_[0-9a-f]+/g, 'ver_0'),
    }));
    expect((await taken(format, strange)).leftOut).toContainEqual({
      what: 'texts that are not in the ledger',
      count: 1,
    });
    const reworded = files.map(({ name, text: file }) => ({ name, text: file.replaceAll('on Monday', 'on Tuesday') }));
    expect(await taken(format, reworded)).toMatchObject({ texts: 0, decisions: [] });
  });
});

test('without the list of statements that were exported, none is taken for removed', async () => {
  const files = (await exported('brat')).filter(({ name }) => name !== 'texts.jsonl');
  const { decisions, leftOut } = await taken('brat', EDITORS.brat(files));
  expect(decisions.map(({ kind }) => kind)).toEqual(['edit', 'edit', 'note']);
  expect(leftOut).toContainEqual({
    what: 'statements that are not marked, and may not have been in the file',
    count: 1,
  });
});

test('Label Studio: two people are two, and one name does not hide that', async () => {
  const files = changed(EDITORS['label-studio'](await exported('label-studio')), 'out', ([task]: LabelStudioTask[]) => {
    const other = structuredClone(task.predictions[0].result);
    other.find(({ id }) => id === 'T1')!.value = labelStudioRegion('T1', 'CONTENT', 'was shut').value;
    task.annotations.push({ completed_by: 7, updated_at: '2026-11-27T10:00:00Z', result: other });
    task.annotations.push({ completed_by: 8, was_cancelled: true, result: [] });
  });
  await expect(taken('label-studio', files, { by: 'Ben' })).rejects.toThrow(/work of 3 people/);
  const { decisions } = await taken('label-studio', files);
  expect(new Set(decisions.map(({ by, at: when }) => `${by} ${when}`))).toEqual(
    new Set(['Ada Lund 2026-11-27T09:00:00.123Z', 'Label Studio user 7 2026-11-27T10:00:00.000Z']),
  );
  const [first] = await statements();
  expect(first.content?.text).toBe('was shut');
  expect(first.review?.isDisputed).toBe(true);
});

test('another format, a name that is none', async () => {
  await expect(taken('csv', [])).rejects.toMatchObject({ code: 'E_USAGE' });
  const files = EDITORS.doccano(await exported('doccano'));
  await expect(taken('doccano', files, { by: ' ' })).rejects.toMatchObject({ code: 'E_INPUT' });
});
