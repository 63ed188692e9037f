import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadingInput } from '../reading/reading.ts';
import { HearsayError } from '../text/errors.ts';
import { articleFromString, readArticle } from './read-article.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const SENTENCE = 'The harbour ferry sank off Port Marlo on Monday night, the coast guard said, with 41 people aboard.';

function errorOf(run: () => unknown): HearsayError {
  try {
    run();
  } catch (error) {
    if (error instanceof HearsayError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Blocks are in order, do not overlap, and the text is the blocks joined by a blank line. */
function expectWellFormed({ text, blocks }: ReadingInput): void {
  expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
  let last = -1;
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThan(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBe(text.length);
}

describe('readArticle', () => {
  test.each([
    ['no bytes', new Uint8Array(0), 'E_EMPTY'],
    ['white space', utf8(' \n\t '), 'E_EMPTY'],
    ['markup without words', utf8('<html><body><div id="app"></div><script>start()</script></body></html>'), 'E_EMPTY'],
    ['a PDF', utf8('%PDF-1.7 …'), 'E_BINARY'],
    ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'E_BINARY'],
    ['any bytes', Uint8Array.from({ length: 4000 }, (_, at) => (at * 131) % 256), 'E_BINARY'],
  ])('%s: an error that says what to do', (_, bytes, code) => {
    const error = errorOf(() => readArticle(bytes, { id: 'a.html' }));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^a\.html .+: .+\.$/);
  });

  test.each([
    ['a document', 'x', undefined, `<!doctype html><p>${SENTENCE}</p>`, true],
    ['a fragment', 'x', undefined, `<p>${SENTENCE}</p>`, true],
    ['the name says so', 'a.html', undefined, `${SENTENCE} <b>It did.</b>`, true],
    ['the header says so', '-', 'text/html', `${SENTENCE} <b>It did.</b>`, true],
    ['prose with a literal tag', 'a.txt', undefined, `${SENTENCE} He typed <b>yes</b>.`, false],
    ['the header says text', 'x', 'text/plain', `<p>${SENTENCE}</p>`, false],
  ])('HTML or text: %s', (_, id, contentType, source, html) => {
    const { text } = readArticle(utf8(source), { id, ...(contentType && { contentType }) });
    expect(text.includes('<')).toBe(!html);
  });

  test('what a text file says about itself', () => {
    const { article, text, warnings } = readArticle(
      utf8(`Ferry sinks off Port Marlo\nBy Ines Korv\n17 November 2026\n\nPORT MARLO (Northwire) - ${SENTENCE}\n`),
      { id: 'a.txt', url: 'https://post.example/a' },
    );
    const { candidates, ...fields } = article;
    expect(fields).toEqual({
      title: 'Ferry sinks off Port Marlo',
      outlet: null,
      byline: 'Ines Korv',
      published: '2026-11-17',
      modified: null,
      url: 'https://post.example/a',
      language: 'en',
      credit: 'Northwire',
    });
    expect(candidates?.url).toEqual([{ value: 'https://post.example/a', from: 'address' }]);
    expect(text.startsWith('Ferry sinks off Port Marlo\n\nBy Ines Korv\n\n17 November 2026\n\nPORT MARLO')).toBe(true);
    expect(warnings).toEqual([]);
  });

  test('doubts never withhold the reading', () => {
    const { text, warnings } = readArticle(
      utf8('<html><h1>404 Not Found</h1><p>The page was not found on this server.</p>'),
      { id: 'x' },
    );
    expect(text).toContain('was not found');
    expect(warnings.map(({ code }) => code)).toEqual(['W_NOT_ARTICLE']);
  });

  test('right-to-left text is read, and its language named', () => {
    const { article, warnings } = readArticle(
      utf8('<p dir=rtl>نفت الوزارة يوم الثلاثاء أنها أمرت بإغلاق الميناء بعد غرق العبارة</p>'),
      { id: 'x.html' },
    );
    expect(article.language).toBe('ar');
    expect(warnings.map(({ code }) => code)).toEqual(['W_LANGUAGE']);
  });

  test.each([
    ['a byte order mark', utf8(`\ufeff${SENTENCE}`), 3],
    ['none', utf8(SENTENCE), 0],
  ])('offsets begin after %s', (_, bytes, first) => {
    expect(readArticle(bytes, { id: 'a.txt' }).source.byteOffset(0)).toBe(first);
  });

  test.each([
    ['UTF-8', utf8('<meta charset=utf-8><p>Zoë – “a 🚢” &amp; b</p>  <p>second   piece</p>')],
    [
      'windows-1252',
      Uint8Array.from('<meta charset=windows-1252><p>Zo\xeb \x96 \x93a\x94 &amp; b</p><p>second</p>', (unit) =>
        unit.charCodeAt(0),
      ),
    ],
    [
      'Shift_JIS',
      Uint8Array.from('<meta charset=shift_jis><p>\x83\x65\x83\x58\x83\x67 ok \x83\x65</p><p>second</p>', (unit) =>
        unit.charCodeAt(0),
      ),
    ],
    [
      'damaged UTF-8',
      Uint8Array.from([...utf8(`<meta charset=utf-8><p>${'é'.repeat(30)} `), 0xff, ...utf8(' tail</p>')]),
    ],
  ])('each character is found at its byte: %s', (_, bytes) => {
    const { text, source, blocks } = readArticle(bytes, { id: 'a.html' });
    const charset = /charset=([\w-]+)/.exec(new TextDecoder('latin1').decode(bytes))![1];
    for (const { start, end } of blocks) {
      for (let at = start; at < end; at++) {
        const rest = new TextDecoder(charset).decode(bytes.subarray(source.byteOffset(at)));
        const unit = text[at];
        if (unit === '&') expect(rest.startsWith('&amp;')).toBe(true);
        else if (unit === ' ') expect(rest).toMatch(/^\s/);
        else if (!/[\ud800-\udfff]/.test(unit)) expect(rest.startsWith(unit)).toBe(true);
      }
    }
  });

  test.each([
    ['10 MB of markup', '.html', `<html><body>${`<div class="a"><p>${SENTENCE}</p></div>`.repeat(80_000)}`],
    ['100,000 nested elements', '.html', `${'<div>'.repeat(100_000)}${SENTENCE}${'</div>'.repeat(100_000)}`],
    ['100,000 nested marked spans', '.html', `<p>${'<span class="ad">x '.repeat(100_000)}${SENTENCE}`],
    ['100,000 crossed tags', '.html', `<p>${'<b>x<table><td></b></table>'.repeat(30_000)}${SENTENCE}`],
    ['one 1 MB line of markup', '.html', `<p>${`${SENTENCE} &amp; `.repeat(10_000)}</p>`],
    ['one 1 MB line of text', '.txt', SENTENCE.repeat(10_000)],
    [
      'a data address of 5 MB',
      '.html',
      `<p>${SENTENCE}</p><img src="data:image/png;base64,${'A'.repeat(5_000_000)}"><p>${SENTENCE} Yes.</p>`,
    ],
    ['3 million spaces', '.html', `<p>${SENTENCE}${' '.repeat(3_000_000)}end</p>`],
    ['500,000 short lines', '.txt', 'a b c\n'.repeat(500_000)],
  ])(
    'linear time: %s',
    (_, suffix, source) => {
      const article = readArticle(utf8(source), { id: `a${suffix}` });
      expect(article.text.length).toBeGreaterThan(90);
      expect(article.source.byteOffset(article.text.length - 1)).toBeLessThan(source.length);
    },
    120_000,
  );

  test('any bytes: an error of ours, or a well-formed reading', () => {
    const markup = fc.array(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="ad">',
        '</div>',
        '<h1>',
        '<blockquote>',
        '<a href=x>',
        '</a>',
        '<span class="hide">',
        '</span>',
        '<td>',
        '<tr>',
        '<br>',
        'Words, of course. ',
        '“Said” ',
        '&nbsp;',
        '&#x41;',
        '\u00a0',
        '\n',
        '<figcaption>',
        '<aside class="pullquote">',
      ),
      { maxLength: 40 },
    );
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map(utf8),
      markup.map((pieces) => utf8(`<html>${pieces.join('')}`)),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('a', 'a.html', 'a.txt'), (bytes, id) => {
        let article: ReturnType<typeof readArticle>;
        try {
          article = readArticle(bytes, { id });
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
          return;
        }
        expectWellFormed(article);
        for (const { start, end } of article.blocks) {
          expect(article.source.byteOffset(start)).toBeGreaterThanOrEqual(0);
          expect(article.source.byteOffset(end - 1)).toBeLessThan(bytes.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('articleFromString', () => {
  test('the string is the canonical text as it is', () => {
    const text = '  One \u00a0 line.\r\n\r\n\r\nTwo,\nstill two. ';
    const input = articleFromString({ id: '7', text, title: 'T', date: '2026-11-17', url: 'https://post.example/a' });
    expect(input.text).toBe(text);
    expect(input.blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'One \u00a0 line.',
      'Two,\nstill two.',
    ]);
    expect(input.article).toMatchObject({ title: 'T', published: '2026-11-17', url: 'https://post.example/a' });
    expect(input.article.candidates?.title).toEqual([{ value: 'T', from: 'record' }]);
  });

  test('it is doubted like a file', () => {
    const { warnings } = articleFromString({
      id: '7',
      text: 'Das Ministerium bestritt am Dienstag, die Schließung des Hafens angeordnet zu haben.',
    });
    expect(warnings.map(({ code }) => code)).toEqual(['W_LANGUAGE']);
  });

  test('an empty text is an error', () => {
    expect(errorOf(() => articleFromString({ id: '7', text: ' \n' })).code).toBe('E_EMPTY');
  });
});
