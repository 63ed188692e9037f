import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findArticles } from './find-articles.ts';

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-find-'));
  mkdirSync(at('b/c'), { recursive: true });
  for (const name of ['z.HTML', 'a.txt', 'b/x.htm', 'b/c/y.html.gz', 'b/c/d.pdf', 'b/README', 'b/e.pdf']) {
    writeFileSync(at(name), '');
  }
  symlinkSync(folder, at('b/round'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('folders are walked in order, links are not followed, other files are counted', async () => {
  const { paths, failures, passedOver } = await findArticles([folder]);
  expect(paths).toEqual(['a.txt', 'b/c/y.html.gz', 'b/x.htm', 'z.HTML'].map(at));
  expect(failures).toEqual([]);
  expect(Object.fromEntries(passedOver)).toEqual({ '.pdf': 2, '': 1, link: 1 });
});

test('what is named is taken as it is', async () => {
  const names = [at('b/e.pdf'), 'none.html', 'https://courier.example/a'];
  expect((await findArticles(names)).paths).toEqual(names);
});
