/**
 * Bytes to text: which charset the bytes are in, whatever is said about them.
 *
 * Order of trust: byte order mark; strict UTF-8 that holds at least one multibyte character (nothing else looks like it by
 * accident); the transport header and the markup, by the HTML standard's sniffing (html-encoding-sniffer); windows-1252.
 * A declaration that the bytes belie is overruled, and said so. Cost: linear, two passes at most.
 */
import sniffEncoding from 'html-encoding-sniffer';
import type { Warning } from '../../reading/reading.ts';

export interface DecodedText {
  readonly text: string;
  /** Name by the Encoding standard, such as "UTF-8" or "windows-1252". */
  readonly charset: string;
  /** How many bytes a byte order mark took; the text begins after it. */
  readonly skipped: number;
  readonly warnings: readonly Warning[];
}

/**
 * Decodes bytes. Never throws: what no charset explains becomes U+FFFD, and a warning says so.
 *
 * @param contentType the transport's Content-Type header, where there is one
 * @example
 * decodeBytes(new Uint8Array([0xe9])).text; // 'é', windows-1252
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): DecodedText {
  const warnings: Warning[] = [];
  const warn = (message: string) => warnings.push({ code: 'W_CHARSET', message });
  const mark = markLength(bytes);
  const label = /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1];
  const declared = declaredCharset(bytes, label);
  if (mark > 0) {
    const charset = mark === 3 ? 'UTF-8' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le';
    return decode(bytes, charset, mark, warnings);
  }

  const wide = wideCharset(bytes);
  if (wide !== null) return decode(bytes, wide, 0, warnings);
  const utf8 = utf8Kind(bytes);
  if (utf8 === 'multibyte' && !/^iso-2022/i.test(declared)) {
    if (declared && declared !== 'UTF-8') warn(`The page says ${declared}, but its bytes are UTF-8: read as UTF-8.`);
    return decode(bytes, 'UTF-8', 0, warnings);
  }
  if (utf8 === 'ascii' && !declared) return decode(bytes, 'UTF-8', 0, warnings);
  if (declared === 'UTF-8' && utf8 === 'invalid') {
    if (mostlyUtf8(bytes)) {
      warn('Some bytes are not valid UTF-8: they are shown as the character U+FFFD.');
      return decode(bytes, 'UTF-8', 0, warnings);
    }
    warn('The page says UTF-8, but its bytes are not: read as windows-1252.');
    return decode(bytes, 'windows-1252', 0, warnings);
  }
  if (!declared) {
    if (mostlyUtf8(bytes)) {
      warn('Some bytes are not valid UTF-8: they are shown as the character U+FFFD.');
      return decode(bytes, 'UTF-8', 0, warnings);
    }
    warn('No charset is named and the bytes are not UTF-8: read as windows-1252.');
  }
  return decode(bytes, declared || 'windows-1252', 0, warnings);
}

/** The charset that the header or the markup names, by the Encoding standard's name; '' where neither does. */
function declaredCharset(bytes: Uint8Array, label: string | undefined): string {
  let sniffed = '';
  try {
    sniffed = sniffEncoding(bytes, { transportLayerEncodingLabel: label, defaultEncoding: '' });
  } catch {
    // The sniffer fails on a meta element that breaks off within its charset; the search below still stands.
  }
  if (sniffed) return knownCharset(sniffed);
  // The standard looks at 1,024 bytes only; saved pages put styles and scripts before the meta element.
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1 << 17));
  const named =
    /^\s*<\?xml[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
    /<meta\s[^>]{0,300}?\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head);
  return named ? knownCharset(named[1]) : '';
}

function knownCharset(label: string): string {
  try {
    const name = new TextDecoder(label).encoding;
    // Markup that was read as ASCII to find this name cannot be UTF-16.
    return /^utf-?(8|16)/i.test(name) ? 'UTF-8' : name;
  } catch {
    return '';
  }
}

function decode(bytes: Uint8Array, charset: string, skipped: number, warnings: readonly Warning[]): DecodedText {
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes.subarray(skipped));
  return { text, charset, skipped, warnings };
}

/**
 * UTF-16 without a byte order mark: every other byte of mostly Latin text is zero.
 *
 * @example
 * wideCharset(new Uint8Array([0x41, 0, 0x42, 0, 0x43, 0, 0x44, 0])); // 'utf-16le'
 */
export function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = looked / 2;
  if (half < 4) return null;
  if (odd > 0.7 * half && even < 0.02 * half) return 'utf-16le';
  return even > 0.7 * half && odd < 0.02 * half ? 'utf-16be' : null;
}

function markLength(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  return (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe) ? 2 : 0;
}

function utf8Kind(bytes: Uint8Array): 'ascii' | 'multibyte' | 'invalid' {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.length === bytes.length ? 'ascii' : 'multibyte';
  } catch {
    return 'invalid';
  }
}

/** Whether the bytes above 0x7f are nearly all parts of well-formed UTF-8: a cut or damaged file, not another charset. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let ok = more > 0 && byte < 0xf5;
    for (let step = 1; ok && step <= more; step++) ok = (bytes[at + step] & 0xc0) === 0x80;
    if (ok) {
      good++;
      at += more;
    } else bad++;
  }
  return good > 0 && bad * 10 <= good;
}
