/**
 * The one file format for learned weights: a JSON header, then raw little-endian arrays.
 *
 *   bytes 0–3   "HSW1"
 *   bytes 4–7   length of the header in bytes (uint32, little-endian)
 *   header      UTF-8 JSON: { name, meta, arrays: [{ name, type, length, offset }] }, padded with spaces to 8 bytes
 *   arrays      each begins at `offset` bytes from the end of the header, aligned to 8 bytes
 *
 * Reading makes views, not copies, so a model is in memory as soon as its bytes are.
 */
import { HearsayError } from '../../text/errors.ts';

const CONSTRUCTORS = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;

export type WeightsType = keyof typeof CONSTRUCTORS;
export type WeightsArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array;

/** A model's weights: named typed arrays, and whatever small facts (label lists, sizes, scales) it needs to be read. */
export interface Weights {
  readonly name: string;
  readonly meta: Record<string, unknown>;
  readonly arrays: Readonly<Record<string, WeightsArray>>;
}

const MAGIC = 0x31575348;

/**
 * Packs weights into bytes.
 *
 * @example
 * writeWeights({ name: 'tag', meta: { classes: 2 }, arrays: { bias: new Int8Array([1, 2]) } }).length; // a multiple of 8
 */
export function writeWeights(weights: Weights): Uint8Array {
  const arrays: { name: string; type: string; length: number; offset: number }[] = [];
  let offset = 0;
  for (const [name, array] of Object.entries(weights.arrays)) {
    const type = (Object.keys(CONSTRUCTORS) as WeightsType[]).find((t) => array instanceof CONSTRUCTORS[t])!;
    arrays.push({ name, type, length: array.length, offset });
    offset = align(offset + array.byteLength);
  }
  let header = JSON.stringify({ name: weights.name, meta: weights.meta, arrays });
  const headerBytes = new TextEncoder().encode(header).length;
  header += ' '.repeat(align(headerBytes) - headerBytes);
  const head = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + head.length + offset);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, head.length, true);
  bytes.set(head, 8);
  for (const { name, offset: at } of arrays) {
    const array = weights.arrays[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), 8 + head.length + at);
  }
  return bytes;
}

/**
 * Reads weights from bytes, as views over a single buffer.
 *
 * @throws HearsayError E_MODEL where the bytes are not a whole weights file.
 * @example
 * readWeights(writeWeights({ name: 'tag', meta: {}, arrays: {} })).name; // 'tag'
 */
export function readWeights(input: Uint8Array): Weights {
  // Views need an aligned start, which a slice of a larger buffer (Node pools small files) does not promise.
  const bytes = input.byteOffset % 8 === 0 ? input : new Uint8Array(input);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC)
    throw new HearsayError('E_MODEL', 'This is not a Hearsay weights file: install the package again.');
  const headerLength = view.getUint32(4, true);
  if (8 + headerLength > bytes.length) throw truncated();
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength)));
  const arrays: Record<string, WeightsArray> = {};
  for (const { name, type, length, offset } of header.arrays) {
    const Type = CONSTRUCTORS[type as WeightsType];
    const at = 8 + headerLength + offset;
    if (at + length * Type.BYTES_PER_ELEMENT > bytes.length) throw truncated();
    arrays[name] = new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length);
  }
  return { name: header.name, meta: header.meta, arrays };
}

const align = (n: number): number => (n + 7) & ~7;
const truncated = (): HearsayError =>
  new HearsayError('E_MODEL', 'A Hearsay weights file ends too early: install the package again.');
