/**
 * The two transfer encodings of MIME (RFC 2045) on bytes: quoted-printable and base64. Both forgive what mail programs and
 * browsers get wrong: an escape that is none stands for itself, and a base64 body may hold any white space. Linear time.
 */

/**
 * Undoes quoted-printable.
 *
 * @example
 * decodeQuotedPrintable(new TextEncoder().encode('caf=C3=A9 =\r\nbar')); // the bytes of "café bar"
 */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let size = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== EQUALS) {
      out[size++] = bytes[at];
      continue;
    }
    const high = HEX[bytes[at + 1]] ?? -1;
    const low = HEX[bytes[at + 2]] ?? -1;
    if (high >= 0 && low >= 0) {
      out[size++] = high * 16 + low;
      at += 2;
      continue;
    }
    let next = at + 1;
    while (bytes[next] === 0x20 || bytes[next] === 0x09) next++;
    if (bytes[next] === 0x0d) next++;
    // "=" at the end of a line joins it to the next one.
    if (bytes[next] === 0x0a || next >= bytes.length) at = next;
    else out[size++] = EQUALS;
  }
  return out.subarray(0, size);
}

/**
 * Undoes base64.
 *
 * @example
 * decodeBase64(new TextEncoder().encode('WWVz')); // the bytes of "Yes"
 */
export function decodeBase64(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), 'base64');
}

const EQUALS = 0x3d;

/** Value of each hexadecimal digit by its code, -1 for what is none. */
const HEX = new Int8Array(256).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  HEX[digit.charCodeAt(0)] = value;
  HEX[digit.toUpperCase().charCodeAt(0)] = value;
}
