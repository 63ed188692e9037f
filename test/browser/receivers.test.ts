/**
 * Exports in the programs that they are made for, in a real browser: the evidence pack in ReplayWeb.page, the sheet of times in TimelineJS. Both
 * come from their packages, are served by a server of the test's own, and ask nobody else.
 */
import { createReadStream, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timelinejs } from '../../src/export/timeline/timelinejs.ts';
import { openSigner } from '../../src/export/wacz/open-signer.ts';
import { wacz } from '../../src/export/wacz/wacz.ts';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../samples/export-request.ts';
import { makeWarc } from '../samples/make-warc.ts';
import { makeWorld } from '../samples/world-articles.ts';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.ts';
import { watchPage } from './watch-page.ts';

const executablePath = findBrowser();
const PACKAGES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', csv: 'text/csv' };

/** What TimelineJS' own pages have in them. */
const TIMELINE_PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/timeline/css/timeline.css">
<div id="timeline" style="height: 600px"></div><script src="/timeline/js/timeline.js"></script>
<script>window.timeline = new TL.Timeline('timeline', location.origin + '/sheet.csv', { font: null });</script>`;

/** A server of the two programs' files and of the exports in `folder`. ReplayWeb.page asks for parts of the pack, by their bytes. */
function serveFiles(folder: string): Server {
  return createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const file =
      path === '/'
        ? join(PACKAGES, 'replaywebpage/index.html')
        : /^\/(?:ui|sw)\.js$/.test(path)
          ? join(PACKAGES, 'replaywebpage', path)
          : path.startsWith('/timeline/')
            ? join(PACKAGES, '@knight-lab/timelinejs/dist', path.slice('/timeline'.length))
            : join(folder, path);
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[/\w+$/.exec(file)![0]] ?? (file.endsWith('.html') ? 'text/html' : 'application/octet-stream');
    const headers = { 'content-type': type, 'accept-ranges': 'bytes' };
    const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (first === undefined) {
      response.writeHead(200, { ...headers, 'content-length': size });
      createReadStream(file).pipe(response);
      return;
    }
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
    const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
    response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${size}` });
    createReadStream(file, { start, end }).pipe(response);
  });
}

/** What ReplayWeb.page found out about the signature of a pack; runs in its page. */
function readVerified(database: string): Promise<{ id: string; expected: unknown; matched: boolean | null }[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('verification').objectStore('verification').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => resolve(reading.result);
    };
  });
}

describe.skipIf(executablePath === null)('in the programs that they are made for', () => {
  let sample: SampleLedger;
  let server: Server;
  let origin: string;
  let browser: Browser;
  let page: Page;
  let asked: string[];
  let complaints: string[];

  beforeAll(async () => {
    sample = await makeLedger(makeWorld());
    server = serveFiles(sample.folder);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: executablePath!, args: BROWSER_ARGUMENTS });
  });

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    await sample?.remove();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    ({ asked, complaints } = watchPage(page));
  });

  afterEach(async () => {
    await page.close();
    expect(asked.filter((url) => !url.startsWith(origin) && !/^(?:blob|data|about):/.test(url))).toEqual([]);
  });

  test('ReplayWeb.page lists the articles and shows them as they were fetched, and else their text; the signature holds', async () => {
    const url = 'https://post.example/shut';
    const [, wire] = makeWorld();
    await sample.ledger.addReading(
      { ...wire, id: 'kept', article: { ...wire.article, title: 'Kept', url } },
      {
        path: url,
        url,
        capturedAt: '2026-11-18T10:00:00.000Z',
        addedAt: '2026-11-22T10:00:00.000Z',
        bytesSha256: 'cd'.repeat(32),
      },
    );
    const body = '<!doctype html><meta charset="utf-8"><h1>As it was fetched: “shut”</h1>';
    const kept = await makeWarc([{ url, body }], { gzip: true });
    const signer = await openSigner(join(sample.folder, 'key.pem'));
    const keptBytes = async (hash: string) => (hash.startsWith('cd') ? kept : null);
    writeFileSync(
      join(sample.folder, 'case.wacz'),
      await streamed(wacz, { ...requestOver(sample.ledger), keptBytes, signer }),
    );
    const address = `${origin}/?source=${encodeURIComponent(`${origin}/case.wacz`)}#view=pages`;
    const shown = page.frameLocator('wr-coll-replay iframe').locator('body');
    for (const [title, words] of [
      ['Pier <shut> & "sealed"', 'Ada Lund claimed that the pier shut in Kharkiv'],
      ['Wire', 'quoted Ada Lund as saying “it is shut”.'],
      ['Kept', 'As it was fetched: “shut”'],
    ]) {
      await page.goto('about:blank');
      await page.goto(address);
      await page.getByRole('link', { name: title }).first().click();
      await expect.poll(() => shown.innerText(), { timeout: 30_000 }).toContain(words);
    }
    const { pathname } = new URL(asked.find((url) => url.includes('/w/api/c/'))!);
    const verified = await page.evaluate(readVerified, `db:${pathname.split('/').at(-1)}`);
    expect(verified.find(({ id }) => id === 'signature')).toMatchObject({ expected: true, matched: true });
    expect(verified.find(({ id }) => id === 'publicKey')?.expected).toBe(signer.publicKey);
    // It tries for icons, and whether it knows the pack already.
    expect(complaints.filter((text) => !/404|allowfullscreen/.test(text))).toEqual([]);
  });

  test('TimelineJS shows every time of the sheet', async () => {
    const request = requestOver(sample.ledger);
    writeFileSync(join(sample.folder, 'sheet.csv'), await streamed(timelinejs, request));
    writeFileSync(join(sample.folder, 'timeline.html'), TIMELINE_PAGE);
    await page.goto(`${origin}/timeline.html`);
    await expect.poll(() => page.locator('.tl-timemarker').count()).toBe(request.tally.count);
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });
});
