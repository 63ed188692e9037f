/** Seeded damage to bytes: what transfers, disks and bad programs do to files, and what someone may do on purpose. */

/** Numbers from 0 to 1 from a seed (mulberry32): the same seed, the same numbers. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Mutated {
  readonly bytes: Uint8Array;
  /** The first byte that may differ from the original. */
  readonly from: number;
}

/** What tends to upset parsers. */
const TOKENS = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE html [',
  '&',
  '&#x0;',
  '&#99999999;',
  '"',
  "'",
  '\0',
  '\r\n\r\n',
  '\n',
  '{',
  '}',
  '[',
  ',',
  ':',
  '\\u',
  '-1',
  '0',
  '4294967296',
  '99999999999999999999',
  'Content-Length: 4294967295\r\n',
  'WARC/1.0\r\n',
  'Transfer-Encoding: chunked\r\n',
  'ffffffff\r\n',
  '--',
  'PK\u0001\u0002',
  '../',
  '\ufeff',
  '\u202e',
  '\ud800',
  '<div>'.repeat(500),
  '='.repeat(300),
].map((token) => Buffer.from(token));

/**
 * The bytes with one to six damages.
 *
 * @example
 * mutate(bytes, seeded(7)).bytes;
 */
export function mutate(original: Uint8Array, random: () => number): Mutated {
  let bytes = Buffer.from(original);
  let from = original.length;
  const below = (limit: number) => Math.floor(random() * limit);
  for (let left = 1 + below(6); left > 0; left--) {
    const at = below(bytes.length + 1);
    const length = below(random() < 0.8 ? 16 : bytes.length + 1);
    const before = bytes.subarray(0, at);
    from = Math.min(from, at);
    const kind = below(7);
    if (kind === 0 && at < bytes.length) bytes[at] ^= 1 << below(8);
    else if (kind === 1) bytes = Buffer.concat([before, bytes.subarray(at + length)]);
    else if (kind === 2) bytes = Buffer.concat([before, TOKENS[below(TOKENS.length)], bytes.subarray(at)]);
    else if (kind === 3) bytes = Buffer.concat([before, bytes.subarray(at, at + length), bytes.subarray(at)]);
    else if (kind === 4) bytes = Buffer.from(before);
    else if (kind === 5)
      bytes = Buffer.concat([before, Buffer.from(Array.from({ length }, () => below(256))), bytes.subarray(at)]);
    else bytes = Buffer.concat([before, bytes.subarray(below(bytes.length + 1))]);
  }
  return { bytes, from };
}
