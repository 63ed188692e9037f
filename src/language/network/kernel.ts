/**
 * The arithmetic of the neural stages: matrices of float32 in one WebAssembly memory, addressed by byte.
 *
 * Weights are loaded once and stay; a document's scratch lies above them and is given back by `release`. The memory only
 * grows, and growing detaches views, so views are made when needed and never kept. See kernel.as for the loops.
 */
import { PLAIN_KERNEL_BYTES, RELAXED_KERNEL_BYTES } from './kernel-bytes.ts';

const PAGE = 65_536;

const PLAIN_KERNEL = bytesOf(PLAIN_KERNEL_BYTES);
const RELAXED_KERNEL = bytesOf(RELAXED_KERNEL_BYTES);

interface KernelExports {
  gemm(c: number, a: number, b: number, m: number, n: number, k: number): void;
  gemmAT(c: number, a: number, b: number, m: number, n: number, k: number): void;
  gather(x: number, width: number, table: number, columns: number, ids: number, perToken: number, rows: number): void;
  gather16(
    x: number,
    width: number,
    table: number,
    unit: number,
    columns: number,
    ids: number,
    perToken: number,
    rows: number,
  ): void;
  transpose(t: number, a: number, m: number, n: number): void;
  add(y: number, x: number, n: number): void;
  rectify(y: number, x: number, stride: number, rows: number, columns: number, slope: number): void;
  rectifySums(
    y: number,
    a: number,
    b: number,
    stride: number,
    ids: number,
    table: number,
    bins: number,
    rows: number,
    columns: number,
    slope: number,
  ): void;
  lstm(
    gates: number,
    u: number,
    out: number,
    stride: number,
    cells: number,
    zeros: number,
    steps: number,
    hidden: number,
    reverse: number,
  ): void;
  quantizeRows(q: number, units: number, x: number, rows: number, columns: number): void;
  toBytes(q: number, x: number, n: number): void;
  fromBytes(y: number, offset: number, stride: number, q: number, unit: number, rows: number, columns: number): void;
  gemm8(
    c: number,
    x: number,
    units: number,
    w: number,
    columnUnits: number,
    starts: number,
    bias: number,
    m: number,
    n: number,
    k: number,
  ): void;
  lstm8(
    gates: number,
    u: number,
    units: number,
    starts: number,
    out: number,
    stride: number,
    cell: number,
    before: number,
    steps: number,
    hidden: number,
    reverse: number,
  ): void;
  lstmGradient(
    gates: number,
    ut: number,
    dOut: number,
    stride: number,
    cells: number,
    zeros: number,
    carry: number,
    steps: number,
    hidden: number,
    reverse: number,
  ): void;
  adam(
    w: number,
    g: number,
    m: number,
    v: number,
    n: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    decay: number,
  ): void;
}

export class Kernel {
  readonly run: KernelExports;
  private readonly memory: WebAssembly.Memory;
  /** Below lie the module's constants. */
  private top = 4096;

  /** @param isRelaxed whether to use the instructions of WebAssembly 3's relaxed SIMD; the results are the same */
  constructor(isRelaxed = WebAssembly.validate(RELAXED_KERNEL)) {
    this.memory = new WebAssembly.Memory({ initial: 16, maximum: 65_536 });
    const module = new WebAssembly.Module(isRelaxed ? RELAXED_KERNEL : PLAIN_KERNEL);
    this.run = new WebAssembly.Instance(module, { env: { memory: this.memory } }).exports as unknown as KernelExports;
  }

  /** Reserves `length` floats, set to zero; the address of the first, in bytes, a multiple of 32. */
  allocate(length: number): number {
    const address = this.reserve(length);
    this.view(address, length).fill(0);
    return address;
  }

  /** `allocate` for what is written before it is read: the floats hold anything. */
  reserve(length: number): number {
    const address = this.top;
    this.top = (address + length * 4 + 31) & ~31;
    const pages = Math.ceil(this.top / PAGE) - this.memory.buffer.byteLength / PAGE;
    if (pages > 0) this.memory.grow(Math.max(pages, 64));
    return address;
  }

  /** A mark for `release`: everything allocated after it can be given back at once. */
  mark(): number {
    return this.top;
  }

  release(mark: number): void {
    this.top = mark;
  }

  /** The floats at an address. Valid until the next `allocate`. */
  view(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  /** The bytes at an address. Valid until the next `allocate`. */
  bytes(address: number, length: number): Int8Array {
    return new Int8Array(this.memory.buffer, address, length);
  }

  /** Copies bytes into newly reserved memory; their address. */
  loadBytes(values: Int8Array): number {
    const address = this.reserve((values.length + 3) >> 2);
    this.bytes(address, values.length).set(values);
    return address;
  }

  /** Copies 32-bit integers into newly reserved memory; their address. */
  loadIntegers(values: Int32Array): number {
    const address = this.reserve(values.length);
    new Int32Array(this.memory.buffer, address, values.length).set(values);
    return address;
  }

  /** Copies values into newly reserved memory; their address. */
  load(values: ArrayLike<number>): number {
    const address = this.reserve(values.length);
    this.view(address, values.length).set(values);
    return address;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}
