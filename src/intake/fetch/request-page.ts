/**
 * One request: no redirect is followed, nothing is tried again. The body is taken within the limits, its content codings are
 * undone within them too, and what is certainly no article is refused by its content type before a byte of it is taken.
 */
import { type Agent, request } from 'undici';
import { HearsayError } from '../../text/errors.ts';
import { decodeContent } from '../bytes/decode-content.ts';

export interface RequestOptions {
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly largestBytes: number;
  readonly signal: AbortSignal;
  /** Told of every piece of the body that came. */
  readonly onBytes?: (bytes: number) => void;
}

export interface Response {
  readonly status: number;
  /** In lower case; of a field that stands twice, the last. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body of a 200; empty for all else. */
  readonly bytes: Uint8Array;
}

const NO_ARTICLE =
  /^(?:image|video|audio|font|model)\/|^(?:text\/(?:css|javascript)|application\/(?:(?:x-)?javascript|pdf|msword|zip-compressed|vnd\.(?:ms-|openxml|oasis)))/i;

/**
 * Asks for an address once.
 *
 * @throws HearsayError E_TOO_LARGE, E_FETCH (a content type that is no article); what undici throws for all else.
 * @example
 * const { status } = await requestPage(new URL('https://courier.example/'), { agent, headers, largestBytes, signal });
 */
export async function requestPage(url: URL, options: RequestOptions): Promise<Response> {
  const { agent, largestBytes, signal, onBytes } = options;
  const answer = await request(url, { dispatcher: agent, signal, headers: options.headers });
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, (Array.isArray(value) ? value.at(-1) : value) ?? '']),
  );
  const { statusCode: status, body } = answer;
  // An error of the transfer may come after the last piece was wanted: it is nobody's concern then.
  body.on('error', () => undefined);
  try {
    if (status !== 200) return { status, headers, bytes: new Uint8Array(0) };
    const type = headers['content-type'] ?? '';
    if (NO_ARTICLE.test(type)) {
      const message = `The server gives ${type.split(';')[0]}, which is no article: give the address of a page or a feed.`;
      throw new HearsayError('E_FETCH', message);
    }
    if (Number(headers['content-length'] ?? 0) > largestBytes) throw tooLarge(largestBytes);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of body as AsyncIterable<Uint8Array>) {
      size += part.length;
      onBytes?.(part.length);
      if (size > largestBytes) throw tooLarge(largestBytes);
      parts.push(part);
    }
    const bytes = await decodeContent(Buffer.concat(parts), headers['content-encoding'] ?? null, largestBytes);
    return { status, headers, bytes };
  } finally {
    // What is left of a body is not waited for.
    body.destroy();
  }
}

function tooLarge(largestBytes: number): HearsayError {
  const limit = Math.floor(largestBytes / 2 ** 20);
  return new HearsayError(
    'E_TOO_LARGE',
    `The page is larger than ${limit} MiB: save its text to a file and give that.`,
  );
}
