import { expect, test } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Bytes of a string whose code units are the bytes. */
const raw = (text: string) => Uint8Array.from(text, (unit) => unit.charCodeAt(0));
const wide = (text: string, mark: boolean) =>
  Uint8Array.from([
    ...(mark ? [0xff, 0xfe] : []),
    ...[...text].flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]),
  ]);

test.each<[string, Uint8Array, string | undefined, string, boolean]>([
  ['UTF-8 without a word', utf8('café'), undefined, 'café', false],
  ['UTF-8 with a mark', utf8('\ufeffcafé'), undefined, 'café', false],
  ['UTF-16 with a mark', wide('café', true), undefined, 'café', false],
  ['UTF-16 without one', wide('the ferry sank', false), undefined, 'the ferry sank', false],
  [
    'windows-1252 by meta',
    raw('<meta charset=windows-1252>caf\xe9 \x93no\x94'),
    undefined,
    '<meta charset=windows-1252>café “no”',
    false,
  ],
  ['windows-1252 by header', raw('caf\xe9'), 'text/html; charset="iso-8859-1"', 'café', false],
  [
    'a late meta',
    raw(`<style>${'x'.repeat(3000)}</style><meta charset=iso-8859-2>\xb1`),
    undefined,
    `<style>${'x'.repeat(3000)}</style><meta charset=iso-8859-2>ą`,
    false,
  ],
  [
    'XML declaration',
    raw('<?xml version="1.0" encoding="iso-8859-2"?>\xb1'),
    undefined,
    '<?xml version="1.0" encoding="iso-8859-2"?>ą',
    false,
  ],
  ['Shift_JIS', raw('<meta charset=shift_jis>\x83\x65'), undefined, '<meta charset=shift_jis>テ', false],
  ['says latin-1, is UTF-8', utf8('<meta charset=iso-8859-1>café'), undefined, '<meta charset=iso-8859-1>café', true],
  [
    'says UTF-8, is windows-1252',
    raw('<meta charset=utf-8>caf\xe9 \x80'),
    undefined,
    '<meta charset=utf-8>café €',
    true,
  ],
  ['says nothing, is windows-1252', raw('caf\xe9'), undefined, 'café', true],
  [
    'says UTF-8, one byte is damaged',
    Uint8Array.from([...utf8('é'.repeat(30)), 0xff, ...utf8('é')]),
    'text/html; charset=utf-8',
    `${'é'.repeat(30)}\ufffdé`,
    true,
  ],
  ['an unknown charset', raw('<meta charset=klingon>x'), undefined, '<meta charset=klingon>x', false],
  [
    'a meta that breaks off',
    raw('<meta http-equiv=content-type content="charset'),
    undefined,
    '<meta http-equiv=content-type content="charset',
    false,
  ],
])('%s', (_, bytes, contentType, text, warned) => {
  const decoded = decodeBytes(bytes, contentType);
  expect(decoded.text).toBe(text);
  expect(decoded.warnings.map(({ code }) => code)).toEqual(warned ? ['W_CHARSET'] : []);
});
