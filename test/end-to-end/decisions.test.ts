/** What people see when they rule, differ, and carry over: `hearsay decide`, `undo` and `decisions` on a terminal of 80 columns. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { CAPTURE } from '../samples/bridge-and-ferry.ts';
import { PIER, PIER_READING, QUAY_READING, readSample } from '../samples/two-readings.ts';

const COLUMNS = 80;
const [LUND, CLERK] = PIER_READING.statements.map(({ id }) => id);
const [ADA_LUND, A_CLERK] = PIER_READING.actors.map(({ id }) => id);
const [SHORT_LUND] = QUAY_READING.actors.map(({ id }) => id);
const LATER = readSample({ ...PIER, blocks: [['paragraph', 'Update: a crane fell.'], ...PIER.blocks] });

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-decisions-'));
  for (const name of ['ada.db', 'ben.db']) await add(name, [PIER_READING, QUAY_READING]);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function add(name: string, readings: readonly Reading[]): Promise<void> {
  const ledger = await openLedger(at(name));
  for (const reading of readings) await ledger.addReading(reading, CAPTURE);
  await ledger.close();
}

/** Runs `hearsay WORDS` in a terminal, where it looks as it does for people; ids of decisions and the day are put out of the way. */
async function hearsay(name: string, words: string, isTTY = true): Promise<{ code: number; lines: string[] }> {
  const output = () => Object.assign(new PassThrough(), { isTTY, columns: COLUMNS });
  const [stdin, stdout, stderr] = [new PassThrough(), output(), output()];
  const by = name === 'ada.db' ? 'Ada' : 'Ben';
  const environment = { HEARSAY_NAME: by, NO_COLOR: '1' };
  const interruption = () => new AbortController().signal;
  const parts = words.split(' ').map((word) => (word.endsWith('.jsonl') ? at(word) : word));
  const ledger = ['--ledger', at(name)];
  const code = await runProgram([...parts, ...ledger], { stdin, stdout, stderr, environment, interruption });
  const shown = `${stdout.read() ?? ''}`;
  const wide = shown.split('\n').filter((line) => line.length > COLUMNS && !line.includes(folder));
  expect(isTTY ? wide : []).toEqual([]);
  const told = `${shown}${stderr.read() ?? ''}`.replaceAll(folder, '.');
  const lines = told.trimEnd().split('\n');
  return {
    code,
    lines: lines.map((line) => line.replace(/\d{4}-\d\d-\d\d(T\S+)?/g, 'DAY').replace(/dec_\w{16}/g, 'dec_')),
  };
}

test('two people differ: both are shown, and both are kept', async () => {
  await hearsay('ada.db', `decide accept ${LUND}`);
  await hearsay('ada.db', `decide attribute ${CLERK} --to ${ADA_LUND}`);
  await hearsay('ada.db', `decide merge ${ADA_LUND} ${SHORT_LUND}`);
  await hearsay('ben.db', `decide reject ${LUND}`);
  await hearsay('ben.db', `decide attribute ${CLERK} --unknown`);
  await hearsay('ben.db', `decide merge ${SHORT_LUND} ${A_CLERK}`);
  await hearsay('ben.db', 'decisions export --out ben.jsonl');
  expect((await hearsay('ada.db', 'decisions import ben.jsonl')).lines).toEqual([
    './ada.db: 3 of 3 decisions were new; they stand: 3 laid',
    `${LUND}  verdict: “the pier shut in Velmar in May”`,
    '    in force  DAY  dec_  Ben: rejected',
    '    kept      DAY  dec_  Ada: accepted',
    `${CLERK}  actor: “it”`,
    '    in force  DAY  dec_  Ben: unknown',
    '    kept      DAY  dec_  Ada: Ada Lund',
    '    engine    A clerk',
    `${SHORT_LUND}  identity: “Lund”`,
    '    in force  DAY  dec_  Ben: merged: Lund + A clerk',
    '    in force  DAY  dec_  Ada: merged: Ada Lund + Lund',
  ]);
  expect((await hearsay('ada.db', 'decisions list')).lines).toEqual([
    'dec_  overruled  DAY  Ada',
    '    accept: “the pier shut in Velmar in May”',
    'dec_  overruled  DAY  Ada',
    '    attribute Ada Lund: “it”',
    'dec_  laid  DAY  Ada',
    '    merge: “Ada Lund”, “Lund”',
    'dec_  laid  DAY  Ben',
    '    reject: “the pier shut in Velmar in May”',
    'dec_  laid  DAY  Ben',
    '    attribute unknown: “it”',
    'dec_  laid  DAY  Ben',
    '    merge: “Lund”, “A clerk”',
  ]);
  const [first] = (await hearsay('ada.db', 'decisions list', false)).lines;
  expect(first.split('\t')).toEqual([
    'dec_',
    'overruled',
    'DAY',
    'Ada',
    'accept',
    '',
    LUND,
    'the pier shut in Velmar in May',
    '',
  ]);
  const reject = JSON.parse(readFileSync(at('ben.jsonl'), 'utf8').split('\n')[0]).id;
  expect((await hearsay('ada.db', `undo ${reject}`)).lines).toEqual([`dec_  undo dec_ (Ada)`]);
  expect((await hearsay('ada.db', 'decisions list --conflicts')).lines[0]).toBe(`${CLERK}  actor: “it”`);
  expect(await hearsay('ada.db', `undo ${reject}`)).toEqual({
    code: 1,
    lines: ['hearsay: dec_ is undone already. (E_INPUT)'],
  });
});

test('an article changes: decisions are suggested, and carried over when somebody says so', async () => {
  await hearsay('ada.db', `decide reject ${LUND}`);
  await hearsay('ada.db', `decide note late ${CLERK}`);
  await add('ada.db', [LATER]);
  const suggested = await hearsay('ada.db', 'decisions list --suggested');
  expect(suggested.lines).toEqual([
    'dec_  DAY  Ada: reject',
    `    statement ${LATER.statements[0].id} in Pier shut`,
    '    same: …t Ada Lund said on Monday that [the pier shut in Velmar in May]. A',
    '          clerk denied it. “Nobody ask…',
    'dec_  DAY  Ada: note late',
    `    statement ${LATER.statements[1].id} in Pier shut`,
    '    same: …n Velmar in May. A clerk denied [it]. “Nobody asked us,” Tom Okafor …',
    '2 decisions can be carried over.',
  ]);
  expect((await hearsay('ada.db', 'decisions carry')).code).toBe(2);
  expect((await hearsay('ada.db', 'decisions carry dec_0')).code).toBe(1);
  expect((await hearsay('ada.db', 'decisions carry --all --by Cleo')).lines).toEqual([
    `dec_  reject ${LATER.statements[0].id} (Cleo)`,
    `dec_  note ${LATER.statements[1].id} (Cleo)`,
  ]);
  expect((await hearsay('ada.db', 'decisions list')).lines.slice(4)).toEqual([
    'dec_  laid  DAY  Cleo',
    '    reject: “the pier shut in Velmar in May”',
    '    carried over from dec_',
    'dec_  laid  DAY  Cleo',
    '    note late: “it”',
    '    carried over from dec_',
  ]);
  expect((await hearsay('ada.db', 'decisions list --suggested')).lines).toEqual(['0 decisions can be carried over.']);
});

test('a claim is told by its slots', async () => {
  const [{ id }] = PIER_READING.claims;
  await hearsay('ada.db', `decide status checked ${id}`);
  expect((await hearsay('ada.db', 'decisions list')).lines[1]).toBe('    status checked: “the pier · shut”');
});

test('lists tell what was rejected, and leave it out where that is asked for', async () => {
  await hearsay('ada.db', `decide reject ${LUND}`);
  const { lines } = await hearsay('ada.db', 'statements');
  expect(lines[0]).toMatch(/Ruled$/);
  expect(lines.filter((line) => /rejected$/.test(line))).toHaveLength(1);
  expect(lines.at(-1)).toBe('5 statements');
  const without = await hearsay('ada.db', 'statements NOT is:rejected');
  expect(without.lines[0]).not.toMatch(/Ruled/);
  expect(without.lines.at(-1)).toBe('4 statements');
});
