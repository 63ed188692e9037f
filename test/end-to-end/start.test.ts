/** `npm start` as a process: it shows the sample project, and Ctrl-C ends it at once and without an error. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { ArticlesAnswer, StatementsAnswer } from '../../src/server/api.ts';
import { plainEnvironment } from './run-hearsay.ts';

const START = fileURLToPath(new URL('../../tools/start.ts', import.meta.url));

/** Building the page and reading the sample project, on a slow machine. */
const START_LIMIT_MS = 60_000;

let child: ChildProcess;

afterEach(() => {
  child.kill('SIGKILL');
});

function start(): { readonly url: Promise<string>; readonly code: Promise<number | null> } {
  child = spawn(process.execPath, [START], { env: plainEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  const url = new Promise<string>((resolve, reject) => {
    let told = '';
    child.stdout!.on('data', (part) => {
      told += part;
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(told) ?? [];
      if (address) resolve(address);
    });
    code.then(() => reject(new Error(`npm start ended before it served anything: ${told}`)));
  });
  return { url, code };
}

test('the sample project is read and served, and Ctrl-C stops it within a second', {
  timeout: START_LIMIT_MS,
}, async () => {
  const { url, code } = start();
  const address = await url;
  const { articles } = (await (await fetch(`${address}v1/articles`)).json()) as ArticlesAnswer;
  const { total } = (await (await fetch(`${address}v1/statements`)).json()) as StatementsAnswer;
  expect(articles.length).toBeGreaterThan(15);
  expect(total).toBeGreaterThan(articles.length);
  expect(await (await fetch(address)).text()).toContain('<title>Hearsay</title>');
  child.kill('SIGINT');
  expect(await code).toBe(0);
});
