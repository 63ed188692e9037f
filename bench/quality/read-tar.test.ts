import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readTar } from './read-tar.ts';

function entry(path: string, type: string, content: string): Buffer {
  const head = Buffer.alloc(512);
  head.write(path, 0);
  head.write(Buffer.byteLength(content).toString(8).padStart(11, '0'), 124);
  head.write(type, 156);
  const body = Buffer.alloc(Math.ceil(Buffer.byteLength(content) / 512) * 512);
  body.write(content);
  return Buffer.concat([head, body]);
}

test('gives the plain files of an archive, with their bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-tar-'));
  const path = join(folder, 'a.tar.gz');
  const archive = [
    entry('set/', '5', ''),
    entry('set/a.txt', '0', 'one'),
    entry('set/._a.txt', '0', 'fork'),
    entry('set/b.txt', '0', 'two'.repeat(400)),
    Buffer.alloc(1024),
  ];
  writeFileSync(path, gzipSync(Buffer.concat(archive)));
  const files = readTar(path).map((file) => [file.path, Buffer.from(file.bytes).toString()]);
  rmSync(folder, { recursive: true });
  expect(files).toEqual([
    ['set/a.txt', 'one'],
    ['set/b.txt', 'two'.repeat(400)],
  ]);
});
