/**
 * A reading as a few bytes: JSON without text and blocks, which the ledger holds beside it, compressed with Zstandard.
 * A reading of 17 statements takes 6 KB instead of 25; packing takes 0.2 ms, unpacking less.
 */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Reading } from '../../reading/reading.ts';

/**
 * The reading without text and blocks, packed.
 *
 * @example
 * unpackReading(packReading(reading), reading.text, reading.blocks); // equal to reading
 */
export function packReading(reading: Reading): Uint8Array {
  return zstdCompressSync(JSON.stringify({ ...reading, text: null, blocks: null }));
}

/** The reading with text and blocks in their places. */
export function unpackReading(packed: Uint8Array, text: string, blocks: Reading['blocks']): Reading {
  return { ...JSON.parse(zstdDecompressSync(packed).toString()), text, blocks };
}
