/**
 * Offsets of Python tools: they count code points, JavaScript counts UTF-16 code units. The two differ by one for every character beyond
 * the Basic Multilingual Plane before the offset, so only where these stand is kept; a conversion is a binary search.
 */

export class CodePoints {
  /** Where the surrogate pairs begin, in UTF-16 code units, ascending. */
  readonly #pairs: number[] = [];

  /**
   * @example
   * const points = new CodePoints('🚢 sank');
   * points.fromUtf16(3); // 2
   * points.toUtf16(2); // 3
   */
  constructor(text: string) {
    for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#pairs.push(index);
  }

  /** The offset in code points; one within a pair is taken for the end of it. */
  fromUtf16(offset: number): number {
    return offset - this.#count((pair) => pair < offset);
  }

  /** The offset in UTF-16 code units. */
  toUtf16(offset: number): number {
    return offset + this.#count((pair, position) => pair - position < offset);
  }

  /** How many pairs fulfil a condition that holds for a beginning of them. */
  #count(isBefore: (pair: number, position: number) => boolean): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#pairs[middle], middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
