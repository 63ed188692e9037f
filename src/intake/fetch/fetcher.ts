/**
 * Fetches pages and lists politely: robots.txt is honoured, each host is asked one thing at a time with a pause between, a busy
 * server is left alone for as long as it asks, what did not change is not sent again, and a budget ends it all. Says who it is. Every
 * step has a time limit and every body a size limit; private addresses are refused (open-agent.ts).
 */
import { createHash } from 'node:crypto';
import { ENGINE_VERSION } from '../../reading/engine.ts';
import { HearsayError } from '../../text/errors.ts';
import { type Clock, systemClock } from './clock.ts';
import { openAgent, PRIVATE_ADDRESS, type Resolve } from './open-agent.ts';
import { type Response, requestPage } from './request-page.ts';
import { createRobots, ROBOTS_NAME } from './robots.ts';
import { takeTurns } from './take-turns.ts';

export const USER_AGENT = `${ROBOTS_NAME}/${ENGINE_VERSION} (reads news articles for one person; honours robots.txt)`;

const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, text/plain;q=0.8, */*;q=0.5';
const MOST_REDIRECTS = 5;
const MOST_TRIES = 3;
const FIRST_BACK_OFF_MS = 1000;
/** A server that asks to be left alone for longer is left alone until the next run. */
const LONGEST_WAIT_MS = 120_000;
const LARGEST_BYTES = 64 * 1024 * 1024;

/** How much may be fetched in all; what is left out has no limit. */
export interface Budget {
  readonly requests?: number;
  readonly bytes?: number;
  readonly ms?: number;
}

export interface FetcherOptions {
  /** Whether hosts may be reached at private addresses: true for all, or a test of the host with its port. Default: none. */
  readonly allowPrivate?: boolean | ((host: string) => boolean);
  /** Whether robots.txt is asked for; default true. */
  readonly robots?: boolean;
  /** The least pause between two requests to one host, in milliseconds; default 1000. */
  readonly pauseMs?: number;
  readonly budget?: Budget;
  /** For a whole page, redirects included; default 60 seconds. */
  readonly pageMs?: number;
  readonly connectMs?: number;
  readonly headersMs?: number;
  readonly idleMs?: number;
  readonly largestBytes?: number;
  readonly tries?: number;
  readonly userAgent?: string;
  readonly clock?: Clock;
  /** From 0 to 1, for the jitter of the back-off. */
  readonly random?: () => number;
  readonly resolve?: Resolve;
}

/** What an earlier answer said of itself, so that the server can say that nothing changed. */
export interface Validators {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** Where it was found in the end. */
  readonly url: string;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** ISO 8601 instant. */
  readonly fetchedAt: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly bytesSha256: string;
  /** The header fields of the answer, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Fetcher {
  /**
   * The page at an address; null where the server says that it did not change since the validators were given.
   *
   * @throws HearsayError E_FETCH, E_ROBOTS, E_BUDGET, E_TOO_LARGE; the signal's reason where it aborts.
   */
  fetch(address: string, validators?: Validators, signal?: AbortSignal): Promise<FetchedPage | null>;
  /** Ends the connections. */
  close(): Promise<void>;
}

/**
 * A fetcher, which keeps robots.txt, pauses and budget over all that it fetches.
 *
 * @example
 * const fetcher = createFetcher({ budget: { requests: 500 } });
 * const page = await fetcher.fetch('https://courier.example/feed.xml', { etag });
 */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { allowPrivate = false, pauseMs = 1000, pageMs = 60_000, budget = {}, clock = systemClock } = options;
  const { largestBytes = LARGEST_BYTES, tries = MOST_TRIES, random = Math.random, resolve } = options;
  const mayBePrivate = typeof allowPrivate === 'function' ? allowPrivate : () => allowPrivate;
  const { connectMs = 10_000, headersMs = 20_000, idleMs = 20_000 } = options;
  const agent = openAgent({ mayBePrivate, connectMs, headersMs, idleMs, ...(resolve && { resolve }) });
  const turns = takeTurns(clock);
  const begun = clock.now();
  const spent = { requests: 0, bytes: 0 };
  const identity = { 'user-agent': options.userAgent ?? USER_AGENT, 'accept-encoding': 'gzip, deflate, br' };

  const spend = (): void => {
    const over =
      spent.requests >= (budget.requests ?? Number.POSITIVE_INFINITY)
        ? `${budget.requests} requests`
        : spent.bytes >= (budget.bytes ?? Number.POSITIVE_INFINITY)
          ? `${budget.bytes} bytes`
          : clock.now() - begun >= (budget.ms ?? Number.POSITIVE_INFINITY)
            ? `${(budget.ms ?? 0) / 60_000} minutes`
            : null;
    if (over === null) {
      spent.requests++;
      return;
    }
    throw new HearsayError('E_BUDGET', `The budget of ${over} is spent: the same command fetches the rest.`);
  };

  /** One request in the host's turn, and again where the server is busy. */
  const ask = async (url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await turns.take(url.host, Math.max(pauseMs, robots?.delayOf(url) ?? 0), signal, async () => {
        spend();
        const whole = AbortSignal.any([signal, AbortSignal.timeout(pageMs)]);
        try {
          const onBytes = (bytes: number) => {
            spent.bytes += bytes;
          };
          return await requestPage(url, {
            agent,
            headers: { ...identity, ...headers },
            largestBytes,
            signal: whole,
            onBytes,
          });
        } catch (cause) {
          signal.throwIfAborted();
          return failureOf(cause, url, whole.aborted ? pageMs : null);
        }
      });
      const isBusy =
        outcome instanceof HearsayError ? isPassing(outcome) : outcome.status === 429 || outcome.status >= 500;
      if (isBusy && attempt < tries) {
        const backOff = FIRST_BACK_OFF_MS * 2 ** (attempt - 1) * (0.5 + random() / 2);
        const asked = outcome instanceof HearsayError ? null : retryAfter(outcome.headers['retry-after'], clock.now());
        if ((asked ?? 0) <= LONGEST_WAIT_MS) {
          turns.holdUntil(url.host, clock.now() + Math.max(backOff, asked ?? 0));
          continue;
        }
      }
      if (outcome instanceof HearsayError) throw outcome;
      return outcome;
    }
  };

  const follow = async (
    first: URL,
    headers: Record<string, string>,
    signal: AbortSignal,
    check: (url: URL) => Promise<void>,
  ): Promise<{ url: URL; response: Response }> => {
    let url = first;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      await check(url);
      const response = await ask(url, headers, signal);
      const { location } = response.headers;
      if (response.status < 300 || response.status >= 400 || response.status === 304 || location === undefined) {
        return { url, response };
      }
      url = parseAddress(location, url);
    }
    throw new HearsayError(
      'E_FETCH',
      `The page redirects more than ${MOST_REDIRECTS} times: open it in a browser, save it, and give the file.`,
    );
  };

  const robots =
    options.robots === false
      ? null
      : createRobots(clock, async (url, signal) => {
          const { response } = await follow(url, { accept: 'text/plain' }, signal, async () => undefined);
          return { status: response.status, text: new TextDecoder().decode(response.bytes) };
        });

  return {
    close: () => agent.destroy(),
    fetch: async (address, { etag, lastModified } = {}, signal = new AbortController().signal) => {
      const headers = {
        accept: ACCEPT,
        ...(etag && { 'if-none-match': etag }),
        ...(lastModified && { 'if-modified-since': lastModified }),
      };
      const check = async (url: URL) => robots?.check(url, signal);
      const { url, response } = await follow(parseAddress(address), headers, signal, check);
      if (response.status === 304 && (etag || lastModified)) return null;
      if (response.status !== 200) {
        throw new HearsayError('E_FETCH', `The server answered ${response.status}: ${adviceOn(response)}`);
      }
      return {
        bytes: response.bytes,
        url: url.href,
        contentType: response.headers['content-type'] ?? null,
        etag: response.headers.etag ?? null,
        lastModified: response.headers['last-modified'] ?? null,
        fetchedAt: new Date(clock.now()).toISOString(),
        bytesSha256: createHash('sha256').update(response.bytes).digest('hex'),
        headers: response.headers,
      };
    },
  };
}

/**
 * A web address, or one relative to another, with nothing in it that a server should not be told.
 *
 * @throws HearsayError E_FETCH
 */
function parseAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new HearsayError(
      'E_FETCH',
      `"${address}" is not a web address: give one that begins with https:// or http://.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    const message = `The address of ${url.host} holds a user name or a password, which is not sent: give it without.`;
    throw new HearsayError('E_FETCH', message);
  }
  url.hash = '';
  return url;
}

function adviceOn({ status, headers }: Response): string {
  if (status === 404 || status === 410) return 'the page is not there; check the address.';
  if (status === 429 || status >= 500) {
    const after = headers['retry-after'];
    return `the server is busy or broken; try again ${after === undefined ? 'later' : `when it asks to (Retry-After: ${after})`}.`;
  }
  return 'it does not give the page to programs; save it in a browser and give the file.';
}

function retryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** What went wrong on the way: undici's codes and the system's. */
function failureOf(cause: unknown, url: URL, limitMs: number | null): HearsayError {
  if (cause instanceof HearsayError) return cause;
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { code, address } = inner as { code?: string; address?: string };
  if (code === PRIVATE_ADDRESS) {
    const message = `${url.host} is in a private network (${address}): if that is meant, use --allow-private.`;
    return new HearsayError('E_FETCH', message, { cause });
  }
  if (limitMs !== null) {
    const message = `No answer within ${limitMs / 1000} seconds: try again, or save the page in a browser and give the file.`;
    return new HearsayError('E_FETCH', message, { cause });
  }
  const reason = code ?? (inner instanceof Error ? inner.message : String(inner));
  return new HearsayError(
    'E_FETCH',
    `The page cannot be reached (${reason}): check the address and the connection, or save the page in a browser and give the file.`,
    { cause: inner },
  );
}

/** Whether another try may help: the connection broke, or nobody answered in time. */
function isPassing(error: HearsayError): boolean {
  const code = String((error.cause as { code?: string } | undefined)?.code);
  return /^(?:ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|UND_ERR_(?:SOCKET|CONNECT_TIMEOUT|HEADERS_TIMEOUT|BODY_TIMEOUT))$/.test(
    code,
  );
}
