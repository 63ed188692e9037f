import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { showProgress } from './show-progress.ts';

function terminal(isTTY: boolean) {
  const output = Object.assign(new PassThrough(), { isTTY });
  return { output, shown: () => String(output.read() ?? '').split('\r\u001b[K') };
}

test('rate and time left, at most ten times a second', () => {
  const { output, shown } = terminal(true);
  let now = 0;
  const progress = showProgress(output, 1000, () => now);
  for (now = 20; now <= 200; now += 20) progress.advance();
  expect(shown()).toEqual(['', '1 of 1000 · 50 a second · 20 s left', '6 of 1000 · 50 a second · 20 s left']);
  progress.clear();
  expect(shown()).toEqual(['', '']);
});

test('nothing in a pipe', () => {
  const { output, shown } = terminal(false);
  const progress = showProgress(output, 10);
  progress.advance();
  progress.clear();
  expect(shown()).toEqual(['']);
});
