/**
 * Sets of rows, one byte a row: 1 where the row is in it, 0 where not. Four rows are joined or counted at once, so their length is a
 * multiple of four; bytes after the last row are of no row. A set that was found is shared: only copies are changed.
 */
export type Mask = Uint8Array<ArrayBuffer>;

/**
 * The empty set over so many rows.
 *
 * @example
 * emptyMask(10).length; // 12
 */
export function emptyMask(rows: number): Mask {
  return new Uint8Array(Math.ceil(rows / 4) * 4);
}

/** What is in all of the sets, of which there is one at least. */
export function intersect([first, ...others]: readonly Mask[]): Mask {
  if (others.length === 0) return first;
  const joined = first.slice();
  const a = new Uint32Array(joined.buffer);
  for (const other of others) {
    const b = new Uint32Array(other.buffer);
    for (let i = 0; i < a.length; i++) a[i] &= b[i];
  }
  return joined;
}

/** What is in one of the sets, of which there is one at least. */
export function unite([first, ...others]: readonly Mask[]): Mask {
  if (others.length === 0) return first;
  const joined = first.slice();
  const a = new Uint32Array(joined.buffer);
  for (const other of others) {
    const b = new Uint32Array(other.buffer);
    for (let i = 0; i < a.length; i++) a[i] |= b[i];
  }
  return joined;
}

/** What is not in the set. */
export function invert(mask: Mask): Mask {
  const inverted = mask.slice();
  const a = new Uint32Array(inverted.buffer);
  for (let i = 0; i < a.length; i++) a[i] ^= 0x01010101;
  return inverted;
}

/**
 * How many rows are in the set.
 *
 * @param rows of the ledger
 * @example
 * countIn(emptyMask(10), 10); // 0
 */
export function countIn(mask: Mask, rows: number): number {
  const words = new Uint32Array(mask.buffer);
  let count = 0;
  // The product has the sum of the four bytes in its highest one.
  for (let i = 0; i < words.length; i++) count += Math.imul(words[i], 0x01010101) >>> 24;
  for (let row = rows; row < mask.length; row++) count -= mask[row];
  return count;
}

/**
 * The rows of a set, in order.
 *
 * @param rows of the ledger
 * @example
 * rowsIn(mask, columns.rows).length; // how many there are
 */
export function rowsIn(mask: Mask, rows: number): Uint32Array {
  const count = countIn(mask, rows);
  const words = new Uint32Array(mask.buffer);
  // Each of four rows is written, and overwritten by the next where it is not in the set: a branch would be guessed wrong half the time.
  const found = new Uint32Array(count + 4);
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === 0) continue;
    const row = i * 4;
    found[at] = row;
    at += word & 1;
    found[at] = row + 1;
    at += (word >>> 8) & 1;
    found[at] = row + 2;
    at += (word >>> 16) & 1;
    found[at] = row + 3;
    at += word >>> 24;
  }
  return found.subarray(0, count);
}
