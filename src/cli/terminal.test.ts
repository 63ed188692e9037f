import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { columnsOf, isColoured, write } from './terminal.ts';

test.each([
  [{ isTTY: false }, 80],
  [{ isTTY: true }, 80],
  [{ isTTY: false, columns: 200 }, 80],
  [{ isTTY: true, columns: 72 }, 72],
  [{ isTTY: true, columns: 10 }, 40],
  [{ isTTY: true, columns: 300 }, 100],
])('columns of %j are %i', (output, columns) => {
  expect(columnsOf(output)).toBe(columns);
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { TERM: 'dumb' }, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [false, { FORCE_COLOR: '' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
])('a terminal: %s, environment %j, coloured: %s', (isTTY, environment, expected) => {
  expect(isColoured({ isTTY }, environment)).toBe(expected);
});

describe('write', () => {
  test('waits for a slow reader', async () => {
    const output = new PassThrough({ highWaterMark: 4 });
    let isDone = false;
    const written = write(output, 'more than four').then(() => {
      isDone = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isDone).toBe(false);
    output.resume();
    await written;
  });

  test('does not wait for a reader that has gone', async () => {
    const output = new PassThrough({ highWaterMark: 4 });
    const written = write(output, 'more than four');
    output.destroy();
    await written;
  });
});
