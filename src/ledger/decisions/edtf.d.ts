/** What Hearsay uses of edtf.js, which has no types of its own: it throws where a string is no EDTF. */
declare module 'edtf' {
  /** Milliseconds since 1970 of the first and the last moment; infinite where that end is open, null where it is unknown. */
  export default function edtf(text: string): {
    readonly type: string;
    readonly edtf: string;
    readonly min: number | null;
    readonly max: number | null;
  };
}
