/** docs/intake.md says what the code does: the table of formats, and the limits and options that it names. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { USER_AGENT } from '../src/intake/fetch/fetcher.ts';
import { FORMATS } from '../src/intake/items/formats.ts';
import { keptPath } from '../src/intake/warc/keep-page.ts';
import { ENGINE_VERSION } from '../src/reading/engine.ts';
import { runHearsay } from './end-to-end/run-hearsay.ts';

const DOCUMENT = readFileSync(fileURLToPath(new URL('../docs/intake.md', import.meta.url)), 'utf8');

test('the table lists every format, in the order in which they are tried', () => {
  const rows = [...DOCUMENT.matchAll(/^\| ([^|]+?) \|/gm)].map(([, name]) => name).filter((name) => name !== 'format');
  expect(rows).toEqual(FORMATS.map(({ name }) => name));
});

test('the user agent and the place of the bytes are as it says', () => {
  expect(DOCUMENT).toContain(USER_AGENT.replace(ENGINE_VERSION, 'VERSION'));
  expect(DOCUMENT).toContain(keptPath('FOLDER', '9f2c…'));
});

test('every option that it names exists, and the other way round', async () => {
  const { stdout } = await runHearsay(['add', '--help']);
  const named = new Set([...DOCUMENT.matchAll(/`(--[a-z-]+)/g)].map(([, option]) => option));
  named.delete('--jsonl');
  for (const option of named) expect(stdout).toContain(option);
  expect([...named].sort()).toEqual([
    '--allow-private',
    '--keep-bytes',
    '--megabytes',
    '--minutes',
    '--offline',
    '--pause',
    '--requests',
  ]);
});
