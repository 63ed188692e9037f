/** A real web server on this machine, on a port of its own, whose answers a test writes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface LocalServer {
  /** Such as "http://127.0.0.1:40123". */
  readonly origin: string;
  readonly port: number;
  /** Every request so far: method and path, in order. */
  readonly asked: string[];
  /** Header fields of the requests. */
  readonly headers: IncomingMessage['headers'][];
  /** Answers by path; a path without one is 404. */
  readonly answers: Record<string, Answer>;
  stop(): Promise<void>;
}

/**
 * Starts a server.
 *
 * @example
 * const server = await serveLocally({ '/page': (_request, response) => response.end('<p>Yes.') });
 */
export async function serveLocally(answers: Record<string, Answer> = {}, address = '127.0.0.1'): Promise<LocalServer> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    headers.push(request.headers);
    const answer = answers[(request.url ?? '').replace(/\?.*$/, '')];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    port,
    asked,
    headers,
    answers,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * An answer of a page.
 *
 * @example
 * serveLocally({ '/': page('<h1>Fire</h1>', { etag: '"1"' }) });
 */
export function page(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer {
  return (_request, response) => response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
}
