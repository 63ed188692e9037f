/**
 * Puts a canonical text together: blocks joined by a blank line, and a run for every piece that was copied, so that each
 * word can be found again in the source (source-map.ts).
 */
import type { Block, BlockKind } from '../text/document.ts';
import type { DecodedRuns } from './source-map.ts';

const BETWEEN_BLOCKS = '\n\n';

/**
 * A canonical text in the making: begin a block, add its pieces, end it.
 *
 * @example
 * const canonical = new CanonicalText();
 * canonical.add('He left.', 0);
 * canonical.endBlock('paragraph');
 * canonical.text; // 'He left.'
 */
export class CanonicalText {
  readonly blocks: Block[] = [];
  readonly runs: DecodedRuns & Record<'text' | 'source' | 'length', number[]> = { text: [], source: [], length: [] };
  #parts: string[] = [];
  #length = 0;
  #blockStart = 0;
  #expected = -1;

  /** Adds a piece to the block; `source` is the offset of its first unit in the decoded source. */
  add(piece: string, source: number): void {
    if (piece.length === 0) return;
    if (this.#length === this.#blockStart && this.blocks.length > 0) {
      this.#parts.push(BETWEEN_BLOCKS);
      this.#length += BETWEEN_BLOCKS.length;
      this.#blockStart = this.#length;
      this.#expected = -1;
    }
    if (source !== this.#expected) {
      this.runs.text.push(this.#length);
      this.runs.source.push(source);
      this.runs.length.push(0);
    }
    this.runs.length[this.runs.length.length - 1] += piece.length;
    this.#parts.push(piece);
    this.#length += piece.length;
    this.#expected = source + piece.length;
  }

  /** Ends the block; a block without a piece is none. */
  endBlock(kind: BlockKind): void {
    if (this.#length === this.#blockStart) return;
    this.blocks.push({ kind, start: this.#blockStart, end: this.#length });
    this.#blockStart = this.#length;
  }

  get text(): string {
    return this.#parts.join('');
  }
}
