/** `hearsay read`, `parse` and `explain` as processes: good input, bad input, exit codes, order, memory. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../../src/reading/reading.ts';
import { MAIN, plainEnvironment, runHearsay } from './run-hearsay.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const STORY = `Pier closed after fire

VELMAR — “Nobody was told to leave,” said Milo Hatch, the director of the port.

The Coast Guard denied that any order had been given.
`;
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pier closed after fire</title></head>
<body><article><h1>Pier closed after fire</h1>
<p>“Nobody was told to leave,” said Milo Hatch, the director of the port, who had watched the fire from the pier.</p>
<p>The Coast Guard denied that any order had been given, and said that its boats had been on the water in minutes.</p>
</article></body></html>`;

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-read-'));
  writeFileSync(at('story.txt'), STORY);
  writeFileSync(at('page.html'), PAGE);
  writeFileSync(at('page.html.gz'), gzipSync(PAGE));
  writeFileSync(at('empty.txt'), '');
  writeFileSync(
    at('picture.png'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xfe]),
  );
  writeFileSync(at('broken.html.gz'), gzipSync(PAGE).subarray(0, 60));
  writeFileSync(at('lines.jsonl'), '{"id":"a","text":"He left."}\n{"id":"b","text":"She left."}\n');
  writeFileSync(at('lines.jsonl.gz'), gzipSync(readFileSync(at('lines.jsonl'))));
  mkdirSync(at('a folder'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (stdout: string) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('read, for people', () => {
  test('the article, in plain text in a pipe', async () => {
    const { code, stdout, stderr } = await runHearsay(['read', at('page.html')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Pier closed after fire');
    expect(stdout).not.toContain('\u001b');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('coloured where FORCE_COLOR asks for it', async () => {
    const { stdout } = await runHearsay(['read', at('page.html')], { environment: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[1m');
  });

  test('--why gives the reasons of each statement', async () => {
    const { code, stdout } = await runHearsay(['read', '--why', at('story.txt')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +why +.*source tagged at/m);
    expect(stdout).toMatch(/^ +why who +/m);
  });

  test('standard input', async () => {
    const { code, stdout } = await runHearsay(['read', '-'], { input: STORY });
    expect(code).toBe(0);
    expect(stdout).toContain('Pier closed after fire');
  });

  test('one bad input among good ones', async () => {
    const { code, stdout, stderr } = await runHearsay(['read', at('none.html'), at('story.txt')]);
    expect(code).toBe(3);
    expect(stdout).toContain('Pier closed after fire');
    expect(stderr).toBe(`hearsay: ${at('none.html')}: There is no such file: check the path. (E_NOT_FOUND)\n`);
  });

  test.each([
    ['empty.txt', 'E_EMPTY'],
    ['picture.png', 'E_BINARY'],
    ['broken.html.gz', 'E_UNREADABLE'],
    ['a folder', 'E_UNREADABLE'],
    ['lines.jsonl', 'E_INPUT'],
  ])('%s is refused with %s', async (name, errorCode) => {
    const { code, stdout, stderr } = await runHearsay(['read', at(name)]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^hearsay: .*: .*\\(${errorCode}\\)\n$`));
  });

  test('a page on the web', async () => {
    const server = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pier`;
    const { code, stdout } = await runHearsay(['read', '--json', address]);
    server.close();
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: address,
      article: { title: 'Pier closed after fire', url: address },
    });
  });

  test('every article of the sample project', async () => {
    const articles = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(html|txt)$/.test(name))
      .map((name) => join(EXAMPLES, name));
    const { code, stdout, stderr } = await runHearsay(['read', '--jsonl', ...articles]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines(stdout).map(({ id }) => id)).toEqual(articles);
  });
});

describe('what is typed wrongly', () => {
  test.each([
    [[], 'Usage: hearsay'],
    [['raed'], 'Did you mean read?'],
    [['read'], 'Name a file'],
    [['read', '--jsno', 'a.html'], 'Did you mean --json?'],
    [['read', '--json', 'a.html', 'b.html'], 'use --jsonl'],
    [['read', '--json', '--jsonl', 'a.html'], 'not both'],
    [['read', '--why', '--json', 'a.html'], '--why is for people'],
    [['explain'], "missing required argument 'input'"],
    [['explain', 'a.html', '--stage', 'nonsense'], 'the stages are, in order, tokenize, '],
    [['add'], "missing required argument 'path'"],
    [['serve', '--port', 'door'], 'Give a number'],
  ])('hearsay %j ends with code 2 and says what to do', async (words, hint) => {
    const { code, stdout, stderr } = await runHearsay(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });

  test('--version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await runHearsay(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('read --json and --jsonl', () => {
  test('--json prints one Reading whose spans are the exact words', async () => {
    const { code, stdout } = await runHearsay(['read', '--json', at('story.txt')]);
    expect(code).toBe(0);
    const reading: Reading = JSON.parse(stdout);
    expect(reading).toMatchObject({ id: at('story.txt'), offsetUnit: 'utf16', engine: { name: 'hearsay' } });
    for (const { source, cue, content } of reading.statements) {
      for (const role of [source, cue, content]) {
        if (role) expect(role.spans.map(([start, end]) => reading.text.slice(start, end)).join(' … ')).toBe(role.text);
      }
    }
  });

  test('a text is kept to the letter', async () => {
    const texts = [
      ' \r\n a\n\n\nb  ',
      '“Ні,” — сказала вона. 👷🏽 e\u0301',
      'lone \ud800 surrogate',
      'שלום עולם',
      '\u0000',
    ];
    const input = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join('');
    const { code, stdout } = await runHearsay(['read', '--jsonl'], { input });
    expect(code).toBe(0);
    expect(lines(stdout).map(({ id, text }) => [id, text])).toEqual(texts.map((text, id) => [String(id), text]));
  });

  test('a bad line gives an error in its place, and the rest is read', async () => {
    const input = [
      '{"id":"1","text":"He left."}',
      'not json',
      '',
      '{"id":"2"}',
      '{"text":"no id"}',
      '[1]',
      '{"id":"3","text":""}',
      '{"id":"4","text":"She left.","date":"2026-03-02","title":"Gone","url":"https://x.example/gone"}',
      '{"id":"5","text":"no newline at the end"}',
    ].join('\n');
    const { code, stdout, stderr } = await runHearsay(['read', '--jsonl'], { input });
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(lines(stdout).map(({ id, error }) => [id, error?.code ?? null])).toEqual([
      ['1', null],
      [null, 'E_JSON'],
      ['2', 'E_INPUT'],
      [null, 'E_INPUT'],
      [null, 'E_INPUT'],
      ['3', 'E_EMPTY'],
      ['4', null],
      ['5', null],
    ]);
    expect(lines(stdout)[6].article).toMatchObject({
      title: 'Gone',
      published: '2026-03-02',
      url: 'https://x.example/gone',
    });
  });

  test('a line that is not UTF-8', async () => {
    const { code, stdout } = await runHearsay(['read', '--jsonl'], {
      input: Buffer.from('{"id":"\xff","text":"a"}\n', 'latin1'),
    });
    expect(code).toBe(3);
    expect(lines(stdout)).toMatchObject([{ id: null, error: { code: 'E_JSON' } }]);
  });

  test('what the line says of the article stands above what its page says', async () => {
    const input = JSON.stringify({ id: 'a', html: PAGE, title: 'Given', date: '2026-03-02' });
    const { stdout } = await runHearsay(['read', '--jsonl'], { input });
    expect(lines(stdout)[0].article).toMatchObject({ title: 'Given', published: '2026-03-02' });
  });

  test('files, in order, under the names given; JSON lines among them', async () => {
    const names = ['page.html.gz', 'none.html', 'story.txt', 'lines.jsonl', 'lines.jsonl.gz', 'page.html'].map(at);
    const { code, stdout } = await runHearsay(['read', '--jsonl', ...names]);
    expect(code).toBe(3);
    expect(lines(stdout).map(({ id, error }) => error?.code ?? id)).toEqual([
      names[0],
      'E_NOT_FOUND',
      names[2],
      ...['a', 'b', 'a', 'b'],
      names[5],
    ]);
    expect(lines(stdout)[0].text).toBe(lines(stdout).at(-1).text);
  });

  test('nothing in, nothing out', async () => {
    expect(await runHearsay(['read', '--jsonl'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('one line of 1 MB', async () => {
    const text = STORY.repeat(Math.ceil(1e6 / STORY.length));
    const { code, stdout } = await runHearsay(['read', '--jsonl'], { input: JSON.stringify({ id: 'long', text }) });
    expect(code).toBe(0);
    expect(lines(stdout)[0].text.length).toBe(text.length);
  });
});

describe('streams', () => {
  // Long enough that 20,000 of them, kept, would show.
  const note = 'x'.repeat(10_000);
  const line = (id: number) => `${JSON.stringify({ id, text: 'He left, she said.', note })}\n`;
  const tellPeak = 'data:text/javascript,process.on("exit",()=>console.error(process.resourceUsage().maxRSS))';

  async function readMany(count: number): Promise<{ ids: string[]; peakMb: number; stalled: boolean }> {
    const child = spawn(process.execPath, ['--import', tellPeak, MAIN, 'read', '--jsonl'], { env: plainEnvironment() });
    const closed = new Promise<false>((resolve) => child.on('close', () => resolve(false)));
    child.stdin.on('error', () => undefined);
    let stderr = '';
    child.stderr.on('data', (part) => (stderr += part));
    // Nobody reads yet: a program that heeds back-pressure stops taking lines long before the last one.
    let id = 0;
    while (id < count && child.stdin.write(line(id++)));
    const drained = new Promise((resolve) => child.stdin.once('drain', resolve));
    const fill = async () => {
      for (; id < count; id++) {
        if (!child.stdin.write(line(id))) await new Promise((resolve) => child.stdin.once('drain', resolve));
      }
      child.stdin.end();
    };
    await Promise.race([drained, closed]);
    const filled = fill().then(() => false);
    const stalled = await Promise.race([
      filled,
      closed,
      new Promise<boolean>((resolve) => setTimeout(resolve, 1500, true)),
    ]);
    let stdout = '';
    child.stdout.on('data', (part) => (stdout += part));
    await Promise.race([filled, closed]);
    await closed;
    return { ids: lines(stdout).map((reading) => reading.id), peakMb: Number(stderr) / 1024, stalled };
  }

  test('20,000 lines come out in order, as fast as they are read, in the memory of 2,000', async () => {
    const few = await readMany(2_000);
    const many = await readMany(20_000);
    expect(many.ids).toEqual(Array.from({ length: 20_000 }, (_, id) => String(id)));
    expect(many.stalled).toBe(true);
    expect(many.peakMb).toBeLessThan(few.peakMb + 120);
  }, 120_000);

  test('a reader that has seen enough is no error', async () => {
    const child = spawn(process.execPath, [MAIN, 'read', '--jsonl'], { env: plainEnvironment() });
    let stderr = '';
    child.stderr.on('data', (part) => (stderr += part));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    for (let id = 0; id < 5_000; id++) child.stdin.write(line(id));
    child.stdin.end();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('parse and explain', () => {
  test('parse --conllu writes a document for each input', async () => {
    const input = '{"id":"a","text":"He didn\'t leave. She did."}\nbad\n{"id":"b","text":"No."}\n';
    const { code, stdout, stderr } = await runHearsay(['parse', '--conllu'], { input });
    expect(code).toBe(3);
    expect(stdout.match(/^# newdoc id = .*$/gm)).toEqual(['# newdoc id = a', '# newdoc id = b']);
    expect(stdout).toMatch(/^2-3\tdidn't\t/m);
    expect(stdout.match(/\t0\troot\t/g)).toHaveLength(3);
    expect(stderr).toContain('E_JSON');
  });

  test('explain shows the document after a stage', async () => {
    const explained = async (stage: string) =>
      (await runHearsay(['explain', at('story.txt'), '--stage', stage])).stdout;
    expect(await explained('tokenize')).toMatch(/^token \[\d+, \d+\) Nobody$/m);
    expect(await explained('tag')).toMatch(/^sentence \d+ \[\d+, \d+\) .*\bdenied_VERB\/VBD\b/m);
  });
});
