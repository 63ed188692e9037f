/**
 * What an entry (a statement, or an assertion of the outlet) is filtered and counted by, as 24 bytes, and a version's entries as one
 * blob: statements first, then assertions; then for each entry when it was said, where that is told, and the places and times that it
 * names; last, which entry each claim was made in. Little-endian, whatever the machine. The codes are positions in the lists of fields.ts
 * and speech-acts.ts: whoever changes the order of one raises SCHEMA_VERSION.
 */
export const RECORD_BYTES = 24;
/** Counts of statements and of assertions. */
export const HEAD_BYTES = 8;

/** "None of them", in a byte. */
export const NONE = 255;

/** Bits of `flags`. */
export const FLAG = { negated: 1, hypothetical: 2, nested: 4, uncertain: 8, source: 16, said: 32, number: 64 } as const;

/** An end of time that is open, as a day. */
export const OPEN_START = -(2 ** 31);
export const OPEN_END = 2 ** 31 - 1;

export interface EntryRecord {
  /** Position in KINDS. */
  readonly kind: number;
  /** Positions in the speech acts, STANCES, SOURCE_TYPES, UNNAMED_TYPES, or NONE. */
  readonly act: number;
  readonly stance: number;
  readonly sourceType: number;
  readonly unnamed: number;
  readonly depth: number;
  /** Position in REVIEWS, or NONE for a status that is not of them. */
  readonly review: number;
  readonly flags: number;
  readonly certainty: number;
  readonly confidence: number;
  /** Key of the actor across articles; 0 where there is none. */
  readonly who: number;
  /** Days since 1970. */
  readonly saidFrom: number;
  readonly saidTo: number;
  /** Keys of place names. */
  readonly places: readonly number[];
  readonly moments: readonly (readonly [from: number, to: number])[];
}

/**
 * The entries of a version as one blob.
 *
 * @param claims of each claim the position of its entry, assertions counted after statements; -1 where it has none
 * @example
 * packEntries(statements, assertions, [0, 0, 1]).length;
 */
export function packEntries(
  statements: readonly EntryRecord[],
  assertions: readonly EntryRecord[],
  claims: readonly number[],
): Uint8Array {
  const entries = [...statements, ...assertions];
  const lists = entries.reduce(
    (sum, { flags, places, moments }) => sum + (flags & FLAG.said ? 8 : 0) + 4 * places.length + 8 * moments.length,
    0,
  );
  const packedClaims = packClaims(claims);
  const bytes = new Uint8Array(HEAD_BYTES + entries.length * RECORD_BYTES + lists + packedClaims.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, statements.length, true);
  view.setUint32(4, assertions.length, true);
  let list = HEAD_BYTES + entries.length * RECORD_BYTES;
  const putDays = (from: number, to: number) => {
    view.setInt32(list, from, true);
    view.setInt32(list + 4, to, true);
    list += 8;
  };
  entries.forEach((entry, position) => {
    const at = HEAD_BYTES + position * RECORD_BYTES;
    const codes = [entry.kind, entry.act, entry.stance, entry.sourceType, entry.unnamed, entry.depth, entry.review];
    [...codes, entry.flags].forEach((code, offset) => {
      view.setUint8(at + offset, Math.min(code, NONE));
    });
    view.setFloat32(at + 8, entry.certainty, true);
    view.setFloat32(at + 12, entry.confidence, true);
    view.setUint32(at + 16, entry.who, true);
    view.setUint16(at + 20, entry.places.length, true);
    view.setUint16(at + 22, entry.moments.length, true);
    if (entry.flags & FLAG.said) putDays(entry.saidFrom, entry.saidTo);
    for (const place of entry.places) {
      view.setUint32(list, place, true);
      list += 4;
    }
    for (const [from, to] of entry.moments) putDays(from, to);
  });
  bytes.set(packedClaims, list);
  return bytes;
}

/** Steps from one claim's entry to the next one's, most of them 0 or 1: the sign in the lowest bit, seven bits a byte, the lowest first. */
function packClaims(claims: readonly number[]): number[] {
  const bytes: number[] = [];
  let before = -1;
  for (const entry of claims) {
    const step = entry - before;
    before = entry;
    let rest = step < 0 ? -2 * step - 1 : 2 * step;
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  }
  return bytes;
}

/**
 * The entry of each claim, as packEntries was given it.
 *
 * @param entries a version's blob
 * @param at where its claims begin
 * @example
 * eachClaim(entries, at, (entry) => rows.push(entry));
 */
export function eachClaim(entries: Uint8Array, at: number, found: (entry: number) => void): void {
  let entry = -1;
  for (let next = at; next < entries.length; ) {
    let value = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = entries[next++];
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte > 0x7f);
    entry += value & 1 ? -((value + 1) >>> 1) : value >>> 1;
    found(entry);
  }
}

/**
 * The day of an ISO 8601 date or instant as it is written, in days since 1970; null where it is none. Of a month or a year it is
 * the first day, or the last one.
 *
 * @example
 * dayOf('1970-01-02T23:00:00Z', 'first'); // 1
 */
export function dayOf(date: string | null, which: 'first' | 'last'): number | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '') ?? [];
  if (year === undefined) return null;
  const instant = new Date(0);
  if (which === 'first') instant.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  // Day 0 of a month is the last one of the month before.
  else if (day === undefined) instant.setUTCFullYear(Number(year), Number(month ?? 12), 0);
  else instant.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return instant.getTime() / 86_400_000;
}
