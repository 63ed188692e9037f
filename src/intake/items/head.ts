/** What the beginning of a source shows of its kind: its text, its root element, its first line. Linear in the beginning. */
import { extname } from 'node:path';
import { decodeBytes } from '../charset/decode-bytes.ts';
import type { Source } from './source.ts';

export interface Head {
  readonly bytes: Uint8Array;
  /** Decoded, without white space at its beginning. */
  readonly text: string;
  /** Local name of the first element, in lower case, where the text begins as markup does; else null. */
  readonly root: string | null;
  /** The ending of the name in lower case, with its dot and without ".gz"; "" where there is none. */
  readonly extension: string;
  /** The transport's content type without parameters; "" where there is none. */
  readonly type: string;
}

/**
 * Looks at the beginning of a source.
 *
 * @example
 * headOf(source).root; // 'rss'
 */
export function headOf({ head, name, contentType }: Source): Head {
  const text = decodeBytes(head).text.replace(/^[\ufeff\s]+/, '');
  return {
    bytes: head,
    text,
    root: rootOf(text),
    extension: extname(pathOf(name).replace(/\.gz$/i, '')).toLowerCase(),
    type: (contentType ?? '').split(';')[0].trim().toLowerCase(),
  };
}

/** The path of an address, or the name as it is. */
function pathOf(name: string): string {
  return /^https?:/i.test(name) && URL.canParse(name) ? new URL(name).pathname : name;
}

/** Passes over the XML declaration, instructions, remarks and the document type; HTML's own says enough. */
function rootOf(text: string): string | null {
  if (/^<!doctype\s+html\b/i.test(text)) return 'html';
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const end = text.startsWith('<?', at)
      ? text.indexOf('?>', at) + 1
      : text.startsWith('<!--', at)
        ? text.indexOf('-->', at + 4) + 2
        : /^<!doctype\b/i.test(text.slice(at, at + 10))
          ? endOfDocumentType(text, at)
          : -1;
    if (end < at + 2) break;
    at = end + 1;
  }
  const name = /^<([a-z][\w.-]*(?::[\w.-]+)?)[\s/>]/i.exec(text.slice(at, at + 200))?.[1];
  return name?.replace(/^.*:/, '').toLowerCase() ?? null;
}

/** The ">" of a document type, which may hold declarations in brackets. */
function endOfDocumentType(text: string, at: number): number {
  const close = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (bracket === -1 || bracket > close) return close;
  const end = text.indexOf(']', bracket);
  return end === -1 ? -1 : text.indexOf('>', end);
}
