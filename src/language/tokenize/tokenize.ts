/**
 * The tokeniser: text to words in the sense of the Universal Dependencies treebanks of English.
 *
 * A scanner over code units that moves from left to right and decides at each place what begins there: an address, a word,
 * a mark. No regular expression sees the text. Where a decision looks ahead and fails, the place it looked up to is kept,
 * so that no part of a long run is looked at again: time is linear for any string.
 *
 * Words: contractions and possessives are words joined to the one before ("do" + "n't", "Minsk" + "'s"); hyphenated words
 * fall apart ("well" "-" "known") except after prefixes ("non-profit"); abbreviations and initials keep their full stop.
 */
import type { Document } from '../../text/document.ts';
import { allocateTokens } from '../../text/document.ts';
import {
  ABBREVIATIONS,
  ABBREVIATIONS_BEFORE_FIGURES,
  CAPITALISED_ABBREVIATIONS,
  ONLY_CAPITALISED,
} from '../en/abbreviations.ts';
import { CLITICS, CONTRACTIONS, FRONT_CLIPPED } from '../en/contractions.ts';
import { ADDRESS_ENDINGS, UNITS } from '../en/endings.ts';
import { HYPHEN_PREFIXES } from '../en/hyphen-prefixes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { DIGIT, isAstralLetter, isUpper, kindOf, LETTER, SPACE, SURROGATE } from './characters.ts';
import { emoticonLength, pictographEnd } from './pictographs.ts';

const abbreviations = new Set(ABBREVIATIONS);
const capitalised = new Set(CAPITALISED_ABBREVIATIONS);
const beforeFigures = new Set(ABBREVIATIONS_BEFORE_FIGURES);
const onlyCapitalised = new Set(ONLY_CAPITALISED);
const contractions = new Map(Object.entries(CONTRACTIONS));
const clitics = new Set(CLITICS);
const frontClipped = new Set(FRONT_CLIPPED);
const addressEndings = new Set(ADDRESS_ENDINGS);
const units = new Set(UNITS);
const hyphenPrefixes = new Set(HYPHEN_PREFIXES);

const LONGEST_CONTRACTION = 8;
const LONGEST_ABBREVIATION = 8;
const LONGEST_PREFIX = 7;

/**
 * Makes the stage that fills `document.tokens`: start, end, joined and lexeme of every word, block by block.
 * Every character that is not white space and stands in a block belongs to exactly one token.
 *
 * @example
 * const document = createDocument("Don't go.", [{ kind: 'paragraph', start: 0, end: 9 }]);
 * createTokenizer(new Lexicon())(document);
 * document.tokens.length; // 4: Do n't go .
 */
export function createTokenizer(lexicon: Lexicon): (document: Document) => void {
  const scanner = new Scanner(lexicon);
  return (document) => {
    scanner.begin(document.text);
    for (const block of document.blocks) scanner.scan(block.start, block.end);
    document.tokens = scanner.finish();
  };
}

class Scanner {
  private readonly lexicon: Lexicon;
  private text = '';
  private length = 0;
  private starts = new Int32Array(4096);
  private ends = new Int32Array(4096);
  private joins = new Uint8Array(4096);
  private lexemes = new Int32Array(4096);
  /** The current run without white space, and the end of the block that it stands in. */
  private chunkStart = 0;
  private chunkEnd = 0;
  private blockEnd = 0;
  /** Before these places no address begins: a failed look ahead went through there. */
  private noMailBefore = 0;
  private noHostBefore = 0;
  /** Whether a single quotation mark was opened in this block and not closed yet. */
  private straightOpen = false;
  private curlyOpen = false;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  begin(text: string): void {
    this.text = text;
    this.length = 0;
  }

  finish() {
    const tokens = allocateTokens(this.length);
    tokens.start.set(this.starts.subarray(0, this.length));
    tokens.end.set(this.ends.subarray(0, this.length));
    tokens.joined.set(this.joins.subarray(0, this.length));
    tokens.lexeme.set(this.lexemes.subarray(0, this.length));
    this.text = '';
    return tokens;
  }

  scan(from: number, to: number): void {
    const { text } = this;
    this.blockEnd = Math.min(to, text.length);
    this.chunkEnd = from;
    this.noMailBefore = this.noHostBefore = from;
    this.straightOpen = this.curlyOpen = false;
    let i = from;
    while (i < this.blockEnd) {
      const kind = kindOf(text.charCodeAt(i));
      if (kind === SPACE) {
        i++;
        continue;
      }
      if (i >= this.chunkEnd) {
        this.chunkStart = i;
        let end = i + 1;
        while (end < this.blockEnd && kindOf(text.charCodeAt(end)) !== SPACE) end++;
        this.chunkEnd = end;
      }
      i = kind === LETTER || kind === DIGIT || this.astralLetterAt(i) ? this.word(i) : this.mark(i, kind);
    }
  }

  private emit(start: number, end: number, joined: 0 | 1): number {
    if (this.length === this.starts.length) this.grow();
    const n = this.length++;
    this.starts[n] = start;
    this.ends[n] = end;
    this.joins[n] = joined;
    this.lexemes[n] = this.lexicon.intern(this.text.slice(start, end));
    return end;
  }

  private grow(): void {
    const double = <T extends Int32Array | Uint8Array>(column: T, larger: T): T => {
      larger.set(column);
      return larger;
    };
    const size = this.starts.length * 2;
    this.starts = double(this.starts, new Int32Array(size));
    this.ends = double(this.ends, new Int32Array(size));
    this.joins = double(this.joins, new Uint8Array(size));
    this.lexemes = double(this.lexemes, new Int32Array(size));
  }

  private code(at: number): number {
    return at < this.chunkEnd ? this.text.charCodeAt(at) : Number.NaN;
  }

  private kind(at: number): number {
    return at < this.chunkEnd ? kindOf(this.text.charCodeAt(at)) : SPACE;
  }

  private isWordAt(at: number): boolean {
    const kind = this.kind(at);
    return kind === LETTER || kind === DIGIT;
  }

  private astralLetterAt(at: number): boolean {
    if (this.kind(at) !== SURROGATE) return false;
    const point = this.text.codePointAt(at)!;
    return point > 0xffff && isAstralLetter(point);
  }

  /** A word that begins at i; returns where the next token begins. */
  private word(i: number): number {
    const address = this.address(i);
    if (address > 0) return this.emit(i, address, 0);
    let j = i;
    let dotted = false;
    let digitsFirst = this.kind(i) === DIGIT;
    let onlyDigits = true;
    for (;;) {
      const code = this.code(j);
      const kind = kindOf(code);
      if (kind === LETTER) {
        if (digitsFirst && onlyDigits) {
          const end = this.unitEnd(j);
          if (end > 0) {
            this.emit(i, j, 0);
            return this.emit(j, end, 0);
          }
          digitsFirst = false;
        }
        onlyDigits = false;
        j++;
      } else if (kind === DIGIT) j++;
      else if (kind === SURROGATE && this.astralLetterAt(j)) {
        onlyDigits = false;
        j += 2;
      } else if (code === 0x5f && this.isWordAt(j + 1)) j++;
      else if (code === 0x28 && this.text.startsWith('(s)', j) && j + 3 <= this.chunkEnd && !onlyDigits) j += 3;
      else if (code === 0x24 && !onlyDigits && this.isCurrencyPrefix(i, j)) return this.emit(i, j + 1, 0);
      else if (this.isWordAt(j + 1)) {
        const joint = this.joint(i, j, code, dotted);
        if (joint === 0) break;
        if (code === 0x2e && kindOf(this.code(j + 1)) === LETTER) dotted = true;
        if (joint < 0) return this.negation(i, -joint);
        j = joint;
      } else break;
    }
    if (this.code(j) === 0x2f && j === i + 1 && j + 1 === this.chunkEnd && (this.code(i) | 32) === 0x77)
      return this.emit(i, j + 1, 0);
    if (this.code(j) === 0x2e && this.keepsFullStop(i, j, dotted)) return this.emit(i, j + 1, 0);
    const split = j - i <= LONGEST_CONTRACTION ? contractions.get(this.text.slice(i, j).toLowerCase()) : undefined;
    if (split !== undefined && this.text.slice(i, j) !== 'IM' && this.text.slice(i, j) !== 'IVE') {
      this.emit(i, i + split, 0);
      return this.emit(i + split, j, 1);
    }
    return this.emit(i, j, 0);
  }

  /** "don't": the two words of a negation whose second word begins at `split`. */
  private negation(i: number, split: number): number {
    if (split > i) this.emit(i, split, 0);
    return this.emit(split, split + 3, split > i ? 1 : 0);
  }

  /**
   * What to do at a mark inside a word (a word character stands on both sides): where to go on if the word goes on,
   * 0 if it ends here, −(start of the second word) for a negation.
   */
  private joint(i: number, j: number, code: number, dotted: boolean): number {
    const before = this.kind(j - 1);
    const after = this.kind(j + 1);
    switch (code) {
      case 0x27:
      case 0x2019:
      case 0x60: {
        const next = this.code(j + 1) | 32;
        if (next === 0x74 && (this.code(j - 1) | 32) === 0x6e && !this.isWordAt(j + 2)) return -(j - 1);
        if (this.isDecade(i, j, next)) return j + 2;
        if (this.cliticEnd(j) > 0) return 0;
        return before === LETTER && after === LETTER && code !== 0x60 ? j + 1 : 0;
      }
      case 0x2e:
        if (before === DIGIT && after === DIGIT) return j + 1;
        if (before !== LETTER || after !== LETTER) return 0;
        return this.isDotted(i, j, dotted) ? j + 1 : 0;
      case 0x2c:
        return before === DIGIT && after === DIGIT && this.kind(j + 2) === DIGIT && this.kind(j + 3) === DIGIT
          ? j + 1
          : 0;
      case 0x3a:
        return before === DIGIT && after === DIGIT ? j + 1 : 0;
      case 0x2f:
        if (before === DIGIT && after === DIGIT) return j + 1;
        return j === i + 1 && /^(s\/he|w\/o|w\/out|l\/c|b\/c)$/i.test(this.text.slice(i, this.runEnd(j + 1, 4)))
          ? j + 1
          : 0;
      case 0x26:
        return before === LETTER && after === LETTER && j - i <= 3 ? j + 1 : 0;
      case 0x2d:
        return this.hyphen(i, j);
      default:
        return 0;
    }
  }

  /** Whether the word goes on after the hyphen at j; where, or 0. */
  private hyphen(i: number, j: number): number {
    if (this.kind(j - 1) === DIGIT && this.kind(j + 1) === DIGIT) {
      let hyphens = 0;
      let end = i;
      for (; this.kind(end) === DIGIT || this.code(end) === 0x2d; end++) if (this.code(end) === 0x2d) hyphens++;
      if (this.code(end - 1) === 0x2d) {
        end--;
        hyphens--;
      }
      // 713-853-3989 and 11-20-2000, or 345-9945; but 5-10 is a range.
      if (end > j && (hyphens >= 2 || (j - i === 3 && end - j === 5))) return end;
      return 0;
    }
    if (j - i > LONGEST_PREFIX) return 0;
    return hyphenPrefixes.has(this.text.slice(i, j).toLowerCase()) ? j + 1 : 0;
  }

  /** Whether the full stop at j stands between single letters ("U.S") or in a degree ("Ph.D"). */
  private isDotted(i: number, j: number, dotted: boolean): boolean {
    const single = j - i === 1 || (dotted && this.code(j - 2) === 0x2e);
    const degree = j - i === 2 && this.text.slice(i, j) === 'Ph' && this.code(j + 1) === 0x44;
    if (!single && !degree) return false;
    const end = this.runEnd(j + 1, 3);
    return end === j + 2 || (end === j + 3 && this.text.slice(j + 1, end) === 'Sc');
  }

  /** Where the run of word characters from `at` ends, looking at no more than `most` of them. */
  private runEnd(at: number, most: number): number {
    let end = at;
    while (end < at + most && this.isWordAt(end)) end++;
    return end;
  }

  /** The end of a unit of measure that begins at j and ends its word, or 0. */
  private unitEnd(j: number): number {
    const end = this.runEnd(j, 4);
    if (this.isWordAt(end) || !units.has(this.text.slice(j, end).toLowerCase())) {
      if (end === j + 1 && this.code(end) === 0x2e && (this.code(end + 1) | 32) === 0x6d && /[ap]/i.test(this.text[j]))
        return this.code(end + 2) === 0x2e ? end + 3 : end + 2;
      return 0;
    }
    // 5G and 3D are names of things; 5g and 3k are measures.
    return end === j + 1 && isUpper(this.code(j)) && this.code(j) !== 0x4b ? 0 : end;
  }

  private isCurrencyPrefix(i: number, j: number): boolean {
    return j - i <= 2 && /^(US|U|A|C|NZ|HK|S)$/.test(this.text.slice(i, j));
  }

  /** Whether the word [i, j) keeps the full stop at j. */
  private keepsFullStop(i: number, j: number, dotted: boolean): boolean {
    if (this.isWordAt(j + 1) || (this.code(j + 1) === 0x2e && (!dotted || this.code(j + 2) === 0x2e))) return false;
    if (dotted) return true;
    if (j - i > LONGEST_ABBREVIATION || this.kind(i) !== LETTER) return false;
    const upper = isUpper(this.code(i));
    const next = this.nextWordCode(j + 1);
    if (j - i === 1) {
      const lower = this.text[i].toLowerCase();
      if (!upper) return beforeFigures.has(lower) && kindOf(next) === DIGIT;
      const follows = this.length > 0 && this.startsUpper(this.length - 1);
      if (lower === 'i')
        return follows && isUpper(next) && this.text.charCodeAt(this.ends[this.length - 1] - 1) === 0x2e;
      return isUpper(next) || (follows && j + 1 < this.blockEnd && next > 0);
    }
    const word = this.text.slice(i, j);
    const lower = word.toLowerCase();
    if (lower === 'etc' && !(next > 0)) return false;
    if (abbreviations.has(lower)) return upper || !onlyCapitalised.has(lower);
    if (beforeFigures.has(lower)) return kindOf(next) === DIGIT;
    return capitalised.has(word) && next > 0;
  }

  private startsUpper(token: number): boolean {
    return isUpper(this.text.charCodeAt(this.starts[token]));
  }

  /** The first code unit after white space from `at` in this block, or NaN. Looks at most 4 places ahead. */
  private nextWordCode(at: number): number {
    for (let k = at; k < this.blockEnd && k < at + 4; k++) {
      const code = this.text.charCodeAt(k);
      if (kindOf(code) !== SPACE) return code;
    }
    return Number.NaN;
  }

  /** Whether the word is a decade written with an apostrophe: "the 80's", "the 1990's". */
  private isDecade(i: number, j: number, next: number): boolean {
    if (next !== 0x73 || this.isWordAt(j + 2) || this.code(j - 1) !== 0x30 || (j - i !== 2 && j - i !== 4))
      return false;
    for (let k = i; k < j; k++) if (this.kind(k) !== DIGIT) return false;
    return true;
  }

  /** The end of a clitic whose apostrophe stands at j ("'s"), or 0. */
  private cliticEnd(j: number): number {
    const end = this.runEnd(j + 1, 3);
    if (end === j + 1 || end > j + 3) return 0;
    if (this.astralLetterAt(end)) return 0;
    return clitics.has(this.text.slice(j + 1, end).toLowerCase()) ? end : 0;
  }

  /** The end of a web or mail address or file name that begins at i, or 0. */
  private address(i: number): number {
    const first = this.code(i) | 32;
    // h(ttp), w(ww), f(tp), m(ailto)
    if ((first === 0x68 || first === 0x77 || first === 0x66 || first === 0x6d) && this.beginsUrl(i))
      return this.urlEnd(i);
    if (i < this.noMailBefore && i < this.noHostBefore) return 0;
    let end = i;
    let lastDot = -1;
    while (isAddressCode(this.code(end))) {
      if (this.code(end) === 0x2e) lastDot = end;
      end++;
    }
    this.noMailBefore = end;
    if (lastDot < 0 && this.code(end) !== 0x40) {
      this.noHostBefore = end;
      return 0;
    }
    if (this.code(end) === 0x40 && this.isWordAt(end + 1)) {
      let stop = end + 1;
      while (isAddressCode(this.code(stop))) stop++;
      return this.trimmed(i, stop);
    }
    if (i < this.noHostBefore) return 0;
    this.noHostBefore = end;
    end = this.trimmed(i, end);
    let dot = end - 1;
    while (dot > i && dot > end - 6 && this.code(dot) !== 0x2e) dot--;
    if (dot === i || this.code(dot) !== 0x2e || end - dot < 3) return 0;
    const ending = this.text.slice(dot + 1, end);
    if (ending[0] !== ending[0].toLowerCase() && ending !== ending.toUpperCase()) return 0;
    if (!addressEndings.has(ending.toLowerCase()) && !this.isNewsgroup(i, end)) return 0;
    return this.code(end) === 0x2f ? this.urlEnd(i) : end;
  }

  /** Whether [i, end) is three or more lower-case words with full stops between them ("alt.animals.cats"). */
  private isNewsgroup(i: number, end: number): boolean {
    let dots = 0;
    let size = 0;
    for (let k = i; k < end; k++) {
      const code = this.code(k);
      if (code === 0x2e) {
        if (size < 2) return false;
        dots++;
        size = 0;
      } else if ((code >= 0x61 && code <= 0x7a) || code === 0x2d) size++;
      else return false;
    }
    return dots >= 2 && size >= 2;
  }

  private beginsUrl(i: number): boolean {
    const head = this.text.slice(i, Math.min(i + 8, this.chunkEnd)).toLowerCase();
    return /^(https?:\/\/|www\.|ftp:\/\/|mailto:)/.test(head);
  }

  private urlEnd(i: number): number {
    let end = i;
    for (; end < this.chunkEnd; end++) {
      const code = this.code(end);
      if (code === 0x3c || code === 0x3e || code === 0x22 || code === 0x201c || code === 0x201d || code === 0x29) break;
    }
    return this.trimmed(i, end);
  }

  /** `end` less the marks before it that end a sentence rather than an address. */
  private trimmed(i: number, end: number): number {
    let stop = end;
    while (stop > i + 1 && isTrailing(this.code(stop - 1))) stop--;
    return stop;
  }

  /** A mark that begins at i; returns where the next token begins. */
  private mark(i: number, kind: number): number {
    const { text } = this;
    const code = text.charCodeAt(i);
    if (kind === SURROGATE || code >= 0x2190) return this.emit(i, pictographEnd(text, i, this.chunkEnd), 0);
    const face = emoticonLength(text, i, this.chunkStart, this.chunkEnd);
    if (face > 0) return this.emit(i, i + face, 0);
    switch (code) {
      case 0x27:
      case 0x2018:
      case 0x2019:
      case 0x60:
        return this.apostrophe(i, code);
      case 0x2a: // *
      case 0x5f: // _
      case 0x7e: // ~
      case 0x24: // $
      case 0x2b: // +
      case 0x3c: // <
      case 0x3e: // >
        if (code === 0x2b && i === this.chunkStart && this.kind(i + 1) === DIGIT) return this.tagged(i);
        return this.emit(i, this.sameEnd(i, code), 0);
      case 0x21: // !
      case 0x2e: // .
      case 0x3f: {
        // ?
        let end = i + 1;
        while (isEndMark(this.code(end))) end++;
        return this.emit(i, end, 0);
      }
      case 0x2d: // -
      case 0x3d: {
        // =
        let end = i + 1;
        let same = true;
        for (; this.code(end) === 0x2d || this.code(end) === 0x3d; end++) same = same && this.code(end) === code;
        return this.emit(i, same || end > i + 2 ? end : i + 1, 0);
      }
      case 0x23:
      case 0x40:
        if (i === this.chunkStart && this.kind(i + 1) === LETTER) return this.tagged(i);
        return this.emit(i, i + 1, 0);
      default:
        return this.emit(i, i + 1, 0);
    }
  }

  /** A mark and the word characters after it as one token: "#news", "@name", "+44". */
  private tagged(i: number): number {
    let end = i + 1;
    while (this.isWordAt(end) || this.code(end) === 0x5f) end++;
    return this.emit(i, end, 0);
  }

  private sameEnd(i: number, code: number): number {
    let end = i + 1;
    while (this.code(end) === code) end++;
    return end;
  }

  private apostrophe(i: number, code: number): number {
    const { text } = this;
    const afterWord = i > this.chunkStart && kindOf(text.charCodeAt(i - 1)) <= DIGIT;
    const next = this.kind(i + 1);
    if (afterWord) {
      const end = this.cliticEnd(i);
      if (end > 0) return this.emit(i, end, this.length > 0 && this.ends[this.length - 1] === i ? 1 : 0);
      const last = text.charCodeAt(i - 1) | 32;
      const open = code === 0x27 ? this.straightOpen : this.curlyOpen;
      if (last === 0x73 && !open && code !== 0x60 && code !== 0x2018) return this.emit(i, i + 1, 1);
    } else if (next === LETTER || next === DIGIT) {
      if (code !== 0x60 && code !== 0x2018) {
        const end = this.runEnd(i + 1, 6);
        const word = text.slice(i + 1, end).toLowerCase();
        if (i === this.chunkStart && !this.isWordAt(end) && (frontClipped.has(word) || /^\d\ds?$/.test(word)))
          return this.emit(i, end, 0);
        if (i === this.chunkStart && this.cliticEnd(i) > 0 && word !== 'm' && word !== 'd') return this.emit(i, end, 0);
      }
      if (code === 0x2018) this.curlyOpen = true;
      else if (code === 0x27) this.straightOpen = true;
      return this.emit(i, i + 1, 0);
    }
    if (code === 0x27) this.straightOpen = false;
    else this.curlyOpen = false;
    return this.emit(i, this.code(i + 1) === code ? i + 2 : i + 1, 0);
  }
}

const isAddressCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x40 && code <= 0x5a && code !== 0x40) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2e ||
  code === 0x2d ||
  code === 0x5f ||
  code === 0x25;

const isEndMark = (code: number): boolean => code === 0x21 || code === 0x2e || code === 0x3f;

const isTrailing = (code: number): boolean =>
  code === 0x2e ||
  code === 0x2c ||
  code === 0x3a ||
  code === 0x3b ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0x27 ||
  code === 0x2019 ||
  code === 0x5d ||
  code === 0x2d ||
  code === 0x5f;
