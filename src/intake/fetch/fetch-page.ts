/**
 * Fetches one page that a person named by its address, as a browser would: robots.txt, which is for programs that choose their
 * pages themselves, is not asked for. Goes to private addresses only where the person wrote that very address: no redirect, and no
 * name that merely resolves there, leads into the local network.
 */
import { ENGINE_VERSION } from '../../reading/engine.ts';
import { HearsayError } from '../../text/errors.ts';
import { createFetcher, type FetchedPage } from './fetcher.ts';
import { namesAnAddress } from './private-address.ts';

const USER_AGENT = `Mozilla/5.0 (compatible; Hearsay/${ENGINE_VERSION}; reads one page that a person asked for)`;

export interface FetchLimits {
  /** For the whole page, redirects included. */
  readonly timeoutMs?: number;
  readonly largestBytes?: number;
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
  const first = URL.canParse(address) ? new URL(address) : null;
  const named = first && namesAnAddress(first) ? `${first.hostname}:${first.port || defaultPort(first)}` : null;
  const fetcher = createFetcher({
    robots: false,
    pauseMs: 0,
    tries: 1,
    pageMs: timeoutMs,
    largestBytes,
    userAgent: USER_AGENT,
    allowPrivate: (host) => host === named,
  });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return (await fetcher.fetch(address, {}, signal))!;
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    const message = `No answer within ${timeoutMs / 1000} seconds: try again, or save the page in a browser and give the file.`;
    throw new HearsayError('E_FETCH', message, { cause });
  } finally {
    await fetcher.close();
  }
}

function defaultPort({ protocol }: URL): number {
  return protocol === 'https:' ? 443 : 80;
}
