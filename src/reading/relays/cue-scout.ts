/**
 * Which tokens may be cues: the quick look before a sentence is made into a tree. Whether a form with its tags leads an entry of the cue
 * lists is looked up once, and kept for as long as the lexicon keeps the form.
 */

import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { RELATIONS } from '../../language/parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Tokens } from '../../text/document.ts';
import { leadsCue } from '../acts/cue-lexicon.ts';
import { PASSING_ADVERBS } from '../acts/cue-words.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';

const IS_VERB = Uint8Array.from(XPOS_TAGS, (tag) => (tag.startsWith('VB') ? 1 : 0));
const IS_NOUN = Uint8Array.from(XPOS_TAGS, (tag) => (tag === 'NN' || tag === 'NNS' ? 1 : 0));
/** Relations of verbs that are no verbs of their own: auxiliaries, "according", "the said man". */
const IS_PART = Uint8Array.from(RELATIONS, (relation) =>
  /^(?:aux|cop|amod|case|mark|compound)/.test(relation) ? 1 : 0,
);

/** Verbs of the lists by which a thing seems so to the writer, or that only lead up to others: they attribute nothing to anybody. */
const SILENT: ReadonlySet<string> = new Set(
  `seem appear continue begin have be like love hate paint name decide hold return watch refer brief address plan intend
  aim seek look figure trust bet see`.split(/\s+/),
);

/** Tokens at which the rules of this folder may find something. */
export interface Scouted {
  readonly verbs: readonly number[];
  readonly nouns: readonly number[];
  readonly phrases: readonly number[];
}

export class CueScout {
  private readonly lexicon: Lexicon;
  private readonly known = new Map<number, boolean>();
  private generation = 0;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The tokens of a region that may be cues; undefined where none can be.
   *
   * @example
   * scout.look(tokens, words, { first: 4, last: 12 })?.verbs; // [6]
   */
  look(tokens: Tokens, words: SentenceWords, { first, last }: Range): Scouted | undefined {
    const { lowers } = this.lexicon;
    const verbs: number[] = [];
    const nouns: number[] = [];
    const phrases: number[] = [];
    for (let t = first; t < last; t++) {
      const tag = tokens.xpos[t];
      const lower = lowers[tokens.lexeme[t]];
      if (lower === 'according' || PASSING_ADVERBS.has(lower) || (lower === 'in' && words.lower(t + 3) === 'of'))
        phrases.push(t);
      else if (IS_VERB[tag] === 1) {
        if (IS_PART[tokens.relation[t]] === 0 && this.mayLead(tokens, words, t)) verbs.push(t);
      } else if (IS_NOUN[tag] === 1 && t + 2 < last && /^(?:that|to|by|from)$/.test(lowers[tokens.lexeme[t + 1]]))
        nouns.push(t);
    }
    return verbs.length + nouns.length + phrases.length > 0 ? { verbs, nouns, phrases } : undefined;
  }

  private mayLead(tokens: Tokens, words: SentenceWords, t: number): boolean {
    if (this.generation !== this.lexicon.generation) {
      this.known.clear();
      this.generation = this.lexicon.generation;
    }
    const key = (tokens.lexeme[t] * UPOS_TAGS.length + tokens.upos[t]) * XPOS_TAGS.length + tokens.xpos[t];
    let leads = this.known.get(key);
    if (leads === undefined) {
      leads = [words.lemma(t), words.verbLemma(t)].some((lemma) => leadsCue(lemma) && !SILENT.has(lemma));
      this.known.set(key, leads);
    }
    return leads;
  }
}
