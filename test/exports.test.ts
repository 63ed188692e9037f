/** docs/exports.md names every format and every column as the registry has them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMATS } from '../src/export/formats.ts';
import { STATEMENT_COLUMNS } from '../src/export/table/statement-columns.ts';

const page = readFileSync(new URL('../docs/exports.md', import.meta.url), 'utf8');

/** The rows of the table whose head begins with `head`, without it. */
function tableUnder(head: string): string[] {
  const lines = page.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`| ${head} |`)) + 2;
  expect(first).toBeGreaterThan(2);
  const last = lines.findIndex((line, position) => position >= first && !line.startsWith('|'));
  return lines.slice(first, last === -1 ? undefined : last);
}

test('every format, in the order of the registry', () => {
  expect(tableUnder('format')).toEqual(
    FORMATS.map(({ name, description, ending, mediaType, unit, isLossless }) => {
      const file = ending === '' ? 'folder' : `\`${ending}\``;
      const type = mediaType === null ? '' : `\`${mediaType}\``;
      return `| \`${name}\` | ${description} | ${file} | ${type} | ${unit} | ${isLossless ? 'yes ' : ''}|`;
    }),
  );
});

test('every column of the table of statements', () => {
  expect(tableUnder('column')).toEqual(
    STATEMENT_COLUMNS.map(({ name, type, description }) => `| \`${name}\` | ${type} | ${description} |`),
  );
});

test('names are words of a command line, and none stands for two formats', () => {
  const names = FORMATS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z-]*$/);
});
