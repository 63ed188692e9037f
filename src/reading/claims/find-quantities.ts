/**
 * The quantities of a document: how many of what, how far, how much money, which share; in numbers and in words, with bounds and with
 * units in one form. What is a date, a time, an age, a score, a label ("Route 9", "page 12") or a part of a name is none.
 *
 * One pass over the tokens; a form that counts nothing costs one array read.
 */
import type { LexemeColumns } from '../../language/lexicon/lexeme-columns.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { RELATIONS } from '../../language/parse/relations.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { LemmaMemory } from '../acts/sentence-words.ts';
import { tokensIn } from '../acts/sentence-words.ts';
import type { Moment, ReadDocument } from '../reading.ts';
import type { Comparison, Quantity } from './claim.ts';
import { type Compared, comparedAfter, comparedBefore } from './comparisons.ts';
import {
  ARTICLE,
  NONE,
  NUMERAL,
  numeral,
  POWERS,
  quantityClasses,
  SCALES,
  SHARE,
  SHARES,
  SYMBOL,
  SYMBOLS,
  UNITS,
  VAGUE,
  VAGUE_NUMBERS,
} from './quantity-words.ts';

/** A quantity, and the token at which it hangs in the tree: the counted noun, the unit, or the number. */
export interface FoundQuantity {
  readonly quantity: Quantity;
  readonly head: number;
}

/** Tokens that one number may have, and words between a number and what it counts. */
const LONGEST_NUMBER = 9;
const NOUN_REACH = 4;
/** Numbers in digits that may be a year where no moment says so. */
const YEARS: readonly [number, number] = [1900, 2099];

/** A number, or a range of two, in the tokens [first, last). */
interface Amount {
  readonly first: number;
  readonly last: number;
  readonly value: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly comparison: Comparison;
  readonly unit: string | null;
  /** A word that counts by itself, with what is counted behind "of". */
  readonly isOf: boolean;
}

/** Finds the quantities of documents of one lexicon. */
export class QuantityFinder {
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;
  private readonly classes: LexemeColumns;
  private document!: ReadDocument;
  private first = 0;
  private last = 0;

  constructor(lexicon: Lexicon, memory: LemmaMemory) {
    this.lexicon = lexicon;
    this.memory = memory;
    this.classes = quantityClasses(lexicon);
  }

  /**
   * All quantities, in order of the text.
   *
   * @param document with tags, parse, names and moments
   * @example
   * finder.find(document)[0].quantity.value; // 12
   */
  find(document: ReadDocument): FoundQuantity[] {
    this.document = document;
    const tokens = document.tokens!;
    const sentences = document.sentences!;
    const rows = this.classes.all();
    const taken = this.taken();
    const found = this.durations();
    for (let s = 0; s < sentences.length; s++) {
      this.first = sentences.first[s];
      this.last = sentences.last[s];
      for (let t = this.first; t < this.last; t++) {
        const kind = rows[tokens.lexeme[t]];
        if (kind === 0 || taken[t] !== 0) continue;
        const amount = this.amountAt(t, kind);
        if (amount === null) continue;
        const quantity = this.quantityOf(amount);
        // "One" alone is as often a pronoun.
        if (amount.value === 1 && quantity.quantity.unit === null && quantity.quantity.counted === null) continue;
        found.push(quantity);
        // Of "four of the nine lifeboats" the nine are what is counted.
        const { counted } = quantity.quantity;
        t =
          this.word(amount.last) === 'of' && counted !== null
            ? Math.max(quantity.last, amount.last) - 1
            : amount.last - 1;
      }
    }
    return found.sort((a, b) => a.quantity.span[0] - b.quantity.span[0]);
  }

  /** Tokens of names and of times: their numbers count nothing. */
  private taken(): Uint8Array {
    const tokens = this.document.tokens!;
    const taken = new Uint8Array(tokens.length);
    for (const { first, last, parent } of this.document.names ?? []) if (parent === null) taken.fill(1, first, last);
    for (const { start, end } of this.document.moments ?? []) {
      const { first, last } = tokensIn(tokens, [start, end]);
      taken.fill(1, first, last);
    }
    return taken;
  }

  /** Lengths of time that are counted and lie nowhere: "for 47 minutes". */
  private durations(): FoundQuantity[] {
    const found: FoundQuantity[] = [];
    for (const moment of this.document.moments ?? []) {
      const { unit, count } = moment.known;
      if (moment.timex?.type !== 'DURATION' || moment.edtf !== null || moment.basis === 'relative:event') continue;
      if (typeof unit !== 'string' || typeof count !== 'number' || this.isDeadlineOrRate(moment)) continue;
      found.push(this.durationOf(moment, unit, count));
    }
    return found;
  }

  /** "within a year", "300 metres a second", "half an hour earlier": by when, how often, and how far from another time. */
  private isDeadlineOrRate({ start, end, text }: Moment): boolean {
    const tokens = this.document.tokens!;
    const { first, last } = tokensIn(tokens, [start, end]);
    const word = (t: number): string => (t < 0 || t >= tokens.length ? '' : this.lexicon.lowers[tokens.lexeme[t]]);
    if (DISTANCES.has(word(last))) return true;
    const before = word(first - 1);
    return before === 'within' || before === 'in' || (/^an? /i.test(text) && before !== 'for' && before !== 'lasted');
  }

  private durationOf({ start, end, timex }: Moment, unit: string, count: number): FoundQuantity {
    const { text, tokens } = this.document;
    const { first, last } = tokensIn(tokens!, [start, end]);
    const mod = timex?.mod ?? '';
    const comparison = DURATION_MODS[mod] ?? 'exactly';
    return {
      quantity: {
        span: [start, end],
        text: text.slice(start, end),
        ...bounded(count, comparison),
        unit,
        counted: null,
      },
      head: last - 1 >= first ? last - 1 : first,
    };
  }

  private amountAt(t: number, kind: number): Amount | null {
    switch (kind) {
      case NUMERAL:
        return this.isLabel(t) ? null : this.numberAt(t, t, null);
      case SYMBOL:
        return this.moneyAt(t);
      case VAGUE:
        return this.vagueAt(t);
      case SHARE:
        return this.shareAt(t, 1, t);
      case NONE:
        return this.noneAt(t);
      case ARTICLE:
        return this.articleAt(t);
      default:
        return null;
    }
  }

  /** "12", "twenty-three", "4.5 million", "10 to 15", "1.5 km"; from `first` on, where a sign of money stands before it. */
  private numberAt(t: number, first: number, money: string | null): Amount | null {
    const low = this.number(t);
    if (low === null) return null;
    const share = SHARES.has(this.word(low.last)) ? this.shareAt(low.last, low.value, first) : null;
    if (share !== null) return share;
    if (this.isHyphen(low.last)) {
      const part = SHARES.get(this.word(low.last + 1));
      if (part !== undefined) return this.shareAt(low.last + 1, low.value, first);
    }
    const to = this.rangeAt(t, low);
    if (to === 'score') return null;
    const last = to?.last ?? low.last;
    // "between 12 and 14 million": the size is that of both.
    const least =
      to && low.scale === 1 && to.scale > 1 && low.value < to.value / to.scale ? low.value * to.scale : low.value;
    const measured = money === null ? this.unitAt(last) : { unit: money, last };
    if (this.isAge(t, last) || this.isMoreThanOther(measured?.last ?? last)) return null;
    const bounds = to
      ? { value: null, least, most: to.value, comparison: 'between' as const }
      : { value: low.value, least: low.value, most: low.value, comparison: 'exactly' as const };
    return { first, last: measured?.last ?? last, ...bounds, unit: measured?.unit ?? null, isOf: false };
  }

  /** The number that begins at a token, with its words of size. */
  private number(t: number): { value: number; last: number; scale: number } | null {
    let total = numeral(this.word(t));
    if (total === null) return null;
    let at = t + 1;
    if (total >= 20 && total < 100 && total % 10 === 0 && this.isHyphen(at)) {
      const ones = numeral(this.word(at + 1));
      if (ones !== null && ones > 0 && ones < 10) {
        total += ones;
        at += 2;
      }
    }
    let scale = 1;
    for (; at < t + LONGEST_NUMBER; at++) {
      const size = this.sizeAt(at);
      if (size !== undefined) {
        scale *= size;
        continue;
      }
      // "two hundred and six".
      const next = this.word(at) === 'and' ? at + 1 : at;
      const rest = scale >= 100 ? numeral(this.word(next)) : null;
      if (rest === null || rest >= scale || rest <= 0) break;
      return { value: total * scale + rest, last: next + 1, scale: 1 };
    }
    return { value: total * scale, last: at, scale };
  }

  /** "million", or an "m" that touches its number where money stands before it. */
  private sizeAt(t: number): number | undefined {
    const word = this.word(t);
    const size = SCALES.get(word);
    if (size === undefined || word.length > 2) return size;
    // "$4.5m" and "4.5bn": an "m" without a sign of money is a metre.
    const isMoney = this.word(t - 2) !== '' && SYMBOLS.has(this.word(t - 2));
    return word === 'm' && !isMoney ? undefined : size;
  }

  /** What a range goes up to: "10 to 15", "10-15", "between 10 and 15"; "score" where two numbers are one ("3-1"). */
  private rangeAt(
    t: number,
    low: { value: number; last: number },
  ): { value: number; last: number; scale: number } | 'score' | null {
    const link = this.word(low.last);
    const isBetween = link === 'and' && (this.word(t - 1) === 'between' || this.word(t - 2) === 'between');
    const isTight = this.isHyphen(low.last);
    if (!isBetween && !isTight && link !== 'to' && link !== 'or') return null;
    const sign = SYMBOLS.has(this.word(low.last + 1)) ? 1 : 0;
    const high = this.number(low.last + 1 + sign);
    if (high === null) return null;
    const whole = high.scale > 1 && low.value < high.value / high.scale ? low.value * high.scale : low.value;
    if (high.value <= whole) return isTight || link === 'to' ? 'score' : null;
    return high;
  }

  private unitAt(t: number): { unit: string; last: number } | null {
    const word = this.word(t);
    if (word === 'per' && this.word(t + 1) === 'cent') return { unit: 'percent', last: t + 2 };
    if (POWERS.has(word)) {
      const of = UNITS.get(this.word(t + 1));
      return of === undefined ? null : { unit: `${word} ${of}`, last: t + 2 };
    }
    // "a 12-mile road".
    if (this.isHyphen(t) && UNITS.has(this.word(t + 1))) return { unit: UNITS.get(this.word(t + 1))!, last: t + 2 };
    const unit = UNITS.get(word);
    return unit === undefined ? null : { unit, last: t + 1 };
  }

  private moneyAt(t: number): Amount | null {
    return this.numberAt(t + 1, t, SYMBOLS.get(this.word(t))!);
  }

  private vagueAt(t: number): Amount | null {
    const least = VAGUE_NUMBERS.get(this.word(t))!;
    const isOf = this.word(t + 1) === 'of';
    return { first: t, last: t + 1, value: null, least, most: null, comparison: 'about', unit: null, isOf };
  }

  /** "half of the crew", "two thirds of members", "a third". */
  private shareAt(t: number, times: number, first: number): Amount | null {
    const word = this.word(t);
    const next = this.word(t + 1);
    const isWhole = next === 'of' || (word === 'half' && /^(?:the|its|their|his|her|a|an)$/.test(next));
    // "the third of May", "the first half of the year", "the third floor".
    const before = this.word(first - 1);
    if (!isWhole || before === 'the' || /^(?:first|second|last)$/.test(before)) return null;
    const value = Math.round(times * SHARES.get(word)! * 100) / 100;
    return { first, last: t + 1, value, least: value, most: value, comparison: 'exactly', unit: 'percent', isOf: true };
  }

  /** "no ships", "nobody", "none of the ships", "neither driver". */
  private noneAt(t: number): Amount | null {
    const word = this.word(t);
    const next = this.word(t + 1);
    const isOne = word === 'no' && next === 'one';
    if (word === 'no' && !isOne && !/^(?:NN|JJ|VBG|VBN|CD)/.test(this.tag(t + 1))) return null;
    if (word === 'nothing' || /^(?:more|fewer|less|longer|doubt)$/.test(next)) return null;
    if (word === 'neither' && !/^(?:NN|JJ)/.test(this.tag(t + 1)) && next !== 'of') return null;
    const isOf = next === 'of';
    const last = isOne ? t + 2 : t + 1;
    return { first: t, last, value: 0, least: 0, most: 0, comparison: 'exactly', unit: null, isOf };
  }

  /** "a dozen", "half a million" has its own; "a third of". */
  private articleAt(t: number): Amount | null {
    const isArticle = this.word(t) === 'a' || this.word(t) === 'an';
    const at = isArticle ? t + 1 : t;
    const word = this.word(at);
    if (isArticle && SHARES.has(word)) return this.shareAt(at, 1, t);
    if (isArticle && word === 'couple' && this.word(at + 1) === 'of')
      return { first: t, last: at + 1, value: 2, least: null, most: null, comparison: 'about', unit: null, isOf: true };
    const size = SCALES.get(word);
    if (size === undefined || word.length <= 2 || !isArticle) return null;
    const measured = this.unitAt(at + 1);
    return {
      first: t,
      last: measured?.last ?? at + 1,
      value: size,
      least: null,
      most: null,
      comparison: 'about',
      unit: measured?.unit ?? null,
      isOf: false,
    };
  }

  /** A number that only names: "Route 9", "page 12", "No. 5", a year. */
  private isLabel(t: number): boolean {
    const { head, relation } = this.document.tokens!;
    const before = this.tag(t - 1);
    if (/^(?:no|nos|nr)\.?$/.test(this.word(t - 1)) && this.word(t - 1) !== 'no') return true;
    // "F-16".
    if (this.isHyphen(t - 1) && /^(?:NN|NNP|SYM|FW)$/.test(this.tag(t - 2))) return true;
    const value = numeral(this.word(t))!;
    const isBehindNoun = /^NN/.test(before) && head[t] === t - 1 && RELATIONS[relation[t]] !== 'appos';
    if (isBehindNoun && !/^NN/.test(this.tag(t + 1))) return true;
    if (this.word(t) === 'one')
      return !(head[t] > t && RELATIONS[relation[t]] === 'nummod') && this.word(t + 1) !== 'of';
    // A year that no moment holds counts nothing either.
    return value >= YEARS[0] && value <= YEARS[1] && /^\d{4}$/.test(this.word(t)) && !/^NNS/.test(this.tag(t + 1));
  }

  /** "34," behind a name, "aged 34", "17-year-old", "34 years old". */
  private isAge(t: number, last: number): boolean {
    if (/^(?:aged|age)$/.test(this.word(t - 1))) return true;
    const unit = this.isHyphen(last) ? last + 1 : last;
    if (/^(?:years?|months?)$/.test(this.word(unit))) {
      const old = this.isHyphen(unit + 1) ? unit + 2 : unit + 1;
      return this.word(old) === 'old' || this.word(old) === 'olds';
    }
    const isClosed = this.word(last) === ',' || this.word(last) === ')' || this.word(last) === '.';
    const opens = this.word(t - 1) === ',' || this.word(t - 1) === '(';
    return opens && isClosed && /^(?:NNP|NN)$/.test(this.tag(t - 2)) && numeral(this.word(t))! < 120;
  }

  /** "three more than its licence allowed": how far one number is from another. */
  private isMoreThanOther(t: number): boolean {
    return /^(?:more|fewer|less)$/.test(this.word(t)) && this.word(t + 1) === 'than';
  }

  private quantityOf(amount: Amount): FoundQuantity & { readonly last: number } {
    const { text, tokens } = this.document;
    const before = this.compared(amount);
    const after = amount.unit === null ? comparedAfter((n) => this.word(amount.last - 1 + n)) : null;
    const comparison =
      amount.comparison === 'exactly' ? (before?.comparison ?? after?.comparison ?? 'exactly') : amount.comparison;
    let first = amount.first - (before?.words ?? 0);
    if (amount.comparison === 'between' && this.word(first - 1) === 'between') first--;
    const last = amount.last + (before ? 0 : (after?.words ?? 0));
    const noun = amount.unit === null || amount.isOf ? this.countedAt(amount) : -1;
    const [start, end] = [tokens!.start[first], tokens!.end[last - 1]];
    const bounds = amount.value === null ? amount : bounded(amount.value, comparison);
    return {
      quantity: {
        span: [start, end],
        text: text.slice(start, end),
        value: bounds.value,
        least: bounds.least,
        most: bounds.most,
        comparison: amount.value === null ? amount.comparison : comparison,
        unit: amount.unit,
        counted: noun < 0 ? null : this.countedOf(noun),
      },
      head: noun >= 0 && !amount.isOf ? noun : amount.last - 1,
      last: noun + 1,
    };
  }

  private compared({ first, comparison, value }: Amount): Compared | null {
    if (comparison !== 'exactly' || value === 0) return null;
    return comparedBefore((n) => this.word(first - n));
  }

  private countedOf(noun: number): Quantity['counted'] {
    const { text, tokens } = this.document;
    const { start, end, lexeme, upos, xpos } = tokens!;
    return {
      spans: [[start[noun], end[noun]]],
      text: text.slice(start[noun], end[noun]),
      lemma: this.memory.lemma(lexeme[noun], upos[noun], xpos[noun]),
    };
  }

  /** The noun that a number counts: the one that it hangs on, the one behind "of", or the next one. */
  private countedAt({ last, first, isOf }: Amount): number {
    const { head, relation } = this.document.tokens!;
    if (isOf || this.word(last) === 'of') return this.nounFrom(this.word(last) === 'of' ? last + 1 : last);
    for (let t = last - 1; t >= first; t--) {
      const noun = head[t];
      const isOwn = /^(?:nummod|det|amod|compound)$/.test(RELATIONS[relation[t]]);
      if (isOwn && noun >= last && noun < this.last && /^NN/.test(this.tag(noun))) return noun;
    }
    return /^NN/.test(this.tag(last)) ? this.nounFrom(last) : -1;
  }

  /** The last noun of the noun phrase that goes on at a token. */
  private nounFrom(from: number): number {
    let noun = -1;
    for (let t = from; t < from + NOUN_REACH && t < this.last; t++) {
      if (/^NN/.test(this.tag(t))) noun = t;
      else if (noun >= 0 || !/^(?:DT|JJ[RS]?|PRP\$|CD|VBN|VBG|HYPH|PDT)$/.test(this.tag(t))) break;
    }
    return noun;
  }

  private word(t: number): string {
    return t >= this.first && t < this.last ? this.lexicon.lowers[this.document.tokens!.lexeme[t]] : '';
  }

  private tag(t: number): string {
    return t >= this.first && t < this.last ? XPOS_TAGS[this.document.tokens!.xpos[t]] : '';
  }

  private isHyphen(t: number): boolean {
    const word = this.word(t);
    return word === '-' || word === '–' || word === '‑';
  }
}

/** What makes a length a way from another time. */
const DISTANCES: ReadonlySet<string> = new Set(['earlier', 'later', 'ago', 'before', 'after', 'old']);
const DURATION_MODS: Readonly<Record<string, Comparison>> = {
  APPROX: 'about',
  LESS_THAN: 'lessThan',
  MORE_THAN: 'moreThan',
  EQUAL_OR_LESS: 'atMost',
  EQUAL_OR_MORE: 'atLeast',
};

/** A number with the bounds that a comparison gives it. */
function bounded(value: number, comparison: Comparison): Pick<Quantity, 'value' | 'least' | 'most' | 'comparison'> {
  const isLeast = comparison === 'exactly' || comparison === 'atLeast' || comparison === 'moreThan';
  const isMost = comparison === 'exactly' || comparison === 'atMost' || comparison === 'lessThan';
  return { value, least: isLeast ? value : null, most: isMost ? value : null, comparison };
}
