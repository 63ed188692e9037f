/** The evidence pack: its hashes hold, every page is found by the index, and the findings are those of the ledger. */
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { makeReading } from '../../../test/samples/make-reading.ts';
import { makeWarc } from '../../../test/samples/make-warc.ts';
import { makeWorld } from '../../../test/samples/world-articles.ts';
import { openLedger } from '../../ledger/sqlite/open-ledger.ts';
import { jsonl } from '../jsonl.ts';
import { writeAnnotations } from '../web-annotation/web-annotation.ts';
import { openSigner } from './open-signer.ts';
import { wacz } from './wacz.ts';

let sample: SampleLedger;
beforeAll(async () => {
  sample = await makeLedger(makeWorld());
});
afterAll(() => sample.remove());

async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    files.set(entry.fileName, Buffer.concat(parts));
  }
  return files;
}

test('the files, and the findings in them', async () => {
  const request = requestOver(sample.ledger);
  const files = await unpack(await streamed(wacz, request));
  expect([...files.keys()]).toEqual([
    'archive/data.warc.gz',
    'indexes/index.cdx',
    'pages/pages.jsonl',
    'hearsay/statements.jsonl',
    'hearsay/annotations.jsonld',
    'hearsay/manifest.json',
    'datapackage.json',
    'datapackage-digest.json',
  ]);
  const statements = await streamed(jsonl, requestOver(sample.ledger));
  expect(files.get('hearsay/statements.jsonl')).toEqual(statements);
  expect(request.tally.count).toBe(5);
  let annotations = '';
  for await (const piece of writeAnnotations(requestOver(sample.ledger))) annotations += piece;
  expect(String(files.get('hearsay/annotations.jsonld'))).toBe(annotations);
  expect(JSON.parse(String(files.get('hearsay/manifest.json'))).counts.statements).toBe(5);
  expect(request.tally.losses).toContainEqual({
    what: 'pages as they were fetched: their text stands for them',
    count: 2,
  });
});

test('the index leads to each record', async () => {
  const files = await unpack(await streamed(wacz, requestOver(sample.ledger)));
  const lines = String(files.get('indexes/index.cdx')).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect([...lines].sort()).toEqual(lines);
  for (const line of lines) {
    const [, key, timestamp, json] = /^(\S+) (\d{14}) (\{.*\})$/.exec(line)!;
    const { url, offset, length } = JSON.parse(json);
    expect(key).toContain(')/');
    expect(timestamp).toBe('20261122100000');
    const member = files.get('archive/data.warc.gz')!.subarray(Number(offset), Number(offset) + Number(length));
    expect(String(gunzipSync(member))).toContain(`WARC-Target-URI: ${url}\r\n`);
  }
});

test('a page whose bytes were kept is in it as it was fetched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-wacz-'));
  const ledger = await openLedger(join(folder, 'case.db'));
  const reading = makeReading({ article: { title: 'Pier' }, blocks: [['paragraph', 'Shut.']] });
  const url = 'https://post.example/pier';
  await ledger.addReading(reading, {
    path: url,
    url,
    capturedAt: '2026-11-18T10:00:00.500Z',
    addedAt: '2026-11-22T10:00:00.000Z',
    bytesSha256: 'cd'.repeat(32),
  });
  // The same bytes were fetched again since then.
  const kept = await makeWarc([{ url, date: '2026-11-19T10:00:00.500Z', body: '<p>Shut.' }], { gzip: true });
  const request = {
    ...requestOver(ledger),
    keptBytes: async (hash: string) => (hash === 'cd'.repeat(32) ? kept : null),
  };
  const bytes = await streamed(wacz, request);
  const files = await unpack(bytes);
  expect(files.get('archive/data.warc.gz')).toEqual(Buffer.from(kept));
  expect(JSON.parse(String(files.get('pages/pages.jsonl')).split('\n')[1])).toMatchObject({
    url,
    ts: '2026-11-19T10:00:00Z',
  });
  const [, timestamp, entry] = /^\S+ (\d{14}) (.*)$/m.exec(String(files.get('indexes/index.cdx')))!;
  expect(timestamp).toBe('20261119100000');
  const payload = `sha256:${createHash('sha256').update('<p>Shut.').digest('hex')}`;
  expect(JSON.parse(entry)).toMatchObject({ url, mime: 'text/html', status: '200', digest: payload, offset: '0' });
  expect(request.tally.losses).toEqual([]);
  await ledger.close();
  rmSync(folder, { recursive: true });
});

test('signed with a key that is made once, and stays with its owner', async () => {
  const path = join(sample.folder, 'keys', 'key.pem');
  const [signer, again] = [await openSigner(path), await openSigner(path)];
  expect(again.publicKey).toBe(signer.publicKey);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const files = await unpack(await streamed(wacz, { ...requestOver(sample.ledger), signer }));
  const { hash, signedData } = JSON.parse(String(files.get('datapackage-digest.json')));
  expect(signedData).toMatchObject({ hash, publicKey: signer.publicKey, software: 'hearsay 0.1.0' });
  const publicKey = createPublicKey({ key: Buffer.from(signer.publicKey, 'base64'), format: 'der', type: 'spki' });
  const isSigned = (text: string) =>
    verify(
      'sha256',
      Buffer.from(text),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signedData.signature, 'base64'),
    );
  expect([isSigned(hash), isSigned(`${hash}0`)]).toEqual([true, false]);
  writeFileSync(
    join(sample.folder, 'no.pem'),
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  );
  await expect(openSigner(join(sample.folder, 'no.pem'))).rejects.toMatchObject({ code: 'E_UNREADABLE' });
  await expect(openSigner(join(sample.folder, 'no.pem', 'key.pem'))).rejects.toMatchObject({ code: 'E_UNREADABLE' });
});

test('what fails half way fails the export', async () => {
  const request = requestOver(sample.ledger);
  const failing = {
    ...request,
    keptBytes: async () => null,
    selection: {
      ...request.selection,
      versions: async function* () {
        yield* [];
        throw new Error('the ledger is gone');
      },
    },
  };
  await expect(streamed(wacz, failing)).rejects.toThrow('the ledger is gone');
  writeFileSync(join(sample.folder, 'after'), 'still running');
});
