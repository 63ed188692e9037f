/**
 * Sets of rows, one byte a row: 1 where the row is in it, 0 where not. Four rows are joined at once, so their length is a multiple of
 * four; bytes after the last row are of no row.
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

/** Keeps in the first set what is in the second one too. */
export function intersect(mask: Mask, other: Mask): Mask {
  const [a, b] = [new Uint32Array(mask.buffer), new Uint32Array(other.buffer)];
  for (let i = 0; i < a.length; i++) a[i] &= b[i];
  return mask;
}

/** Adds what is in the second set to the first one. */
export function unite(mask: Mask, other: Mask): Mask {
  const [a, b] = [new Uint32Array(mask.buffer), new Uint32Array(other.buffer)];
  for (let i = 0; i < a.length; i++) a[i] |= b[i];
  return mask;
}

/** Turns the set into what is not in it. */
export function invert(mask: Mask): Mask {
  const a = new Uint32Array(mask.buffer);
  for (let i = 0; i < a.length; i++) a[i] ^= 0x01010101;
  return mask;
}

/**
 * The rows of a set, in order.
 *
 * @example
 * rowsIn(mask, columns.rows).length; // how many there are
 */
export function rowsIn(mask: Mask, rows: number): Uint32Array {
  const found = new Uint32Array(rows);
  let count = 0;
  // Without a branch, which would be guessed wrong half the time.
  for (let row = 0; row < rows; row++) {
    found[count] = row;
    count += mask[row];
  }
  return found.subarray(0, count);
}
