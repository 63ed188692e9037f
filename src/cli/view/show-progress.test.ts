import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { showProgress } from './show-progress.ts';

function terminal(isTTY: boolean) {
  const output = Object.assign(new PassThrough(), { isTTY });
  return { output, shown: () => String(output.read() ?? '') };
}

test('on a terminal: rate and time left, at most ten times a second', () => {
  const { output, shown } = terminal(true);
  let now = 0;
  const progress = showProgress(output, () => now);
  for (now = 20; now <= 200; now += 20) progress.show(now / 20, now / 20_000);
  expect(shown().split('\r\u001b[K')).toEqual(['', '1 article · 50 a second', '6 articles · 50 a second']);
  now = 1000;
  progress.show(50, 0.05);
  expect(shown()).toBe('\r\u001b[K50 articles · 50 a second · 5 % · 19 s left');
  now = 2000;
  progress.show(100, null);
  expect(shown()).toBe('\r\u001b[K100 articles · 50 a second');
  progress.clear();
  progress.clear();
  expect(shown()).toBe('\r\u001b[K');
});

test('in a pipe: a plain line each ten seconds', () => {
  const { output, shown } = terminal(false);
  let now = 0;
  const progress = showProgress(output, () => now);
  for (now = 1000; now <= 21_000; now += 1000) progress.show(now / 1000, now / 100_000);
  progress.clear();
  expect(shown()).toBe(
    '10 articles · 1.0 a second · 10 % · 2 min left\n20 articles · 1.0 a second · 20 % · 80 s left\n',
  );
});
