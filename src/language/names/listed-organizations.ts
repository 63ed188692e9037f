/**
 * Organisations that news names by a name alone, found by a list (en/known-organizations.ts): a tagger that never met "Yonhap" or
 * "Safaricom" takes them for nothing, or for a person. The list speaks where the tagger found nothing, or another type at the same
 * words; a longer name that the tagger found stays as it is. One array read a token.
 */
import type { Document, Name } from '../../text/document.ts';
import { LexemeColumns } from '../lexicon/lexeme-columns.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

/** Probability of a name that only the list knows: what it was right in of those found in news. */
const LISTED = 0.9;

/** A single word that the tagger is so sure of stays what it is: there are people called Honda. */
const SURE = 0.95;

/** All in capitals and so short, a name is taken for one only between words that are not in capitals. */
const SHORT = 4;

const ARTICLE = 'The ';

export class ListedOrganizations {
  /** Names by their first run of letters and digits, the longest first. */
  private readonly groups: (readonly string[])[] = [[]];
  private readonly columns: LexemeColumns;

  /** @param names as they stand in text; one that begins with "The" is found behind an article, which is not part of it */
  constructor(lexicon: Lexicon, names: readonly string[]) {
    const byFirst = new Map<string, string[]>();
    for (const name of names) {
      const first = beginning(name.startsWith(ARTICLE) ? name.slice(ARTICLE.length) : name);
      const group = byFirst.get(first);
      if (group) group.push(name);
      else byFirst.set(first, [name]);
    }
    const numbers = new Map<string, number>();
    for (const [first, group] of byFirst) {
      group.sort((a, b) => b.length - a.length);
      numbers.set(first, this.groups.push(group) - 1);
    }
    this.columns = new LexemeColumns(lexicon, 1, (id, rows, at) => {
      rows[at] = numbers.get(beginning(lexicon.forms[id])) ?? 0;
    });
  }

  /**
   * The names, in order, with those that the list adds or gives another type.
   *
   * @param names outer names in order of the text
   * @example
   * listed.add(document, []); // of "Yonhap said so": [{ first: 0, last: 1, type: 'organization', … }]
   */
  add(document: Document, names: readonly Name[]): Name[] {
    const { lexeme, length } = document.tokens!;
    const groups = this.columns.all();
    const all: Name[] = [];
    let n = 0;
    for (let t = 0; t < length; t++) {
      while (n < names.length && names[n].last <= t) all.push(names[n++]);
      if (groups[lexeme[t]] === 0) continue;
      const last = this.endOf(document, t, this.groups[groups[lexeme[t]]]);
      if (last < 0) continue;
      const overlapping: Name[] = [];
      for (let i = n; i < names.length && names[i].first < last; i++) overlapping.push(names[i]);
      if (overlapping.some((name) => outweighs(name, t, last))) continue;
      n += overlapping.length;
      all.push({ first: t, last, type: 'organization', probability: LISTED, parent: null });
      t = last - 1;
    }
    while (n < names.length) all.push(names[n++]);
    return all;
  }

  /** The token after the longest name of the group that begins at token t, or -1. */
  private endOf({ text, tokens }: Document, t: number, group: readonly string[]): number {
    const { start, end, length } = tokens!;
    for (const listed of group) {
      const hasArticle = listed.startsWith(ARTICLE);
      const name = hasArticle ? listed.slice(ARTICLE.length) : listed;
      if (!text.startsWith(name, start[t])) continue;
      if (hasArticle && (t === 0 || !/^the$/i.test(text.slice(start[t - 1], end[t - 1])))) continue;
      const stop = start[t] + name.length;
      let last = t;
      while (last < length && end[last] < stop) last++;
      if (last === length || end[last] !== stop) continue;
      if (name.length <= SHORT && isCapitals(name) && standsInCapitals(text, start[t], stop)) continue;
      return last + 1;
    }
    return -1;
  }
}

function outweighs({ first, last, type, probability }: Name, from: number, to: number): boolean {
  if (first < from || last > to) return true;
  if (first > from || last < to) return false;
  return type === 'organization' || (last - first === 1 && probability >= SURE);
}

function beginning(form: string): string {
  return /^[\p{L}\p{N}]*/u.exec(form)![0];
}

function isCapitals(word: string): boolean {
  return word === word.toUpperCase();
}

/** Whether the word before or after [start, end) is all in capitals too, as in a headline. */
function standsInCapitals(text: string, start: number, end: number): boolean {
  const before = /(\p{L}{2,})\P{L}*$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  const after = /^\P{L}*(\p{L}{2,})/u.exec(text.slice(end, end + 24))?.[1];
  return [before, after].some((word) => word !== undefined && isCapitals(word));
}
