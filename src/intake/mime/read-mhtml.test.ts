import { describe, expect, test } from 'vitest';
import { readArticle } from '../read-article.ts';
import { parameterOf, readHeaders } from './headers.ts';
import { isMhtml, readMhtml } from './read-mhtml.ts';
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const PAGE =
  '<!DOCTYPE html><title>Pier fire</title><h1>Fire at the pier</h1><p>The port denied it, a café owner said.</p>';

/** As Chromium saves it. */
function mhtml(part: string, more = ''): string {
  return [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://courier.example/pier',
    'Subject: =?utf-8?Q?Fire_at_the_caf=C3=A9?=',
    'Date: Tue, 3 Mar 2026 10:11:12 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----Multi--x"',
    '',
    '',
    '------Multi--x',
    part,
    '------Multi--x',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    `${more}------Multi--x--`,
    '',
  ].join('\r\n');
}

const quoted = PAGE.replaceAll('=', '=3D').replaceAll('é', '=C3=A9').replace('denied', 'den=\r\nied');

describe('readMhtml', () => {
  test.each([
    [
      'quoted-printable',
      `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}`,
    ],
    [
      'base64',
      `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(PAGE).toString('base64')}`,
    ],
    ['as it is', `Content-Type: text/html\r\n\r\n${PAGE}`],
  ])('a page that is %s', (_name, part) => {
    const file = bytesOf(mhtml(part));
    expect(isMhtml(file)).toBe(true);
    const page = readMhtml(file);
    expect(textOf(page.bytes)).toBe(PAGE);
    expect(page).toMatchObject({
      url: 'https://courier.example/pier',
      savedAt: '2026-03-03T09:11:12.000Z',
      title: 'Fire at the café',
      frames: 0,
    });
    expect(readArticle(file, { id: 'a.mhtml' }).text).toContain('The port denied it, a café owner said.');
  });

  test('the charset is that of the part', () => {
    const part =
      'Content-Type: text/html; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h1>=F0=CF=D2=D4</h1><p>=F0=CF=D2=D4.';
    expect(readArticle(bytesOf(mhtml(part)), { id: 'a.mht' }).text).toBe('Порт\n\nПорт.');
  });

  test('the part that the message names as its start, in nested multiparts; the others are frames', () => {
    const file = bytesOf(
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a; start="<2>"\r\n\r\n' +
        '--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n' +
        '--b\r\nContent-Type: text/html\r\nContent-ID: <1>\r\n\r\n<p>Frame\r\n' +
        '--b\r\nContent-Type: text/html\r\nContent-ID: <2>\r\nContent-Location: https://post.example/x\r\n\r\n<p>Page\r\n--b--\r\n--a--',
    );
    expect(textOf(readMhtml(file).bytes)).toBe('<p>Page');
    expect(readMhtml(file)).toMatchObject({ frames: 1, url: 'https://post.example/x' });
  });

  test('a file that was cut has what is there', () => {
    const file = bytesOf(mhtml(`Content-Type: text/html\r\n\r\n${PAGE}`));
    expect(textOf(readMhtml(file.subarray(0, file.length - 130)).bytes)).toContain('<h1>Fire at the pier</h1>');
  });

  test('no page in it', () => {
    const file = bytesOf(mhtml('Content-Type: image/gif\r\n\r\nGIF89a'));
    expect(() => readMhtml(file)).toThrow(expect.objectContaining({ code: 'E_EMPTY' }));
  });

  test.each([
    '<p>MIME-Version: 1.0',
    'Note: the port\r\n\r\ndenied it.',
    'MIME-Version: 1.0\r\nSubject: x\r\n\r\n',
    '',
  ])('not MHTML: %j', (text) => {
    expect(isMhtml(bytesOf(text))).toBe(false);
  });
});

test.each([
  ['a=3Db', 'a=b'],
  ['a=\r\nb=\nc= \t\r\nd', 'abcd'],
  ['1=2 =zz =', '1=2 =zz '],
])('quoted-printable %j', (text, expected) => {
  expect(textOf(decodeQuotedPrintable(bytesOf(text)))).toBe(expected);
});

test('base64 with white space', () => {
  expect(textOf(decodeBase64(bytesOf('WW\r\n V z')))).toBe('Yes');
});

test('headers: folded, doubled, in any case; and none', () => {
  const { headers, end, isWhole } = readHeaders(bytesOf('A: one\r\n two\r\na: three\r\nB:\r\n\r\nbody'));
  expect({ ...headers }).toEqual({ a: 'one two', b: '' });
  expect([end, isWhole]).toEqual([30, true]);
  expect(readHeaders(bytesOf('just words\n')).isWhole).toBe(false);
  expect(parameterOf('x; A="b c"; d=e', 'd')).toBe('e');
});
