import { describe, expect, test } from 'vitest';
import { readAddressLines, readTable } from './read-addresses.ts';

const table = (text: string) => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  return Array.fromAsync(readTable('t.csv', chunks()));
};

describe('readTable', () => {
  test.each([
    ['a header', 'id,url,title\n1,https://a.example/1,"Fire, at last"\n', { title: 'Fire, at last' }],
    [
      'a header with a byte order mark',
      '\ufeffURL;Date\r\nhttps://a.example/1;2026-03-03\r\n',
      { published: '2026-03-03' },
    ],
    ['no header', 'first,https://a.example/1\n', {}],
    ['tabs', 'story_url\tmedia_name\nhttps://a.example/1\tThe Courier', { outlet: 'The Courier' }],
    ['one column', 'https://a.example/1\n\n', {}],
  ])('%s', async (_name, text, hints) => {
    expect(await table(text)).toMatchObject([
      { type: 'link', url: 'https://a.example/1', hints: { from: 'table', ...hints } },
    ]);
  });

  test('a row without an address, and the next one', async () => {
    expect(await table('url\nnone\nhttps://a.example/2\n')).toMatchObject([
      { type: 'failure', code: 'E_INPUT', what: 't.csv, row 2' },
      { url: 'https://a.example/2' },
    ]);
  });

  test('a cell without an end', async () => {
    const pieces = await table(`url\nhttps://a.example/1\n"${'x'.repeat(3 << 20)}`);
    expect(pieces.map(({ type }) => type)).toEqual(['link', 'failure']);
  });
});

test('readAddressLines', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('# mine\nhttps://a.example/1,2\r\n\nnone\n');
  }
  expect(await Array.fromAsync(readAddressLines('l.txt', chunks()))).toMatchObject([
    { url: 'https://a.example/1,2' },
    { type: 'failure', what: 'l.txt, row 4' },
  ]);
});
