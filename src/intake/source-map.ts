/**
 * Where the canonical text stands in the bytes of its source.
 *
 * Runs over the canonical text: run i begins at the UTF-16 offset text[i], which stands at the byte bytes[i], and each further
 * code unit of the run lies width[i] bytes on. An entity or a collapsed space begins a run. Looking up is a binary search;
 * the runs are worked out on first use, in time linear in the source.
 */

/** Runs from canonical offsets to offsets of the decoded source, as a text is put together. */
export interface DecodedRuns {
  /** UTF-16 offset in the canonical text where each run begins; ascending. */
  readonly text: readonly number[];
  /** UTF-16 offset in the decoded source that the run's first unit was copied from. */
  readonly source: readonly number[];
  /** Code units in the run. */
  readonly length: readonly number[];
}

/** What the bytes were decoded to, and how. */
export interface DecodedSource {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly charset: string;
  /** Bytes before the text begins: the byte order mark. */
  readonly skipped: number;
}

export interface ByteRuns {
  readonly text: Uint32Array;
  readonly bytes: Uint32Array;
  readonly width: Uint8Array;
}

/**
 * The map of one article.
 *
 * @example
 * readArticle(bytes, { id: 'a' }).source.byteOffset(0); // 0 for a plain text
 */
export class SourceMap {
  #decoded: DecodedSource | null;
  #runs: DecodedRuns | ByteRuns;

  constructor(decoded: DecodedSource, runs: DecodedRuns) {
    this.#decoded = decoded;
    this.#runs = runs;
  }

  /** The runs as typed arrays, ready to be stored. */
  get runs(): ByteRuns {
    if (this.#decoded) {
      this.#runs = toByteRuns(this.#decoded, this.#runs as DecodedRuns);
      this.#decoded = null;
    }
    return this.#runs as ByteRuns;
  }

  /**
   * The byte of the source at which the code unit at `offset` of the canonical text stands; for a unit that the source does
   * not hold (the blank line between two blocks) that of the unit before it.
   */
  byteOffset(offset: number): number {
    const { text, bytes, width } = this.runs;
    if (text.length === 0) return 0;
    let low = 0;
    let high = text.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (text[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return bytes[low] + (offset - text[low]) * width[low];
  }
}

/** Units between two places whose byte is remembered while the runs are worked out. */
const MARK_EVERY = 256;

function toByteRuns({ text, bytes, charset, skipped }: DecodedSource, runs: DecodedRuns): ByteRuns {
  const widths = unitWidths(text, bytes.subarray(skipped), charset.toLowerCase());
  const at: number[] = [];
  const to: number[] = [];
  const step: number[] = [];
  const marks = new Float64Array(Math.floor(text.length / MARK_EVERY) + 1);
  for (let unit = 0, byte = skipped; unit < text.length; unit++) {
    if (unit % MARK_EVERY === 0) marks[unit / MARK_EVERY] = byte;
    byte += widths(unit);
  }
  const byteAt = (source: number): number => {
    let unit = source - (source % MARK_EVERY);
    let byte = marks[unit / MARK_EVERY];
    for (; unit < source; unit++) byte += widths(unit);
    return byte;
  };
  for (let r = 0; r < runs.text.length; r++) {
    const source = runs.source[r];
    const last = Math.min(source + runs.length[r], text.length);
    let width = -1;
    for (let here = source, place = byteAt(source); here < last; ) {
      const pair = isHighSurrogate(text.charCodeAt(here)) && here + 1 < last;
      const size = widths(here) + (pair ? widths(here + 1) : 0);
      const each = pair ? size >> 1 : size;
      if (each !== width) {
        at.push(runs.text[r] + here - source);
        to.push(place);
        step.push(each);
        width = each;
      }
      place += size;
      here += pair ? 2 : 1;
    }
  }
  return { text: Uint32Array.from(at), bytes: Uint32Array.from(to), width: Uint8Array.from(step) };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00;
const MULTIBYTE = /^(gb|big5|euc-|shift_jis|iso-2022)/;

/** The number of bytes that each code unit of the decoded text took; of a surrogate pair, half of its bytes. */
function unitWidths(text: string, bytes: Uint8Array, charset: string): (unit: number) => number {
  if (charset.startsWith('utf-16')) return () => 2;
  if (charset === 'utf-8' && !text.includes('\ufffd')) {
    return (unit) => {
      const code = text.charCodeAt(unit);
      return code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
    };
  }
  if (charset !== 'utf-8' && !MULTIBYTE.test(charset)) return () => 1;
  const table = decodedWidths(text.length, bytes, charset);
  return (unit) => table[unit];
}

/** Widths by decoding byte for byte; ASCII outside a character is passed over. */
function decodedWidths(length: number, bytes: Uint8Array, charset: string): Uint8Array {
  const table = new Uint8Array(length);
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  const stateful = charset.startsWith('iso-2022');
  let unit = 0;
  let pending = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const end = at === bytes.length;
    if (!end && !stateful && pending === 0 && bytes[at] < 0x80) {
      table[unit++] = 1;
      continue;
    }
    if (!end) pending++;
    const out = end ? decoder.decode() : decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    if (out.length === 0) continue;
    const pair = out.length === 2 && isHighSurrogate(out.charCodeAt(0));
    for (let k = 0; k < out.length; k++) {
      const rest = out.length - 1 - k;
      table[unit++] = pair ? pending / 2 : k === 0 ? pending - rest : 1;
    }
    pending = 0;
  }
  return table;
}
