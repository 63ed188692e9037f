import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function linesOf(chunks: Uint8Array[], longestBytes?: number): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const { bytes } of splitLines(chunks, longestBytes)) {
    lines.push(bytes === null ? null : new TextDecoder().decode(bytes));
  }
  return lines;
}

describe('splitLines', () => {
  test.each([
    ['nothing', [], []],
    ['no newline at the end', ['a\nb'], ['a', 'b']],
    ['a newline at the end', ['a\nb\n'], ['a', 'b']],
    ['empty lines', ['\n\na\n'], ['', '', 'a']],
    ['a line over several chunks', ['a', 'b', 'c\nd'], ['abc', 'd']],
    ['other line ends are not newlines', ['a\u2028b\rc\n'], ['a\u2028b\rc']],
  ])('%s', async (_name, chunks, lines) => {
    expect(await linesOf(chunks.map(encode))).toEqual(lines);
  });

  test('a line that is too long is passed over, and the next one is whole', async () => {
    expect(await linesOf(['aaa', 'aaa\nbb\n'].map(encode), 4)).toEqual([null, 'bb']);
  });

  test('lines do not depend on how the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 7 }),
        async (texts, size) => {
          const lines = texts.map((text) => text.replaceAll('\n', ' '));
          const bytes = encode(lines.map((line) => `${line}\n`).join(''));
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, (i + 1) * size),
          );
          expect(await linesOf(chunks)).toEqual(lines);
        },
      ),
    );
  });
});
