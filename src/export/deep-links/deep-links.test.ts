import { describe, expect, test } from 'vitest';
import { anchorSpan } from '../text-anchor.ts';
import { footnoteOf } from './footnote.ts';
import { robustLink } from './robust-link.ts';
import { textFragment } from './text-fragment.ts';

const TEXT = `She said no, re-opening & closing “the pier”.\n\n${'The harbour authority said again and again that '.repeat(6)}it was shut.\n\nNobody came.`;
const link = (words: string) => {
  const start = TEXT.indexOf(words);
  return textFragment('https://post.example/a', anchorSpan(TEXT, [start, start + words.length])).split(':~:text=')[1];
};

describe('text fragments', () => {
  test('short words have words around them, within their block', () => {
    expect(link('no')).toBe('She%20said-,no,-%2C%20re%2Dopening%20%26');
    expect(link('She said')).toBe('She%20said,-no%2C%20re%2Dopening%20%26');
    expect(link('“the pier”')).toBe('re%2Dopening%20%26%20closing-,%E2%80%9Cthe%20pier%E2%80%9D,-.');
  });

  test('long words, and those over the end of a block, are given by their edges', () => {
    expect(link(TEXT.slice(TEXT.indexOf('The harbour'), TEXT.indexOf(' shut.') + 6))).toBe(
      'The%20harbour%20authority%20said%20again,and%20again%20that%20it%20was%20shut.'.replace('and%20', ''),
    );
    expect(link('shut.\n\nNobody came')).toBe('shut.,Nobody%20came');
  });

  test('no words, no fragment; a fragment of the page stays', () => {
    const nowhere = { start: null, end: null, exact: null, prefix: null, suffix: null };
    expect(textFragment('https://a.example/', nowhere)).toBe('https://a.example/');
    expect(textFragment('https://a.example/#x', { ...nowhere, exact: 'no' })).toBe('https://a.example/#x:~:text=no');
    expect(textFragment('https://a.example/', { ...nowhere, exact: '\uD83D' })).toBe(
      'https://a.example/#:~:text=%EF%BF%BD',
    );
  });
});

const STATEMENT = {
  source: { text: 'Ada <b> Lund', spans: [] },
  cue: { text: 'said', spans: [] },
  content: { text: 'the *pier*\n“shut”', spans: [] },
  headline: 'Pier [shut]',
  outlet: 'The "Post"',
  published: '2026-11-18T08:00:00Z',
  url: 'https://post.example/pier',
  capturedAt: '2026-11-20T08:12:00Z',
  prefix: 'She said ',
  suffix: ' again',
};

test.each([
  [
    'markdown',
    'Ada \\<b\\> Lund: “the \\*pier\\* “shut”” ([“Pier \\[shut\\]”](<https://post.example/pier#:~:text=the%20*pier*,%E2%80%9Cshut%E2%80%9D>), The "Post", 2026-11-18, seen 2026-11-20)',
  ],
  [
    'plain',
    'Ada <b> Lund: “the *pier* “shut”” (“Pier [shut]”, The "Post", 2026-11-18, seen 2026-11-20, https://post.example/pier#:~:text=the%20*pier*,%E2%80%9Cshut%E2%80%9D)',
  ],
  [
    'html',
    'Ada &lt;b&gt; Lund: “the *pier* “shut”” (<a href="https://post.example/pier#:~:text=the%20*pier*,%E2%80%9Cshut%E2%80%9D" data-versiondate="2026-11-20">“Pier [shut]”</a>, The &quot;Post&quot;, 2026-11-18, seen 2026-11-20)',
  ],
] as const)('a footnote in %s', (form, expected) => {
  expect(footnoteOf(STATEMENT, form)).toBe(expected);
});

test('a footnote of an article without an address, and of words that are quoted', () => {
  const statement = {
    ...STATEMENT,
    source: null,
    content: { text: '“shut”', spans: [] },
    url: null,
    outlet: null,
    capturedAt: null,
  };
  expect(footnoteOf(statement, 'plain')).toBe('No source given: “shut” (“Pier [shut]”, 2026-11-18)');
  expect(footnoteOf(statement, 'html')).toBe('No source given: “shut” (“Pier [shut]”, 2026-11-18)');
});

test.each([
  [
    {
      href: 'https://a.example/?a="b"&c',
      words: 'A & B',
      archived: 'https://archive.example/1',
      seenAt: '2026-11-18T10:00:00Z',
    },
    '<a href="https://a.example/?a=&quot;b&quot;&amp;c" data-versionurl="https://archive.example/1" data-versiondate="2026-11-18">A &amp; B</a>',
  ],
  [{ href: 'javascript:alert(1)', words: '<x>', archived: null, seenAt: null }, '&lt;x&gt;'],
])('a robust link %#', (given, expected) => {
  expect(robustLink(given)).toBe(expected);
});
