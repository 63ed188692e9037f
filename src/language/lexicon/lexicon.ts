/**
 * The Lexicon: every distinct word form is looked at once, and known by a number from then on.
 *
 * Learned stages want the same facts of a form again and again (lower case, shape, prefix, suffix). Hashing them per
 * token would cost more than the models themselves, so they are computed when a form is first seen and kept in columns;
 * a stage may keep a column of its own beside them (a sum of weights, say), indexed by the same number. The idea is
 * spaCy's Vocab and Lexeme.
 *
 * The lexicon is bounded: `trim` empties it between documents once it holds more than LEXICON_LIMIT forms, and raises
 * `generation` so that columns kept elsewhere know that their numbers are void.
 */

/** Forms kept before the lexicon is emptied: about 60 MB with the columns of all stages. */
export const LEXICON_LIMIT = 60_000;

/** Features of a form beyond this many UTF-16 units are not looked at: a base64 blob is one long token. */
const LONGEST_FORM = 64;

/** V8 keeps the whole text alive behind a slice of it that is this long, and copies shorter ones. */
const LONG_SLICE = 13;

export class Lexicon {
  generation = 0;
  size = 0;
  readonly forms: string[] = [];
  readonly lowers: string[] = [];
  /** 32-bit FNV-1a hashes of the form, of its lower case, and of its shape ("Aa", "dd", "A.A."). */
  formHash: Uint32Array = new Uint32Array(1024);
  lowerHash: Uint32Array = new Uint32Array(1024);
  shapeHash: Uint32Array = new Uint32Array(1024);
  private readonly ids = new Map<string, number>();

  /**
   * The number of a form, new or known.
   *
   * @example
   * const lexicon = new Lexicon();
   * lexicon.intern('said') === lexicon.intern('said'); // true
   */
  intern(form: string): number {
    const known = this.ids.get(form);
    return known === undefined ? this.add(form) : known;
  }

  /** Empties the lexicon if it has grown past its limit. Call between documents only: it voids all numbers. */
  trim(): void {
    if (this.size <= LEXICON_LIMIT) return;
    this.ids.clear();
    this.forms.length = 0;
    this.lowers.length = 0;
    this.size = 0;
    this.generation++;
  }

  private add(slice: string): number {
    const whole = slice.length < LONG_SLICE ? slice : copyOf(slice);
    const id = this.size++;
    if (id === this.formHash.length) {
      this.formHash = doubled(this.formHash);
      this.lowerHash = doubled(this.lowerHash);
      this.shapeHash = doubled(this.shapeHash);
    }
    this.ids.set(whole, id);
    const form = whole.length > LONGEST_FORM ? whole.slice(0, LONGEST_FORM) : whole;
    // Typographic apostrophes carry no meaning of their own, and the training sets write both.
    const lower = form.toLowerCase().replaceAll('’', "'");
    this.forms.push(form);
    this.lowers.push(lower);
    this.formHash[id] = hashString(form.replaceAll('’', "'"));
    this.lowerHash[id] = hashString(lower);
    this.shapeHash[id] = hashString(shapeOf(form));
    return id;
  }
}

/**
 * 32-bit FNV-1a over UTF-16 units (Fowler, Noll & Vo), with a final mix so that low bits are usable as an index.
 *
 * @example
 * hashString('said') === hashString('said'); // true
 */
export function hashString(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash) >>> 0;
}

/**
 * Combines two hashes into one, which is signed, for a number above 2³¹ would be put on the heap; not symmetric.
 *
 * @example
 * combine(1, 2) === combine(2, 1); // false
 */
export function combine(a: number, b: number): number {
  return mix(Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b);
}

/** The finaliser of MurmurHash3 (Appleby). */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * The shape of a form: letters become A or a, digits d, runs longer than two are cut to two.
 *
 * @example
 * shapeOf('McDonald'); // 'AaAaa'
 * shapeOf('F-16'); // 'A-dd'
 */
export function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (let i = 0; i < form.length && i < LONGEST_FORM; i++) {
    const c = form[i];
    const code = form.charCodeAt(i);
    let kind = c;
    if (code >= 48 && code <= 57) kind = 'd';
    else if (c !== c.toLowerCase()) kind = 'A';
    else if (c !== c.toUpperCase() || code > 0x2ff) kind = code >= 0x2000 && code < 0x2070 ? c : 'a';
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}

/** The same string with memory of its own. */
function copyOf(slice: string): string {
  let copy = '';
  for (let from = 0; from < slice.length; from += 4096) {
    const units = Array.from({ length: Math.min(4096, slice.length - from) }, (_, i) => slice.charCodeAt(from + i));
    copy += String.fromCharCode(...units);
  }
  return copy;
}

function doubled(column: Uint32Array): Uint32Array {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
