/** `hearsay add` as a process: every kind of input, from files and from real servers on this machine, again and after a stop. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFeedList } from '../../src/intake/feed/opml.ts';
import type { KeptReading } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { makeWacz } from '../samples/make-wacz.ts';
import { makeWarc } from '../samples/make-warc.ts';
import { type LocalServer, page, serveLocally } from '../samples/serve-locally.ts';
import { MAIN, plainEnvironment, runHearsay } from './run-hearsay.ts';

let folder: string;
let server: LocalServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-add-'));
  server = await serveLocally();
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};
const add = (words: readonly string[], input?: string) =>
  runHearsay(['add', ...words], { cwd: folder, ...(input !== undefined && { input }) });

const html = (name: string, words: string) =>
  `<!doctype html><title>Fire at ${name}</title><h1>Fire at ${name}</h1><p>The port said the pier of ${name} was closed. ${words}</p>`;

/** All that the ledger holds, but for when it was written. */
async function kept(name = 'hearsay.db'): Promise<Omit<KeptReading, 'readAt'>[]> {
  const ledger = await openLedger(at(name), { create: false });
  const readings: Omit<KeptReading, 'readAt'>[] = [];
  for await (const { readAt: _at, version, sightings, ...rest } of ledger.eachReading('all')) {
    const undated = <Row extends { addedAt: string }>({ addedAt: _added, ...row }: Row) => row as Row;
    readings.push({ ...rest, version: undated(version), sightings: sightings.map(undated) });
  }
  await ledger.close();
  return readings;
}

describe('files', () => {
  test('archives, records, saved pages and lists of them in one folder; a revisit is a sighting', async () => {
    const pier = 'https://courier.example/pier';
    put('in/a.txt', 'Fire at a\n\nThe port said the pier was closed.\n');
    put('in/b.jsonl', '{"id":"1","text":"The port denied it.","date":"2026-03-01"}\n{"id":"2"}\n');
    put(
      'in/c.warc.gz',
      await makeWarc(
        [
          { url: pier, body: html('c', '') },
          { url: pier, type: 'revisit', body: '', date: '2026-03-05T10:00:00Z' },
          { url: 'https://courier.example/none', type: 'revisit', body: '' },
        ],
        { gzip: true },
      ),
    );
    const frame = 'https://courier.example/d';
    put('in/d.wacz', await makeWacz([{ url: frame, body: html('d', '') }], { pages: [{ url: frame }] }));
    put('in/e.mhtml', `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${html('e', '')}`);
    put('in/f.pdf', '%PDF');
    const first = await add(['--failures', 'failed.jsonl', 'in']);
    expect(first.code).toBe(3);
    expect(first.stdout).toContain('hearsay.db: 5 added, 1 seen again, 1 failed');
    expect(first.stdout).toContain('Files passed over: 1 revisit of a page that is not in the ledger, 1 .pdf');
    expect(JSON.parse(readFileSync(at('failed.jsonl'), 'utf8'))).toMatchObject({ what: '2', code: 'E_INPUT' });
    const readings = await kept();
    expect(readings.find(({ reading }) => reading.article.title === 'Fire at c')).toMatchObject({
      version: { url: pier, capturedAt: '2026-03-01T10:00:00.000Z' },
      sightings: [{ capturedAt: '2026-03-05T10:00:00.000Z' }],
    });
    const second = await add(['in']);
    expect(second.stdout).toContain('hearsay.db: 6 known, 1 failed · 0 statements');
    expect(await kept()).toEqual(readings);
  });

  test('standard input, and what it may be', async () => {
    expect((await add(['-'], html('a', ''))).stdout).toContain('1 added');
    expect((await add(['-'], '{"id":"1","text":"The port denied it."}\n')).stdout).toContain('1 added');
    expect((await add(['-'], html('a', ''))).stdout).toContain('1 known');
  });

  test('two runs make the same ledger, also one that was killed again and again', async () => {
    for (let n = 0; n < 30; n++)
      put(`in/${n % 7}/${n}.html`, html(String(n), 'Nobody was hurt, a clerk said. '.repeat(n)));
    await add(['--ledger', 'one.db', '--workers', '1', 'in']);
    let kills = 0;
    for (let code: number | null = null; code === null; ) {
      const child = spawn(process.execPath, [MAIN, 'add', '--ledger', 'two.db', '--workers', '2', 'in'], {
        cwd: folder,
        env: plainEnvironment(),
      });
      const timer = kills < 3 ? setTimeout(() => child.kill('SIGKILL'), 700 + 150 * kills) : undefined;
      code = await new Promise((resolve) => child.on('close', resolve));
      clearTimeout(timer);
      if (code === null) kills++;
    }
    expect(await kept('two.db')).toEqual(await kept('one.db'));
    expect((await kept('one.db')).length).toBe(30);
  });
});

describe('feeds', () => {
  const item = (guid: string, path: string) =>
    `<item><guid isPermaLink="false">${guid}</guid><link>${server.origin}${path}</link></item>`;
  const feed = (...items: string[]) =>
    page(`<rss version="2.0"><channel><title>The Courier</title>${items.join('')}</channel></rss>`, {
      'content-type': 'application/rss+xml',
    });
  const polite = ['--allow-private', '--pause', '0'];

  test('new pages are added, changed ones are versions, and what did not change is not asked for', async () => {
    server.answers['/feed'] = feed(item('1', '/one'), item('2', '/two'));
    server.answers['/one'] = page(html('one', ''));
    server.answers['/two'] = page(html('two', ''));
    const address = `${server.origin}/feed`;
    const first = await add([...polite, '--keep-bytes', 'bytes', address]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('hearsay.db: 2 added');
    const kepts = readdirSync(at('bytes'), { recursive: true }).filter((name) => String(name).endsWith('.warc.gz'));
    expect(kepts).toHaveLength(3);

    const asked = server.asked.length;
    expect((await add([...polite, address])).stdout).toContain('hearsay.db: 2 known');
    expect(server.asked.slice(asked)).toEqual(['/robots.txt', '/feed']);

    server.answers['/two'] = page(html('two', 'It was opened again, the port said.'));
    server.answers['/feed'] = feed(
      item('1', '/one'),
      item('2', '/two').replace('<link>', '<title>Updated</title><link>'),
    );
    expect((await add([...polite, address])).stdout).toContain('hearsay.db: 1 new version, 1 known');
  });

  test('an entry that failed is tried again, though the server says that the feed did not change', async () => {
    server.answers['/feed'] = (request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response
            .writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' })
            .end(`<rss version="2.0"><channel>${item('1', '/one')}</channel></rss>`);
    const failed = await add([...polite, `${server.origin}/feed`]);
    const { stdout: runs } = await runHearsay(['runs'], { cwd: folder });
    expect(runs).toMatch(/intake\trun_[0-9a-f]{16}\t.*\t.*1 failed/);
    const { stdout: failures } = await runHearsay(['runs', '--failures'], { cwd: folder });
    expect(failures).toMatch(/E_FETCH\thttp.*\t.+/);
    expect(failed.code).toBe(3);
    expect(failed.stdout).toContain('Failed: 1 E_FETCH');
    server.answers['/one'] = page(html('one', ''));
    expect((await add([...polite, `${server.origin}/feed`])).stdout).toContain('1 added');
    expect((await add([...polite, `${server.origin}/feed`])).stdout).toContain('1 known');
  });

  test('a list of feeds passes through: groups, and attributes that only its owner knows', async () => {
    server.answers['/feed'] = feed(item('1', '/one'));
    server.answers['/wire'] = feed(item('2', '/two'));
    server.answers['/one'] = page(html('one', ''));
    server.answers['/two'] = page(html('two', ''));
    const outlines = (pier: string, wire: string) =>
      `<outline text="Ports"><outline text="Coast">${pier}</outline></outline>${wire}`;
    const pier = `<outline text="Pier" type="rss" htmlUrl="https://p.example/" category="/a,/b" muted="7" xmlUrl="${server.origin}/feed"/>`;
    const wire = `<outline text="Wire" title="The &amp; Wire" xmlUrl="${server.origin}/wire"/>`;
    put('feeds.opml', `<opml version="2.0"><head/><body>${outlines(pier, wire)}</body></opml>`);
    expect((await add([...polite, 'feeds.opml'])).stdout).toContain('2 added');
    // Read again by its own address: it stays in its groups.
    expect((await add([...polite, `${server.origin}/feed`])).code).toBe(0);
    const listed = await runHearsay(['sources'], { cwd: folder });
    expect(listed.stdout).toMatch(/^feed\t2\d{3}-\d\d-\d\d\tPier\tPorts \/ Coast\thttp/m);
    const { stdout } = await runHearsay(['export', '--format', 'opml'], { cwd: folder });
    put('again.opml', stdout);
    const list = (name: string) => readFeedList(readFileSync(at(name), 'utf8'));
    expect(list('again.opml').map(({ outline }) => outline.groups)).toEqual([['Ports', 'Coast'], []]);
    for (const [position, { url, outline }] of list('feeds.opml').entries()) {
      const again = list('again.opml')[position];
      expect(again.url).toBe(url);
      expect(again.outline.attributes).toMatchObject(outline.attributes);
    }
    expect((await runHearsay(['sources', '--remove', `${server.origin}/wire`], { cwd: folder })).code).toBe(0);
    expect((await runHearsay(['sources'], { cwd: folder })).stdout).not.toContain('/wire');
    expect((await runHearsay(['sources', '--remove', 'x'], { cwd: folder })).code).toBe(1);
  });

  test('private addresses are refused unless they are meant, and nothing is asked offline', async () => {
    for (const words of [[], ['--offline', '--allow-private']]) {
      const { code, stderr } = await add([...words, `${server.origin}/feed`]);
      expect(code).toBe(3);
      expect(stderr).toMatch(/private network .* use --allow-private|--offline/);
    }
    expect(server.asked).toEqual([]);
  });

  test('a budget', async () => {
    server.answers['/feed'] = feed(item('1', '/one'), item('2', '/two'));
    server.answers['/one'] = page(html('one', ''));
    const { stdout, code } = await add([...polite, '--requests', '3', `${server.origin}/feed`]);
    expect(code).toBe(3);
    expect(stdout).toContain('1 added, 1 failed');
    expect(stdout).toContain('Failed: 1 E_BUDGET');
  });
});

test('Ctrl-C while standard input is open ends cleanly', async () => {
  const child = spawn(process.execPath, [MAIN, 'add', '-'], { cwd: folder, env: plainEnvironment() });
  const record = (n: number) => `${JSON.stringify({ id: String(n), text: `The port denied it, clerk ${n} said.` })}\n`;
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      out += part;
    });
  }
  const code = new Promise((resolve) => child.on('close', resolve));
  child.stdin.write(Array.from({ length: 500 }, (_, n) => record(n)).join(''));
  const count = async () => (await kept().catch(() => [])).length;
  while ((await count()) < 5) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  expect([await code, out]).toEqual([130, expect.stringContaining('Interrupted')]);
});
