/**
 * Connections to public addresses only. The address is checked where it is used: on what the name resolved to for this very
 * connection, and on the far end of the socket once it stands, so that neither a redirect, nor a name that answers differently the
 * second time, nor an odd way of writing an address (127.1, 0x7f000001, ::ffff:127.0.0.1) leads into the local network. One
 * connection a host. Proxies named in the environment are not used: they would see what is read.
 */
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPrivateAddress } from './private-address.ts';

/** Resolves a name to all of its addresses. */
export type Resolve = (hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

export interface AgentOptions {
  /** Whether a host (with its port) may be reached at a private address. */
  readonly mayBePrivate: (host: string) => boolean;
  readonly connectMs: number;
  readonly headersMs: number;
  /** Longest pause within a body. */
  readonly idleMs: number;
  readonly resolve?: Resolve;
}

/** The code of the error with which a connection to a private address is refused. */
export const PRIVATE_ADDRESS = 'HEARSAY_PRIVATE_ADDRESS';

const LONGEST_HEADER = 64 * 1024;

/**
 * The connections of one fetcher.
 *
 * @example
 * const agent = openAgent({ mayBePrivate: () => false, connectMs: 10_000, headersMs: 20_000, idleMs: 20_000 });
 */
export function openAgent(options: AgentOptions): Agent {
  const { mayBePrivate, connectMs, headersMs, idleMs, resolve = resolveByName } = options;
  const connectorFor = (host: string) =>
    buildConnector({ timeout: connectMs, allowH2: false, lookup: checkedLookup(resolve, mayBePrivate(host)) });
  const connect: buildConnector.connector = (target, done) => {
    const host = `${target.hostname}:${target.port || (target.protocol === 'https:' ? 443 : 80)}`;
    const bare = target.hostname.replace(/^\[|\]$/g, '');
    const isAllowed = mayBePrivate(host);
    if (!isAllowed && isIP(bare) !== 0 && isPrivateAddress(bare)) {
      done(refusal(bare), null);
      return;
    }
    connectorFor(host)(target, (error, socket) => {
      if (error) return done(error, null);
      const far = socket!.remoteAddress;
      if (isAllowed || (far !== undefined && !isPrivateAddress(far))) return done(null, socket!);
      socket!.destroy();
      done(refusal(far ?? bare), null);
    });
  };
  return new Agent({
    connect,
    connections: 1,
    pipelining: 1,
    headersTimeout: headersMs,
    bodyTimeout: idleMs,
    maxHeaderSize: LONGEST_HEADER,
  });
}

/** Gives only addresses that may be used, in whichever form is asked for. */
function checkedLookup(resolve: Resolve, isAllowed: boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, all) => {
      if (error) return done(error, '', 0);
      const usable = isAllowed ? all : all.filter(({ address }) => !isPrivateAddress(address));
      if (usable.length === 0) return done(refusal(all[0]?.address ?? hostname), '', 0);
      if (options.all) (done as (error: null, addresses: LookupAddress[]) => void)(null, usable);
      else done(null, usable[0].address, usable[0].family);
    });
  };
}

const resolveByName: Resolve = (hostname, done) => {
  systemLookup(hostname, { all: true }, (error, addresses) => done(error, addresses ?? []));
};

function refusal(address: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${address} is a private address`), { code: PRIVATE_ADDRESS, address });
}
