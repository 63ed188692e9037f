/** Puts the application on a port of this machine, and takes it off again. */
import { createServer as createHttpServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createReadingPool } from '../adding/reading-pool.ts';
import { createFetcher } from '../intake/fetch/fetcher.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { HearsayEngine } from '../reading/engine.ts';
import { HearsayError } from '../text/errors.ts';
import { createServer } from './create-server.ts';
import { findWebFolder } from './find-web-folder.ts';

export const FIRST_PORT = 4317;

/** How many ports are tried, from the first one upward, when none is given. */
const PORTS_TRIED = 100;

/** How long answers under way may take when the server is stopped. */
const LAST_ANSWERS_MS = 300;

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Whether only this machine can reach what listens there.
 *
 * @example
 * isLoopback('0.0.0.0'); // false
 */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/** Characters of a token at the least: 16 random ones cannot be guessed. */
const LEAST_TOKEN = 16;

export interface ServeOptions {
  readonly ledger: Ledger;
  /** Default: the first free one from 4317 upward. */
  readonly port?: number;
  /** Default 127.0.0.1: this machine only. Any other needs a token. */
  readonly host?: string;
  /** What every request must carry, where other machines may ask. */
  readonly token?: string | null;
  /** Makes the engine, when the first article is to be read; by default with the models that the package ships. */
  readonly openEngine?: () => Promise<HearsayEngine>;
  /** The folder of the built page; by default where this package or checkout has it. */
  readonly webFolder?: string | null;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Refuses new requests, finishes those under way, and resolves within half a second. The ledger stays open. */
  stop(): Promise<void>;
}

/**
 * Serves the ledger's API and page: on this machine, or, with a token, for others.
 *
 * @throws HearsayError E_USAGE where the host is open to others and there is no token, or the port is taken or not allowed.
 * @example
 * const server = await serve({ ledger });
 * console.log(server.url); // http://127.0.0.1:4317/
 * await untilStopped();
 * await server.stop();
 * ledger.close();
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { ledger, port, host = '127.0.0.1', webFolder = findWebFolder(), token = null } = options;
  if (!isLoopback(host) && (token === null || token.length < LEAST_TOKEN)) {
    throw new HearsayError(
      'E_USAGE',
      `"${host}" is open to other machines: give a token of ${LEAST_TOKEN} characters or more, or use 127.0.0.1.`,
    );
  }
  const { app, close } = createServer({
    ledger,
    webFolder,
    token,
    openEngine: options.openEngine ?? (async () => (await import('../models/open-engine.ts')).openEngine()),
    intake: { openPool: createReadingPool, openFetcher: async () => createFetcher() },
  });
  const server = createHttpServer(getRequestListener(app.fetch));
  const taken = port === undefined ? await listenOnFreePort(server, host) : await listenOnPort(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    port: taken,
    stop: async () => {
      await Promise.all([stop(server), close()]);
    },
  };
}

/**
 * Waits until the person or the system asks the program to stop (Ctrl-C, or a signal to terminate).
 *
 * @example
 * await untilStopped();
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM'] as const;
    const stopped = () => {
      for (const signal of signals) process.off(signal, stopped);
      resolve();
    };
    for (const signal of signals) process.on(signal, stopped);
  });
}

async function listenOnFreePort(server: Server, host: string): Promise<number> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
    const failure = await listen(server, port, host);
    if (!failure) return port;
    if (failure.code !== 'EADDRINUSE' && failure.code !== 'EACCES') throw unusable(host, port, failure);
  }
  throw new HearsayError(
    'E_USAGE',
    `No port from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} is free: give another one with --port.`,
  );
}

async function listenOnPort(server: Server, port: number, host: string): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new HearsayError('E_USAGE', `${port} is not a port: give a number from 1 to 65535, or leave --port out.`);
  }
  const failure = await listen(server, port, host);
  if (failure) throw unusable(host, port, failure);
  return (server.address() as { port: number }).port;
}

function unusable(host: string, port: number, cause: NodeJS.ErrnoException): HearsayError {
  const why = cause.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${cause.code})`;
  return new HearsayError('E_USAGE', `Port ${port} of ${host} ${why}: give another one, or leave --port out.`, {
    cause,
  });
}

function listen(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening);
      resolve(error);
    };
    const listening = () => {
      server.off('error', failed);
      resolve(null);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, host);
  });
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await closed;
  clearTimeout(cutOff);
}
