import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchPage } from './fetch-page.ts';
import { isPrivateAddress } from './private-address.ts';

let server: Server;
let origin = '';
const agents: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    agents.push(request.headers['user-agent']);
    const port = (server.address() as AddressInfo).port;
    const routes: Record<string, () => unknown> = {
      '/page': () => response.writeHead(200, { 'content-type': 'text/html; charset=koi8-r' }).end('<p>Yes.'),
      '/moved': () => response.writeHead(302, { location: '/page' }).end(),
      '/loop': () => response.writeHead(302, { location: '/loop' }).end(),
      '/inside': () => response.writeHead(302, { location: `http://127.0.0.2:${port}/page` }).end(),
      '/file': () => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
      '/large': () => response.writeHead(200).end('x'.repeat(100_000)),
      '/denied': () => response.writeHead(403).end(),
      '/silent': () => undefined,
    };
    (routes[request.url ?? ''] ?? (() => response.writeHead(404).end()))();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('fetchPage', () => {
  test('brings bytes, type and final address, and says who asks', async () => {
    const page = await fetchPage(`${origin}/moved`);
    expect(new TextDecoder().decode(page.bytes)).toBe('<p>Yes.');
    expect(page).toMatchObject({ url: `${origin}/page`, contentType: 'text/html; charset=koi8-r' });
    expect(agents.at(-1)).toContain('Hearsay');
  });

  test.each([
    ['/gone', {}, 'E_FETCH', '404'],
    ['/denied', {}, 'E_FETCH', 'save it in a browser'],
    ['/loop', {}, 'E_FETCH', 'redirects more than'],
    ['/inside', {}, 'E_FETCH', 'private network'],
    ['/file', {}, 'E_FETCH', 'not a web address'],
    ['/large', { largestBytes: 50_000 }, 'E_TOO_LARGE', 'larger than'],
    ['/silent', { timeoutMs: 200 }, 'E_FETCH', 'No answer within 0.2 seconds'],
  ] as const)('%s is refused and says why', async (path, limits, code, words) => {
    await expect(fetchPage(`${origin}${path}`, limits)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test('an address where nobody listens', async () => {
    await expect(fetchPage('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'E_FETCH' });
  });
});

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['169.254.169.254', true],
  ['::1', true],
  ['fd00::1', true],
  ['::ffff:192.168.0.1', true],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', true],
  ['64:ff9b::808:808', false],
  ['2002:7f00:1::', true],
  ['8.8.8.8', false],
  ['2001:4860:4860::8888', false],
  ['not an address', true],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});
