/**
 * The lemmatiser: the dictionary form of a word, from its form and its tags ("was" as an auxiliary is "be").
 *
 * For each pair of tags the weights hold endings and what becomes of them; the longest ending that fits decides, and an
 * irregular word is an ending as long as the word. Computed when asked for, never while an article is read. The idea of
 * ending rules with exceptions learned from a treebank is that of ripple-down rules (Compton & Jansen 1990), used for
 * lemmas by Plisson, Lavrač & Mladenić 2004.
 */
import { UPOS_TAGS, XPOS_TAGS } from '../tag/tags.ts';
import type { Weights } from '../weights/weights.ts';

/** Stands before a word, so that an ending can say "the whole word". */
export const WORD_START = '^';

/** How the ending of no letters is written; no word ends in it. */
export const NO_ENDING = '∅';

/** The longest ending that is looked up; longer words end in it too. */
export const LONGEST_ENDING = 24;

/** Rules of one pair of tags. */
interface Rules {
  readonly keepsCase: boolean;
  /** Ending to rule: how many letters to take off, then what to put there ("3y": countries, country). */
  readonly endings: ReadonlyMap<string, string>;
}

export class Lemmatizer {
  private readonly rules: ReadonlyMap<string, Rules>;

  /** @param weights meta.rules: pairs of tags ("NOUN NNS") to { keepsCase, endings }, as training/lemma writes them */
  constructor(weights: Weights) {
    const stored = weights.meta.rules as Record<string, { keepsCase: boolean; endings: string }>;
    this.rules = new Map(
      Object.entries(stored).map(([pair, { keepsCase, endings }]) => [
        pair,
        { keepsCase, endings: readEndings(endings) },
      ]),
    );
  }

  /**
   * The lemma of a form, given the indexes of its tags in UPOS_TAGS and XPOS_TAGS. Time grows with the length of the
   * longest ending, not of the form.
   *
   * @example
   * lemmatizer.lemma('denied', UPOS_TAGS.indexOf('VERB'), XPOS_TAGS.indexOf('VBD')); // 'deny'
   */
  lemma(form: string, upos: number, xpos: number): string {
    const rules = this.rules.get(`${UPOS_TAGS[upos]} ${XPOS_TAGS[xpos]}`);
    const plain = plainForm(form, rules?.keepsCase ?? false);
    if (!rules) return plain;
    const word = WORD_START + plain;
    for (let from = Math.max(0, word.length - LONGEST_ENDING); from <= word.length; from++) {
      const rule = rules.endings.get(word.slice(from));
      if (rule !== undefined) return applyRule(plain, rule);
    }
    return plain;
  }
}

/**
 * The form as rules see it: straight apostrophes, and lower case unless the case belongs to the lemma.
 *
 * @example
 * plainForm('N’T', false); // "n't"
 */
export function plainForm(form: string, keepsCase: boolean): string {
  const straight = form.replaceAll('’', "'");
  return keepsCase ? straight : straight.toLowerCase();
}

/**
 * Applies a rule: takes letters off the end and puts others there.
 *
 * @example
 * applyRule('countries', '3y'); // 'country'
 */
export function applyRule(form: string, rule: string): string {
  const cut = Number.parseInt(rule, 10);
  return form.slice(0, Math.max(0, form.length - cut)) + rule.slice(String(cut).length);
}

/** Endings and rules stand in one string with a space between them; the ending of no letters is written as NO_ENDING. */
function readEndings(stored: string): Map<string, string> {
  const parts = stored.split(' ');
  const endings = new Map<string, string>();
  for (let i = 0; i + 1 < parts.length; i += 2) endings.set(parts[i] === NO_ENDING ? '' : parts[i], parts[i + 1]);
  return endings;
}
