import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorldNames } from './read-sentences.ts';

test('takes the marks out and keeps where the names stand', () => {
  const [first, second] = readWorldNames('# Ghana\n[PER Ama Mensah] left [LOC Accra].\nNo.\n# Mali\nIn [LOC Gao].\n');
  expect(first.text).toBe('Ama Mensah left Accra.\n\nNo.');
  expect(first.names.map(({ start, end, type }) => [first.text.slice(start, end), type])).toEqual([
    ['Ama Mensah', 'person'],
    ['Accra', 'place'],
  ]);
  expect(second).toEqual({ country: 'Mali', text: 'In Gao.', names: [{ start: 3, end: 6, type: 'place' }] });
});

test('refuses what is no mark', () => {
  expect(() => readWorldNames('# Ghana\n[XYZ Accra] is.\n')).toThrow('[XYZ Accra]');
});

test('the sentences can be read, and name many of each type', () => {
  const documents = readWorldNames(readFileSync(new URL('sentences.txt', import.meta.url), 'utf8'));
  expect(documents.length).toBeGreaterThan(50);
  for (const type of ['person', 'organization', 'place'] as const) {
    expect(documents.flatMap(({ names }) => names).filter((name) => name.type === type).length).toBeGreaterThan(70);
  }
});
