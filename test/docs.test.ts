/**
 * Documents that cannot drift: every npm script, command, option and path that they name exists, and the README's results
 * are those of the last run of the benches.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { resultsTable, withResults } from '../tools/results-table.ts';
import { runHearsay } from './end-to-end/run-hearsay.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/exports.md', 'docs/library.md'].filter(
  (name) => existsSync(join(ROOT, name)),
);
const COMMANDS = [
  'read',
  'places',
  'timeline',
  'parse',
  'explain',
  'add',
  'serve',
  'decide',
  'undo',
  'decisions',
  'rerun',
  'statements',
  'actors',
  'search',
  'page',
  'export',
  'import',
  'remove',
  'backup',
  'restore',
];
/** What npm runs of itself, beside the scripts of package.json. */
const NPM_COMMANDS = ['ci', 'install', 'pack', 'run', 'start', 'test'];
/** Folders that only stand in the repository once something was built or added. */
const MADE_LATER = /^(dist|web\/dist|node_modules)\b/;

const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;

/** Code in a document: what stands between backticks, and the lines of fenced blocks. */
function codeIn(document: string): string[] {
  const fenced = [...document.matchAll(/^```[^\n]*\n(.*?)^```/gms)].flatMap(([, block]) => block.split('\n'));
  const inline = [...document.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
  return [...fenced, ...inline];
}

function scriptsNamed(code: string): string[] {
  return [...code.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name);
}

function commandsNamed(code: string): { command: string; options: string[] }[] {
  return [...code.matchAll(/\bhearsay (?:-- )?([a-z]+)\b([^|>#]*)/g)].map(([, command, rest]) => ({
    command,
    options: [...rest.matchAll(/(?<=\s)--[a-z][a-z-]*/g)].map(([option]) => option),
  }));
}

/** Paths from the root of the repository: they begin with a folder of it, or name a file in it. */
function pathsNamed(code: string): string[] {
  const word =
    /(?<![\w./-])((?:src|test|bench|tools|training|models|examples|web|\.ci)\/(?:[\w./-]*[\w/])?|[A-Z]+\.md)(?![\w*{<…])/g;
  return [...code.matchAll(word)].map(([path]) => path).filter((path) => !MADE_LATER.test(path));
}

describe.each(DOCUMENTS)('%s', (name) => {
  const code = codeIn(readFileSync(join(ROOT, name), 'utf8'));

  test('every npm script exists', () => {
    expect(code.flatMap(scriptsNamed).filter((script) => !(script in scripts))).toEqual([]);
    const words = code.flatMap((line) => [...line.matchAll(/\bnpm ([a-z]+)\b/g)].map(([, word]) => word));
    expect(words.filter((word) => !NPM_COMMANDS.includes(word))).toEqual([]);
  });

  test('every path exists', () => {
    expect(code.flatMap(pathsNamed).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('every command and option exists', async () => {
    for (const { command, options } of code.flatMap(commandsNamed)) {
      if (command === 'help') continue;
      expect(COMMANDS).toContain(command);
      const { stdout } = await runHearsay([command, '--help']);
      for (const option of options) expect(stdout).toContain(option);
    }
  });
});

describe('the help', () => {
  test('lists every command, with the exit codes', async () => {
    const { stdout, code } = await runHearsay(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('Exit codes:');
  });

  test.each(COMMANDS)('of %s has examples', async (command) => {
    const { stdout, code } = await runHearsay(['help', command]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\n  hearsay ${command}\\b`));
  });
});

test.runIf(DOCUMENTS.includes('README.md'))('the results in the README are those of the benches', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toBe(withResults(readme, resultsTable(join(ROOT, 'bench/results'))));
});

describe('the test itself finds', () => {
  test('code in fences and between backticks', () => {
    expect(codeIn('a `npm run x`\n```sh\nnpm test\n```\n`b`')).toEqual(['npm test', '', 'npm run x', 'b']);
  });

  test('scripts, commands and paths', () => {
    expect(scriptsNamed('npm run -s hearsay -- read a.html')).toEqual(['hearsay']);
    expect(commandsNamed('npm run -s hearsay -- read --jsonl < a | head --lines')).toEqual([
      { command: 'read', options: ['--jsonl'] },
    ]);
    expect(pathsNamed('see src/cli/main.ts, examples/ and ARCHITECTURE.md, not a/src/b or src/*.ts')).toEqual([
      'src/cli/main.ts',
      'examples/',
      'ARCHITECTURE.md',
    ]);
  });

  test('results that are out of date', () => {
    const readme = 'a\n<!-- results: written by tools/write-results.ts -->\n\nold\n\n<!-- results end -->\nb';
    expect(withResults(readme, 'new')).toBe(readme.replace('old', 'new'));
    expect(() => withResults('a', 'new')).toThrow('no place');
  });
});
