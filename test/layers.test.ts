/**
 * Arrows only downward: reads what every file under src/ imports, and fails where one imports from a layer that does not
 * stand below its own. text, language and reading run in a browser too, so they import nothing from Node.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** An import or an export with `from`, an import for its effects, or one at run time; the word "from" in a text is none of them. */
const IMPORT = /(?:^\s*(?:import|export)\b[^;'"`]*?\bfrom\s*|^\s*import\s*|\bimport\s*\(\s*)['"]([^'"]+)['"]/gm;

/** Every layer of src/, and the layers that it may import from beside itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  text: [],
  language: ['text'],
  reading: ['text', 'language'],
  models: ['text', 'language', 'reading'],
  intake: ['text', 'language', 'reading'],
  ledger: ['text', 'language', 'reading'],
  linking: ['text', 'language', 'reading', 'ledger'],
  export: ['text', 'language', 'reading', 'ledger', 'linking'],
  adding: ['text', 'language', 'reading', 'models', 'intake', 'ledger'],
  server: ['text', 'language', 'reading', 'models', 'intake', 'ledger', 'linking', 'export', 'adding'],
  cli: ['text', 'language', 'reading', 'models', 'intake', 'ledger', 'linking', 'export', 'adding', 'server'],
};

/** Layers that also run in a browser, and the packages that they may use. */
const PORTABLE: Readonly<Record<string, readonly string[]>> = {
  text: [],
  language: [],
  reading: ['@noble/hashes'],
};

/** Why a file (its path from the root of the repository) may not import `specifier`; null where it may. */
function breachOf(path: string, specifier: string): string | null {
  const [, layer] = path.split('/');
  if (specifier.startsWith('.')) {
    const [folder, target] = relative(ROOT, join(ROOT, dirname(path), specifier)).split('/');
    if (folder !== 'src') return `${path} imports ${specifier}, which is outside src/`;
    if (target === layer || BELOW[layer]?.includes(target)) return null;
    return `${path} imports ${specifier}: ${target} is not below ${layer}`;
  }
  const packages = PORTABLE[layer];
  if (!packages || packages.some((name) => specifier.startsWith(`${name}/`))) return null;
  return `${path} imports ${specifier}: ${layer} runs in a browser${isBuiltin(specifier) ? ', which has no Node' : ''}`;
}

function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, specifier]) => specifier);
}

/** What a file imports to run, not just for its types, as paths from the root of the repository. */
function valueImportsOf(source: string, path: string): string[] {
  return [...source.matchAll(/^import\s(?!type\s)[^;]*?['"](\.[^'"]+)['"]/gm)].map(([, specifier]) =>
    relative(ROOT, join(ROOT, dirname(path), specifier)),
  );
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('/node_modules/'));
}

/** What the page without a server holds beside the portable layers: it is built for a browser, and fails to be where that needs Node. */
const READER_TAKES = 'src/intake/read-article.ts';

describe('the layers of src/', () => {
  const files = filesUnder('src').filter((path) => path.split('/').length > 2);

  test('every folder is a layer', () => {
    expect(files.length).toBeGreaterThan(10);
    expect([...new Set(files.map((path) => path.split('/')[1]))].filter((layer) => !(layer in BELOW))).toEqual([]);
  });

  test('every import goes down', () => {
    const breaches = files.flatMap((path) =>
      importsOf(readFileSync(join(ROOT, path), 'utf8')).map((specifier) => breachOf(path, specifier)),
    );
    expect(breaches.filter((breach) => breach !== null)).toEqual([]);
  });

  test('layers that run in a browser name nothing that only Node has', () => {
    const named = files.filter(
      (path) =>
        path.split('/')[1] in PORTABLE && /\b(process|Buffer|__dirname)\./.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(named).toEqual([]);
  });

  test('the page takes nothing but types from src/, or what runs in a browser too', () => {
    const values = filesUnder('web').flatMap((path) => valueImportsOf(readFileSync(join(ROOT, path), 'utf8'), path));
    const own = values.filter((target) => target.startsWith('src/') && target !== READER_TAKES);
    expect(own.filter((target) => !(target.split('/')[1] in PORTABLE))).toEqual([]);
  });
});

describe('the test itself finds', () => {
  test.each([
    ['src/text/document.ts', '../language/tag/tags.ts'],
    ['src/language/tag/tag.ts', '../../reading/reading.ts'],
    ['src/reading/engine.ts', '../models/load-models.ts'],
    ['src/reading/engine.ts', 'node:fs'],
    ['src/reading/engine.ts', 'fs'],
    ['src/language/tag/tag.ts', 'linkedom'],
    ['src/intake/read-article.ts', '../ledger/ledger.ts'],
    ['src/ledger/ledger.ts', '../cli/main.ts'],
    ['src/server/serve.ts', '../cli/main.ts'],
    ['src/cli/main.ts', '../../bench/speed/main.ts'],
  ])('%s must not import %s', (path, specifier) => {
    expect(breachOf(path, specifier)).not.toBeNull();
  });

  test.each([
    ['src/reading/engine.ts', '../language/lexicon/lexicon.ts'],
    ['src/reading/engine.ts', '@noble/hashes/sha2.js'],
    ['src/intake/html/read-html.ts', 'linkedom'],
    ['src/models/open-engine.ts', '../reading/engine.ts'],
    ['src/cli/read.ts', '../models/open-engine.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(breachOf(path, specifier)).toBeNull();
  });

  test('a page that takes more than types', () => {
    const source = `import type { A } from '../src/server/api.ts';\nimport { b } from '../src/server/api.ts';`;
    expect(valueImportsOf(source, 'web/app.tsx')).toEqual(['src/server/api.ts']);
  });

  test('every form of import', () => {
    const source = `import a from './a.ts';\nimport type { B } from "./b.ts";\nimport './c.ts';\nexport * from './d.ts';
      const e = await import('./e.ts');\nimport {\n  f,\n} from './f.ts';`;
    expect(importsOf(source)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts']);
  });

  test('no import in a word of a text', () => {
    const source = `const OPENERS = ['from', 'to'];\nexpect(words).toContain('from' + 'here');\n// taken from "there"`;
    expect(importsOf(source)).toEqual([]);
  });
});
