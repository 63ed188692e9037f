/** The library's entries, and docs/library.md: every example in it passes the compiler, and names the models that there are. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as engine from '../src/engine.ts';
import * as library from '../src/index.ts';
import * as ledger from '../src/ledger.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const GUIDE = readFileSync(join(ROOT, 'docs/library.md'), 'utf8');
const { exports: entries } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The source of each entry, by the name that a program imports. */
const SOURCES = Object.fromEntries(
  Object.entries(entries as Record<string, { default: string }>).map(([name, { default: file }]) => [
    name.replace('.', 'hearsay'),
    file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'),
  ]),
);

test('every entry has its source, and gives what the guide uses', () => {
  expect(Object.values(SOURCES).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  for (const name of Object.keys(SOURCES)) expect(GUIDE).toContain(`\`${name}\``);
  expect(library).toMatchObject({ read: expect.any(Function), serve: expect.any(Function) });
  expect(ledger).toMatchObject({ openLedger: expect.any(Function) });
  expect(engine).toMatchObject({ createEngine: expect.any(Function), articleFromString: expect.any(Function) });
});

test('the examples pass the compiler', () => {
  const examples = [...GUIDE.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
  expect(examples.length).toBeGreaterThan(3);
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/examples-'));
  try {
    for (const [i, code] of examples.entries()) writeFileSync(join(folder, `example-${i}.ts`), `${code}\nexport {};\n`);
    const paths = Object.fromEntries(Object.entries(SOURCES).map(([name, path]) => [name, [join(ROOT, path)]]));
    const config = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { paths, noEmit: true },
      include: ['*.ts', join(ROOT, 'src/**/*.d.ts')],
      exclude: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the guide names every model', () => {
  const models = readdirSync(join(ROOT, 'models')).filter((name) => name.endsWith('.weights'));
  for (const name of models) expect(GUIDE).toContain(`'${name.replace('.weights', '')}'`);
});
