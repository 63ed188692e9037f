/** What the tests use of edtf.js, which has no types of its own: it throws where a string is no EDTF. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly type: string; readonly edtf: string };
}
