/**
 * An HTTP response as a web archive keeps it: status line, header fields, body (RFC 9112). The body is given without chunks and
 * content codings, within a limit.
 */
import { decodeChunked, decodeContent } from '../bytes/decode-content.ts';
import { readHeaders } from '../mime/headers.ts';

export interface HttpMessage {
  /** 0 where there is no status line. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it is kept, with chunks and codings. */
  readonly body: Uint8Array;
}

/**
 * Takes a response apart.
 *
 * @example
 * parseHttpMessage(block).status; // 200
 */
export function parseHttpMessage(block: Uint8Array): HttpMessage {
  const lineEnd = block.indexOf(0x0a);
  const first = Buffer.from(block.subarray(0, Math.min(lineEnd === -1 ? 0 : lineEnd, 1024))).toString('latin1');
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(first)?.[1];
  if (status === undefined) return { status: 0, headers: {}, body: block };
  const { headers, end } = readHeaders(block.subarray(lineEnd + 1));
  return { status: Number(status), headers, body: block.subarray(lineEnd + 1 + end) };
}

/**
 * The body as a browser would see it.
 *
 * @throws HearsayError E_TOO_LARGE where it unpacks to more than `most` bytes, E_UNREADABLE where it is damaged.
 * @example
 * await bodyOf(parseHttpMessage(block), 64 << 20);
 */
export async function bodyOf({ headers, body }: HttpMessage, most: number): Promise<Uint8Array> {
  const isChunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '');
  const whole = isChunked ? decodeChunked(body) : body;
  const transfer = (headers['transfer-encoding'] ?? '').replace(/\bchunked\b/gi, '');
  return decodeContent(whole, `${headers['content-encoding'] ?? ''},${transfer}`, most);
}
