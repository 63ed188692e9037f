/**
 * What an entry (a statement, or an assertion of the outlet) is filtered and counted by, as 32 bytes, and a version's entries as one
 * blob: statements first, then assertions, then the lists of the places and times that they name. Little-endian, whatever the
 * machine. The codes are positions in the lists of fields.ts and speech-acts.ts: whoever changes the order of one raises SCHEMA_VERSION.
 */
export const RECORD_BYTES = 32;
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
 * @example
 * packEntries(statements, assertions).length;
 */
export function packEntries(statements: readonly EntryRecord[], assertions: readonly EntryRecord[]): Uint8Array {
  const entries = [...statements, ...assertions];
  const lists = entries.reduce((sum, { places, moments }) => sum + 4 * places.length + 8 * moments.length, 0);
  const view = new DataView(new ArrayBuffer(HEAD_BYTES + entries.length * RECORD_BYTES + lists));
  view.setUint32(0, statements.length, true);
  view.setUint32(4, assertions.length, true);
  let list = HEAD_BYTES + entries.length * RECORD_BYTES;
  entries.forEach((entry, position) => {
    const at = HEAD_BYTES + position * RECORD_BYTES;
    const bytes = [entry.kind, entry.act, entry.stance, entry.sourceType, entry.unnamed, entry.depth, entry.review];
    [...bytes, entry.flags].forEach((byte, offset) => {
      view.setUint8(at + offset, Math.min(byte, NONE));
    });
    view.setFloat32(at + 8, entry.certainty, true);
    view.setFloat32(at + 12, entry.confidence, true);
    view.setUint32(at + 16, entry.who, true);
    view.setInt32(at + 20, entry.saidFrom, true);
    view.setInt32(at + 24, entry.saidTo, true);
    view.setUint16(at + 28, entry.places.length, true);
    view.setUint16(at + 30, entry.moments.length, true);
    for (const place of entry.places) {
      view.setUint32(list, place, true);
      list += 4;
    }
    for (const [from, to] of entry.moments) {
      view.setInt32(list, from, true);
      view.setInt32(list + 4, to, true);
      list += 8;
    }
  });
  return new Uint8Array(view.buffer);
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
