/** Counts of the rows of a set by one column of codes after another, each counted when it is asked for first. Cost: one pass a column. */
import { countIn, type Mask, rowsIn } from './masks.ts';
import type { ProfileField } from './profiles.ts';
import type { Named, SearchColumns } from './search-columns.ts';

/** A set that has more than one row in so many is counted without a list of its rows. */
const DENSE = 8;
/** Codes are bytes. */
const CODES = 256;

export class Tally {
  readonly #columns: SearchColumns;
  readonly #mask: Mask;
  readonly #isDense: boolean;
  #rows: Uint32Array | null = null;
  #profiles: Uint32Array | null = null;
  #versions: Uint32Array | null = null;

  constructor(columns: SearchColumns, mask: Mask) {
    this.#columns = columns;
    this.#mask = mask;
    this.#isDense = countIn(mask, columns.rows) * DENSE > columns.rows;
  }

  /** Rows with each code of the field; those without one have a code that is no position in PROFILE_VALUES. */
  byProfile(field: ProfileField): Uint32Array {
    const { profile, profiles } = this.#columns;
    this.#profiles ??= this.#count(profile, profiles.count);
    return sumBy(this.#profiles, profiles[field], CODES);
  }

  /** Rows by the key of the actor; those without one at 0. */
  byWho(): Uint32Array {
    return this.#count(this.#columns.who, this.#columns.highestWho + 1);
  }

  /** Rows by the position of the outlet or the month of their article. */
  byVersion(field: 'outlet' | 'month'): Uint32Array {
    const { versions, versionOf, outlets, outletOf, months, monthOf } = this.#columns;
    this.#versions ??= this.#count(versionOf, versions.length);
    return field === 'outlet'
      ? sumBy(this.#versions, outletOf, outlets.length)
      : sumBy(this.#versions, monthOf, months.length);
  }

  /** Rows that name a thing, by its code. */
  byNamed({ rows, codes }: Named, size: number): Uint32Array {
    const counts = new Uint32Array(size);
    for (let i = 0; i < rows.length; i++) counts[codes[i]] += this.#mask[rows[i]];
    return counts;
  }

  #count(codes: Uint32Array, size: number): Uint32Array {
    const counts = new Uint32Array(size);
    const mask = this.#mask;
    // A list of most rows would be some MB for the garbage collector after each search.
    if (this.#isDense) {
      for (let row = 0; row < codes.length; row++) counts[codes[row]] += mask[row];
      return counts;
    }
    this.#rows ??= rowsIn(mask, codes.length);
    const rows = this.#rows;
    for (let i = 0; i < rows.length; i++) counts[codes[rows[i]]]++;
    return counts;
  }
}

/** Counts of positions, summed by the code of each. */
function sumBy(counts: Uint32Array, codes: Uint8Array | Uint32Array, size: number): Uint32Array {
  const sums = new Uint32Array(size);
  for (let at = 0; at < counts.length; at++) sums[codes[at]] += counts[at];
  return sums;
}
