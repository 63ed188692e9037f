/**
 * Fetches one page that a person named by its address. Says who it is, waits a limited time, takes a limited number of
 * bytes and redirects, and goes to private addresses only where the person wrote that very address: no redirect, and no name
 * that merely resolves there, leads into the local network. (The name is resolved once more when the connection is made;
 * a hostile name server could answer differently then.)
 */
import { lookup } from 'node:dns/promises';
import { HearsayError } from '../../text/errors.ts';
import { hostAddress, isPrivateAddress, namesAnAddress } from './private-address.ts';

const USER_AGENT = 'Mozilla/5.0 (compatible; Hearsay/0.1; reads one page that a person asked for)';
const MOST_REDIRECTS = 5;

export interface FetchLimits {
  /** For the whole page, redirects included. */
  readonly timeoutMs?: number;
  readonly largestBytes?: number;
}

export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** Where the page was found in the end. */
  readonly url: string;
  readonly contentType: string | null;
}

/**
 * The bytes of the page at an http or https address.
 *
 * @throws HearsayError E_FETCH where the page cannot be had, E_TOO_LARGE where it is larger than the limit (32 MiB).
 * @example
 * const { bytes, contentType } = await fetchPage('https://courier.example/harbour');
 */
export async function fetchPage(address: string, limits: FetchLimits = {}): Promise<FetchedPage> {
  const { timeoutMs = 20_000, largestBytes = 32 * 1024 * 1024 } = limits;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await follow(parseAddress(address), signal);
    if (!response.ok) {
      await response.body?.cancel();
      throw new HearsayError('E_FETCH', `The server answered ${response.status}: ${adviceOn(response.status)}`);
    }
    return {
      bytes: await takeBody(response, largestBytes),
      url: response.url,
      contentType: response.headers.get('content-type'),
    };
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    const message = signal.aborted
      ? `No answer within ${timeoutMs / 1000} seconds: try again, or save the page in a browser and give the file.`
      : `The page cannot be reached (${reasonOf(cause)}): check the address and the connection, or save the page in a browser and give the file.`;
    throw new HearsayError('E_FETCH', message, { cause });
  }
}

async function follow(first: URL, signal: AbortSignal): Promise<Response> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    await refusePrivate(url, first);
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { 'user-agent': USER_AGENT, accept: 'text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1' },
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    url = parseAddress(location, url);
  }
  throw new HearsayError(
    'E_FETCH',
    `The page redirects more than ${MOST_REDIRECTS} times: open it in a browser, save it, and give the file.`,
  );
}

async function refusePrivate(url: URL, first: URL): Promise<void> {
  if (namesAnAddress(url) && url.host === first.host) return;
  const addresses = namesAnAddress(url)
    ? [url.hostname === 'localhost' ? '127.0.0.1' : hostAddress(url)]
    : (await lookup(url.hostname, { all: true })).map(({ address }) => address);
  if (!addresses.some(isPrivateAddress)) return;
  throw new HearsayError(
    'E_FETCH',
    `${url.host} is in a private network: if that is meant, give the address itself (http://${addresses[0]}/…).`,
  );
}

function parseAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new HearsayError(
    'E_FETCH',
    `"${address}" is not a web address: give one that begins with https:// or http://.`,
  );
}

async function takeBody(response: Response, largestBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    // Leaving the loop ends the transfer.
    if (size > largestBytes) {
      throw new HearsayError(
        'E_TOO_LARGE',
        `The page is larger than ${Math.floor(largestBytes / 2 ** 20)} MiB: save its text to a file and give that.`,
      );
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function adviceOn(status: number): string {
  if (status === 404 || status === 410) return 'the page is not there; check the address.';
  if (status === 429 || status >= 500) return 'the server is busy or broken; try again later.';
  return 'it does not give the page to programs; save it in a browser and give the file.';
}

/** What went wrong underneath: fetch itself only says "fetch failed". */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  return code || (inner instanceof Error ? inner.message : String(inner));
}
