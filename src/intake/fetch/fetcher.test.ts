/** Against real servers on this machine that misbehave; the clock is the test's own, so nothing is waited for. */
import type { Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalServer, page, serveLocally } from '../../../test/samples/serve-locally.ts';
import type { Clock } from './clock.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from './fetcher.ts';

let server: LocalServer;
let fetchers: Fetcher[];
let waits: number[];
let now: number;

const clock: Clock = {
  now: () => now,
  wait: async (ms) => {
    waits.push(ms);
    now += ms;
  },
};

beforeEach(async () => {
  server = await serveLocally();
  fetchers = [];
  waits = [];
  now = Date.UTC(2026, 2, 3);
});
afterEach(async () => {
  for (const fetcher of fetchers) await fetcher.close();
  await server.stop();
});

function make(options: FetcherOptions = {}): Fetcher {
  const fetcher = createFetcher({ allowPrivate: true, clock, random: () => 0.5, ...options });
  fetchers.push(fetcher);
  return fetcher;
}

const at = (path: string) => `${server.origin}${path}`;
const pagesAsked = () => server.asked.filter((path) => path !== '/robots.txt');
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** The refusal's code and words. */
async function refused(address: string, options: FetcherOptions = {}): Promise<string> {
  try {
    await make(options).fetch(address);
    return 'fetched';
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
}

test('a page: bytes, final address, type, validators, and who asked', async () => {
  server.answers['/moved'] = (_request, response) => response.writeHead(301, { location: '/page' }).end();
  server.answers['/page'] = page('<p>Yes.', { etag: '"1"', 'last-modified': 'Tue, 03 Mar 2026 10:00:00 GMT' });
  const fetched = await make().fetch(at('/moved#part'));
  expect(textOf(fetched?.bytes)).toBe('<p>Yes.');
  expect(fetched).toMatchObject({
    url: at('/page'),
    contentType: 'text/html',
    etag: '"1"',
    fetchedAt: expect.stringMatching(/^2026-03-03T/),
  });
  expect(server.headers.at(-1)?.['user-agent']).toMatch(/^Hearsay\/\d+\.\d+\.\d+ /);
});

test('what did not change is not sent again', async () => {
  server.answers['/page'] = (request, response) =>
    request.headers['if-none-match'] === '"1"'
      ? response.writeHead(304).end()
      : page('x', { etag: '"1"' })(request, response);
  expect(await make().fetch(at('/page'), { etag: '"1"' })).toBeNull();
  expect(await make().fetch(at('/page'), { etag: '"0"' })).not.toBeNull();
});

describe('robots.txt', () => {
  test('is asked for once, and what it forbids is not fetched', async () => {
    server.answers['/robots.txt'] = page(
      'User-agent: *\nDisallow: /private\nCrawl-delay: 7\n\nUser-agent: other\nDisallow: /',
    );
    server.answers['/a'] = page('a');
    const fetcher = make();
    await fetcher.fetch(at('/a'));
    await expect(fetcher.fetch(at('/private/b'))).rejects.toMatchObject({ code: 'E_ROBOTS' });
    await fetcher.fetch(at('/a'));
    expect(server.asked).toEqual(['/robots.txt', '/a', '/a']);
    expect(waits.at(-1)).toBe(7000);
  });

  test('a group of our own stands before that for all', async () => {
    server.answers['/robots.txt'] = page('User-agent: *\nDisallow: /\n\nUser-agent: Hearsay\nAllow: /');
    server.answers['/a'] = page('a');
    expect(await make().fetch(at('/a'))).not.toBeNull();
  });

  test.each([
    [404, 'fetched'],
    [403, 'fetched'],
    [500, 'E_ROBOTS'],
    [429, 'E_ROBOTS'],
  ])('status %s: %s', async (status, expected) => {
    server.answers['/robots.txt'] = page('', {}, status);
    server.answers['/a'] = page('a');
    expect(await refused(at('/a'))).toMatch(new RegExp(`^${expected}`));
  });

  test('is asked for at the host that a redirect leads to', async () => {
    const other = await serveLocally({ '/robots.txt': page('User-agent: *\nDisallow: /'), '/b': page('b') });
    server.answers['/a'] = (_request, response) => response.writeHead(302, { location: `${other.origin}/b` }).end();
    expect(await refused(at('/a'))).toMatch(/^E_ROBOTS/);
    expect(other.asked).toEqual(['/robots.txt']);
    await other.stop();
  });
});

describe('pauses', () => {
  test('between requests to one host, one at a time', async () => {
    let open = 0;
    let most = 0;
    server.answers['/a'] = async (_request, response) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
      response.end('a');
    };
    const fetcher = make({ pauseMs: 2000 });
    await Promise.all(Array.from({ length: 5 }, () => fetcher.fetch(at('/a'))));
    expect(most).toBe(1);
    expect(waits).toEqual([2000, 2000, 2000, 2000, 2000]);
  });

  test.each([
    ['seconds', '30', 30_000],
    ['a date', 'Tue, 03 Mar 2026 00:00:40 GMT', 40_000],
    ['nothing', undefined, 1000],
  ])('a busy server that names %s', async (_name, after, least) => {
    let count = 0;
    server.answers['/a'] = (request, response) =>
      count++ === 0
        ? page('', after === undefined ? {} : { 'retry-after': after }, 503)(request, response)
        : response.end('a');
    await make({ pauseMs: 0, robots: false }).fetch(at('/a'));
    expect(count).toBe(2);
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(least * 0.75);
    expect(Math.max(...waits)).toBeLessThanOrEqual(least);
  });

  test('grow from try to try, and end', async () => {
    server.answers['/a'] = page('', {}, 503);
    expect(await refused(at('/a'), { pauseMs: 0, robots: false })).toMatch(/E_FETCH: The server answered 503/);
    expect(pagesAsked()).toHaveLength(3);
    expect(waits).toEqual([750, 1500]);
  });

  test('a server that asks for an hour is left alone', async () => {
    server.answers['/a'] = page('', { 'retry-after': '3600' }, 429);
    expect(await refused(at('/a'), { robots: false })).toMatch(/Retry-After: 3600/);
    expect(pagesAsked()).toHaveLength(1);
  });

  test('a connection that breaks is tried again', async () => {
    let count = 0;
    server.answers['/a'] = (_request, response) => (count++ === 0 ? response.destroy() : response.end('a'));
    expect(await make({ robots: false }).fetch(at('/a'))).not.toBeNull();
    expect(count).toBe(2);
  });
});

test.each([
  ['requests', { requests: 2 }, /budget of 2 requests/],
  ['bytes', { bytes: 10 }, /budget of 10 bytes/],
  ['time', { ms: 60_000 }, /budget of 1 minutes/],
])('a budget of %s', async (_name, budget, words) => {
  server.answers['/a'] = page('x'.repeat(20));
  const fetcher = make({ budget, robots: false, pauseMs: 60_000 });
  const fetches = async () => {
    for (let n = 0; n < 3; n++) await fetcher.fetch(at('/a'));
  };
  await expect(fetches()).rejects.toMatchObject({ code: 'E_BUDGET', message: expect.stringMatching(words) });
});

describe('servers that misbehave', () => {
  const drip = (
    _request: unknown,
    response: { writeHead(status: number): unknown; write(part: string): boolean; destroyed: boolean },
  ) => {
    response.writeHead(200);
    const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write('x')), 20);
  };

  test.each<[string, (server: LocalServer) => void, FetcherOptions, RegExp]>([
    [
      'a loop of redirects',
      ({ answers }) => {
        answers['/a'] = (_request, response) => response.writeHead(302, { location: '/a' }).end();
      },
      {},
      /E_FETCH: The page redirects more than 5 times/,
    ],
    [
      'a redirect to a file',
      ({ answers }) => {
        answers['/a'] = (_request, response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end();
      },
      {},
      /E_FETCH: "file:/,
    ],
    [
      'no answer',
      ({ answers }) => {
        answers['/a'] = () => undefined;
      },
      { headersMs: 100, tries: 1 },
      /E_FETCH: The page cannot be reached \(UND_ERR_HEADERS_TIMEOUT\)/,
    ],
    [
      'a slow drip',
      ({ answers }) => Object.assign(answers, { '/a': drip }),
      { pageMs: 300 },
      /No answer within 0.3 seconds/,
    ],
    [
      'a pause in the body',
      ({ answers }) => {
        answers['/a'] = (_request, response) => response.writeHead(200).write('x');
      },
      { idleMs: 100, tries: 1 },
      /UND_ERR_BODY_TIMEOUT/,
    ],
    [
      'a body shorter than its length',
      ({ answers }) => {
        answers['/a'] = (_request, response) => {
          response.writeHead(200, { 'content-length': '100' });
          response.write('short');
          setImmediate(() => response.destroy());
        };
      },
      { tries: 1 },
      /E_FETCH: The page cannot be reached/,
    ],
    [
      'a length above the limit',
      ({ answers }) => {
        answers['/a'] = page('x'.repeat(3000));
      },
      { largestBytes: 1000 },
      /E_TOO_LARGE/,
    ],
    [
      'an endless body',
      ({ answers }) => {
        answers['/a'] = (_request, response) => {
          const more = (): void => {
            if (response.destroyed) return;
            response.write('x'.repeat(50_000));
            setImmediate(more);
          };
          response.writeHead(200);
          more();
        };
      },
      { largestBytes: 1_000_000 },
      /E_TOO_LARGE/,
    ],
    [
      'a bomb in gzip',
      ({ answers }) => {
        answers['/a'] = page(gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' });
      },
      { largestBytes: 1_000_000 },
      /E_TOO_LARGE/,
    ],
    [
      'a bomb in brotli',
      ({ answers }) => {
        answers['/a'] = page(brotliCompressSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'br' });
      },
      { largestBytes: 1_000_000 },
      /E_TOO_LARGE/,
    ],
    [
      'a picture',
      ({ answers }) => {
        answers['/a'] = page('GIF89a', { 'content-type': 'image/gif' });
      },
      {},
      /E_FETCH: The server gives image\/gif/,
    ],
    [
      'an endless header',
      ({ answers }) => {
        answers['/a'] = (request) => request.socket.write(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(200_000)}\r\n\r\n`);
      },
      { tries: 1 },
      /E_FETCH: The page cannot be reached \((?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)\)/,
    ],
  ])('%s', async (_name, answer, options, expected) => {
    answer(server);
    expect(await refused(at('/a'), { robots: false, pauseMs: 0, ...options })).toMatch(expected);
  });

  test('a body longer than its length is taken to its length, or not at all', async () => {
    server.answers['/a'] = (request) =>
      (request.socket as Socket).end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nand much more');
    const fetched = make({ robots: false, tries: 1 }).fetch(at('/a'));
    expect(await fetched.then((page) => textOf(page?.bytes)).catch(({ code }) => code)).toMatch(/^(?:an|E_FETCH)$/);
  });

  test('a body in gzip is unpacked', async () => {
    server.answers['/a'] = page(gzipSync('<p>Yes.'), { 'content-encoding': 'gzip' });
    expect(textOf((await make({ robots: false }).fetch(at('/a')))?.bytes)).toBe('<p>Yes.');
  });
});

describe('private addresses', () => {
  const closed = { allowPrivate: false, robots: false, tries: 1 } as const;

  test.each([
    'http://127.0.0.1:PORT/a',
    'http://localhost:PORT/a',
    'http://2130706433:PORT/a',
    'http://0x7f.1:PORT/a',
    'http://0177.0.0.1:PORT/a',
    'http://127.1:PORT/a',
    'http://[::1]:PORT/a',
    'http://[::ffff:127.0.0.1]:PORT/a',
    'http://0.0.0.0:PORT/a',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://224.0.0.1/',
    'http://[fe80::1]/',
  ])('%s is refused', async (address) => {
    server.answers['/a'] = page('secret');
    expect(await refused(address.replace('PORT', String(server.port)), closed)).toMatch(/E_FETCH: .* private network/);
    expect(server.asked).toEqual([]);
  });

  test('a user name in the address is refused', async () => {
    expect(await refused(`http://courier.example@127.0.0.1:${server.port}/a`, { robots: false })).toMatch(/user name/);
    expect(server.asked).toEqual([]);
  });

  test('a name that resolves there, also the second time only', async () => {
    server.answers['/a'] = page('secret');
    const names: string[] = [];
    const resolve: FetcherOptions['resolve'] = (name, done) => {
      names.push(name);
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    };
    const address = `http://courier.example:${server.port}/a`;
    expect(await refused(address, { ...closed, resolve })).toMatch(
      /courier.example:\d+ is in a private network \(127.0.0.1\)/,
    );
    expect(names).toEqual(['courier.example']);
    expect(server.asked).toEqual([]);
    expect(await refused(address, { robots: false, resolve })).toBe('fetched');
  });

  test('a redirect from a public host is refused', async () => {
    // The test's public host is one that may be reached; where it leads may not.
    const inside = await serveLocally({ '/a': page('secret') }, '127.0.0.2');
    server.answers['/a'] = (_request, response) => response.writeHead(302, { location: `${inside.origin}/a` }).end();
    const allowPrivate = (host: string) => host === `127.0.0.1:${server.port}`;
    expect(await refused(at('/a'), { allowPrivate, robots: false })).toMatch(/127.0.0.2:\d+ is in a private network/);
    expect(inside.asked).toEqual([]);
    await inside.stop();
  });

  test('robots.txt that redirects there does not lead there', async () => {
    server.answers['/robots.txt'] = (_request, response) =>
      response.writeHead(302, { location: 'http://127.0.0.2:9/x' }).end();
    const allowPrivate = (host: string) => host === `127.0.0.1:${server.port}`;
    expect(await refused(at('/a'), { allowPrivate })).toMatch(/E_FETCH: 127.0.0.2:9 is in a private network/);
  });
});

test('an interruption ends the waiting', async () => {
  server.answers['/a'] = () => undefined;
  const controller = new AbortController();
  const fetched = make({ robots: false }).fetch(at('/a'), {}, controller.signal);
  setTimeout(() => controller.abort(), 50);
  await expect(fetched).rejects.toMatchObject({ name: 'AbortError' });
});
