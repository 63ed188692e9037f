/**
 * The sample project goes to annotation tools and back: left alone, nothing is decided; what is corrected there stands in the ledger, and the
 * program says so. The tools' own formats are tried one by one in src/export/annotated.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importAnnotations } from '../../src/export/annotated/import-annotations.ts';
import { exportLedger } from '../../src/export/export-ledger.ts';
import { findFormat } from '../../src/export/formats.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { prepareSampleLedger } from '../../tools/sample-ledger.ts';
import { runHearsay } from './run-hearsay.ts';

let folder: string;
let ledger: Ledger;
const hearsay = (...words: string[]) => runHearsay(words, { cwd: folder, environment: { HEARSAY_NAME: 'Cleo' } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-corrections-'));
  const path = await prepareSampleLedger(new AbortController().signal);
  const sample = await openLedger(path!, { create: false });
  // The sample ledger is kept for other runs: work on a copy.
  await sample.backup(join(folder, 'hearsay.db'));
  await sample.close();
  ledger = await openLedger(join(folder, 'hearsay.db'), { create: false });
});

afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function exported(format: string): Promise<string> {
  const out = join(folder, `out.${format}`);
  const options = { at: '2026-11-26T12:00:00.000Z', engineVersion: '0.1.0', out };
  await exportLedger(ledger, { format: findFormat(format), ...options });
  return out;
}

test.each(['label-studio', 'prodigy', 'doccano', 'brat', 'citron', 'hypothesis'])(
  '%s: what a person leaves alone in any article gives no decision',
  async (format) => {
    const out = await exported(format);
    const isFolder = format === 'brat' || format === 'citron';
    const names = isFolder ? readdirSync(out) : [''];
    const files = names.map((name) => ({ name, text: readFileSync(join(out, name), 'utf8') }));
    const [file] = files;
    if (format === 'label-studio') {
      const tasks = JSON.parse(file.text);
      for (const task of tasks) task.annotations = [{ completed_by: 1, result: task.predictions[0].result }];
      files[0] = { ...file, text: JSON.stringify(tasks) };
    } else if (format === 'prodigy') {
      files[0] = { ...file, text: file.text.replaceAll(/^\{/gm, '{"answer":"accept",') };
    }
    const at = '2026-11-28T10:00:00.000Z';
    const came = await importAnnotations(ledger, { format, files, by: 'Ada', byDefault: () => 'Ada', at });
    expect(came.decisions).toEqual([]);
    const { total } = await ledger.statements();
    const marks = came.leftOut.reduce((sum, { what, count }) => sum + (what.startsWith('marks') ? count : 0), 0);
    if (format === 'citron') expect(came.unchanged).toBeGreaterThan(total / 2);
    else expect(came.unchanged + marks).toBeGreaterThanOrEqual(total);
    expect(came.leftOut.filter(({ what }) => !what.startsWith('marks'))).toEqual([]);
    expect(marks).toBeLessThan(total / 20);
  },
);

test('a correction in doccano, on the command line: shown, taken, and taken once', async () => {
  const lines = readFileSync(await exported('doccano'), 'utf8')
    .trimEnd()
    .split('\n');
  const position = lines.findIndex((line) => JSON.parse(line).relations.length > 1);
  const text = JSON.parse(lines[position]);
  const [content] = text.entities;
  // The first content, without its last word.
  const words = [...text.text].slice(content.start_offset, content.end_offset).join('');
  const shorter = words.replace(/\s+\S+$/, '');
  content.end_offset = content.start_offset + [...shorter].length;
  text.entities.push({ id: 99_999, label: 'CUE', start_offset: 0, end_offset: 4 });
  writeFileSync(join(folder, 'all.jsonl'), lines.with(position, JSON.stringify(text)).join('\n'));

  const shown = await hearsay('import', 'all.jsonl', '--format', 'doccano', '--dry-run');
  expect([shown.code, shown.stderr]).toEqual([3, 'Left out: sources and cues that are tied to no content (1).\n']);
  expect(shown.stdout).toContain('Cleo: edit “');
  expect(shown.stdout).toMatch(/: 1 edit; \d+ unchanged, in \d+ texts; nothing written\n$/);
  expect((await hearsay('decisions', 'list')).stdout).toBe('');

  const taken = await hearsay('import', 'all.jsonl', '--format', 'doccano', '--by', 'Ada');
  expect(taken.stdout).toMatch(/: 1 edit; \d+ unchanged, in \d+ texts; 1 of 1 decisions were new\n$/);
  expect((await hearsay('decisions', 'list')).stdout).toMatch(/^dec_\w+\tlaid\t\S+\tAda\tedit\tcontent “/);
  const found = await Array.fromAsync(ledger.eachStatement());
  expect(found.filter(({ review }) => review?.by === 'Ada').map((statement) => statement.content?.text)).toEqual([
    shorter,
  ]);

  const again = await hearsay('import', 'all.jsonl', '--format', 'doccano', '--by', 'Ada');
  expect(again.stdout).toMatch(/: nothing to decide; .* 0 of 0 decisions were new\n$/);
});

test.each([
  [['all.jsonl', '--format', 'csv'], /choose one of label-studio, .*\(E_USAGE\)/s],
  [['all.jsonl', '--dry-run'], /E_USAGE/],
  [['none.json', '--format', 'doccano'], /E_NOT_FOUND/],
  [['all.jsonl', '--format', 'label-studio'], /E_JSON/],
])('import %j is refused', async (words, message) => {
  writeFileSync(join(folder, 'all.jsonl'), '{}\n{}\n');
  const { code, stderr } = await hearsay('import', ...words);
  expect(code).not.toBe(0);
  expect(stderr).toMatch(message);
});
