import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/sqlite/open-ledger.ts';
import { FIRST_PORT, type RunningServer, type ServeOptions, serve } from './serve.ts';

let folder: string;
let ledger: Ledger;
let running: RunningServer[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-serve-'));
  ledger = await openLedger(join(folder, 'case.db'));
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<ServeOptions> = {}): Promise<RunningServer> {
  const server = await serve({ ledger, webFolder: null, ...options });
  running.push(server);
  return server;
}

test('takes the next free port where none is given', async () => {
  const first = await start();
  const second = await start();
  expect(first.port).toBeGreaterThanOrEqual(FIRST_PORT);
  expect(second.port).toBeGreaterThan(first.port);
  expect(second.url).toBe(`http://127.0.0.1:${second.port}/`);
  expect((await fetch(`${second.url}v1/articles`)).status).toBe(200);
});

test('says what to do where the port is taken, is none, or the host is open to others', async () => {
  const blocker = await new Promise<Server>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
  const { port } = blocker.address() as { port: number };
  await expect(start({ port })).rejects.toMatchObject({ code: 'E_USAGE', message: /in use by another program/ });
  blocker.close();
  await expect(start({ port: 70_000 })).rejects.toMatchObject({ code: 'E_USAGE', message: /is not a port/ });
  await expect(start({ host: '0.0.0.0' as 'localhost' })).rejects.toMatchObject({ code: 'E_USAGE' });
});

test('refuses another host over a real connection, and paths that climb', async () => {
  const { port } = await start({ port: 0 });
  const statusOf = (path: string, host: string) =>
    new Promise<number>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      });
      asked.on('error', reject).end();
    });
  expect(await statusOf('/v1/articles', `127.0.0.1:${port}`)).toBe(200);
  expect(await statusOf('/v1/articles', 'evil.example')).toBe(403);
  expect(await statusOf('http://evil.example/v1/articles', 'evil.example')).toBe(403);
  expect(await statusOf('/../../../../../../etc/passwd', 'localhost')).toBe(404);
});

test('stops at once, although a connection is held open', async () => {
  const server = await start({ port: 0 });
  const held = connect(server.port, '127.0.0.1');
  held.on('error', () => {});
  await new Promise<void>((resolve) => held.once('connect', () => resolve()));
  held.write('GET /v1/articles HTTP/1.1\r\nHost: localhost\r\n');
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();
  held.destroy();
});
