import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FIELDS, type Field } from './fields.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../../docs/search.md', import.meta.url)), 'utf8');
const ALL = Object.entries<Field>(FIELDS);

test('docs/search.md has every field, as it is', () => {
  const rows = ALL.map(([name, { meaning, example }]) => `| \`${name}:\` | ${meaning} | \`${example}\` |`);
  expect(PAGE).toContain(`| field | looks at | example |\n|---|---|---|\n${rows.join('\n')}\n\n`);
});

test('docs/search.md has every value of the fields of choices', () => {
  const rows = ALL.filter(([, { choices }]) => choices).map(
    ([name, { choices }]) => `| \`${name}:\` | ${choices!.map((value) => `\`${value}\``).join(' ')} |`,
  );
  expect(PAGE).toContain(`| field | values |\n|---|---|\n${rows.join('\n')}\n\n`);
});
