/**
 * Header fields as MIME and HTTP write them (RFC 5322, RFC 2045): one a line, folded lines joined, encoded words (RFC 2047)
 * decoded. Only a limited number of bytes is looked at, so a file without an end of its header costs nothing.
 */
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts';

/** Field names in lower case to values; of a field that stands twice, the first. */
export type MimeHeaders = Readonly<Record<string, string>>;

/** Bytes that a header may take: 64 KiB. */
const LONGEST_HEADER = 1 << 16;

export interface HeaderBlock {
  readonly headers: MimeHeaders;
  /** Where the body begins. */
  readonly end: number;
  /** Whether every line was a header field, up to an empty line or the end of the bytes. */
  readonly isWhole: boolean;
}

/**
 * Reads the header at the beginning of bytes.
 *
 * @example
 * readHeaders(new TextEncoder().encode('Subject: Yes\r\n\r\nBody')).headers.subject; // 'Yes'
 */
export function readHeaders(bytes: Uint8Array): HeaderBlock {
  const text = Buffer.from(bytes.subarray(0, LONGEST_HEADER)).toString('latin1');
  const headers: Record<string, string> = Object.create(null);
  let at = 0;
  let name = '';
  const finish = (isWhole: boolean): HeaderBlock => {
    for (const key of Object.keys(headers)) headers[key] = decodeWords(headers[key]);
    return { headers, end: at, isWhole };
  };
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const stop = newline === -1 ? text.length : newline;
    const line = text.slice(at, stop).replace(/\r$/, '');
    if (line === '') {
      at = Math.min(stop + 1, bytes.length);
      return finish(true);
    }
    const field = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/s.exec(line);
    if (/^[ \t]/.test(line) && name !== '') headers[name] += ` ${line.trim()}`;
    else if (field) {
      const key = field[1].toLowerCase();
      name = key in headers ? '' : key;
      if (name !== '') headers[name] = field[2].trimEnd();
    } else return finish(false);
    at = Math.min(stop + 1, text.length);
  }
  return finish(text.length === bytes.length);
}

/**
 * A parameter of a header value; null where it has none of that name.
 *
 * @example
 * parameterOf('multipart/related; boundary="a b"', 'boundary'); // 'a b'
 */
export function parameterOf(value: string | undefined, name: string): string | null {
  for (const [, key, quoted, plain] of (value ?? '').matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))/g)) {
    if (key.toLowerCase() === name) return quoted ?? plain;
  }
  return null;
}

function decodeWords(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1');
  return joined.replace(
    /=\?([\w-]{1,40})\?([QB])\?([^?\s]*)\?=/gi,
    (whole, charset: string, kind: string, word: string) => {
      const bytes = Buffer.from(word.replaceAll('_', kind.toUpperCase() === 'Q' ? ' ' : '_'), 'latin1');
      try {
        const decoded = kind.toUpperCase() === 'Q' ? decodeQuotedPrintable(bytes) : decodeBase64(bytes);
        return new TextDecoder(charset).decode(decoded);
      } catch {
        return whole;
      }
    },
  );
}
