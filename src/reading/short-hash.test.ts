import { expect, test } from 'vitest';
import { hashInText, shortHash } from './short-hash.ts';

test('hashes words in a text as it hashes both together, whichever text was last asked for', () => {
  const texts = ['a'.repeat(64), 'b'.repeat(64), '', 'Élysée'];
  const asked = [...texts, ...texts].flatMap((text) =>
    ['0-12', '', `${'0-12,'.repeat(40)}é`].map((words) => [text, words]),
  );
  for (const [text, words] of asked) expect(hashInText(text, words)).toBe(shortHash(`${text};${words}`));
});
