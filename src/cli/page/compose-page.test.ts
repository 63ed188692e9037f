import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { composePage } from './compose-page.ts';

const PARTS = {
  script: 'const end = "</script><script>alert(1)";',
  style: 'p { content: "</style><b>"; }',
  models: { tag: Uint8Array.of(1, 2, 3), names: new Uint8Array(1000) },
};

test('what it holds stays in its elements, and the models come out as they went in', () => {
  const { document } = parseHTML([...composePage(PARTS)].join(''));
  expect(document.querySelectorAll('script')).toHaveLength(3);
  expect(document.querySelectorAll('b')).toHaveLength(0);
  const packed = document.querySelector('#model-tag')!.textContent!;
  expect(Uint8Array.from(gunzipSync(Buffer.from(packed, 'base64')))).toEqual(PARTS.models.tag);
});

test('nothing may be asked of any server', () => {
  const html = [...composePage(PARTS)].join('');
  expect(html).toMatch(/content="default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-/);
  expect(html.match(/\b(?:src|href)=/g)).toBeNull();
});
