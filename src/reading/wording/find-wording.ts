/**
 * The stage `wording`: loaded words that the outlet uses in its own voice, each with a plainer one and the reason.
 *
 * Looked at is what stands outside of the content of statements and outside of quotation marks; a cue is the outlet's own word, so
 * "claimed" for "said" is found. Forms are made from dictionary forms (src/language/inflection), and the plainer word is
 * given in the form of the word that it stands beside.
 *
 * A verb counts where it is tagged as one, a noun likewise; a noun within a proper name ("the Regime Change Museum") does
 * not. Cost: one array read a token; more only where an entry begins.
 */
import { LOADED_WORDS, type LoadedWord } from '../../language/en/loaded-words.ts';
import { inflect, type WordClass } from '../../language/inflection/inflect.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { PhraseTable } from '../../language/phrases/phrase-table.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Block, BlockKind, Tokens } from '../../text/document.ts';
import type { ReadDocument, Wording } from '../reading.ts';
import { CUE_WORDS } from '../voices/mark-voices.ts';

/** How far away a word may stand that rules an entry out, in tokens. */
const NEAR_BEFORE = 2;
const NEAR_AFTER = 3;

const tagsOf = (...names: string[]): ReadonlySet<number> => new Set(names.map((name) => XPOS_TAGS.indexOf(name)));
const PROPER = tagsOf('NNP', 'NNPS');
const NOUN = tagsOf('NN', 'NNS', 'NNP', 'NNPS');
/** The form of a verb that each tag calls for: its place among those of `inflect`. */
const VERB_FORMS: ReadonlyMap<number, number> = new Map(
  ['VB', 'VBZ', 'VBD', 'VBN', 'VBG'].map((tag, form) => [XPOS_TAGS.indexOf(tag), form] as const),
).set(XPOS_TAGS.indexOf('VBP'), 0);
const DESCRIBING = tagsOf('JJ', 'JJR', 'JJS', 'VBN', 'VBG', 'NN', 'NNP', 'VBD');
const ADVERB = tagsOf('RB', 'RBR', 'RBS');
/** Blocks in which the outlet does not write sentences of its own. */
const PASSED_OVER: ReadonlySet<BlockKind> = new Set(['byline', 'dateline', 'credit', 'quotation']);

interface Form {
  readonly entry: LoadedWord;
  /** The plainer word in the forms of `inflect`, and which of them this form stands beside where no tag tells. */
  readonly plainer: readonly string[];
  readonly form: number;
}

/**
 * Makes the stage that fills `wording`.
 *
 * @param own a reader's own entries, laid over the list that comes with Hearsay: see `layOver`
 * @example
 * const find = createWordingFinder(lexicon, []);
 * find(document);
 * document.wording[0]; // { start: 20, end: 27, text: 'slammed', plainer: 'criticised', reason: '…' }
 */
export function createWordingFinder(lexicon: Lexicon, own: readonly LoadedWord[]): (document: ReadDocument) => void {
  const phrases: string[] = [];
  const forms: Form[] = [];
  for (const entry of layOver(LOADED_WORDS, own)) {
    const plainer = inflect(entry.plainer, entry.part);
    const seen = new Set<string>();
    for (const [form, phrase] of inflect(entry.word, entry.part).entries()) {
      if (seen.has(phrase)) continue;
      seen.add(phrase);
      // The tokeniser cuts at hyphens: "hard-line" is three tokens.
      phrases.push(phrase.replaceAll('-', ' - '));
      forms.push({ entry, plainer, form });
    }
  }
  const table = new PhraseTable(lexicon, phrases);

  return (document) => {
    const tokens = document.tokens!;
    const voices = document.voices!;
    const found: Wording[] = [];
    const isNear = (words: readonly string[], from: number, to: number): boolean => {
      for (let t = Math.max(0, from); t < Math.min(to, tokens.length); t++)
        if (words.includes(lexicon.lowers[tokens.lexeme[t]])) return true;
      return false;
    };
    const accepts = (phrase: number, last: number): boolean => {
      const { part, except } = forms[phrase].entry;
      if (!fits(tokens, at, last, part) || (part === 'noun' && isInName(document, tokens, at, last, blockKind))) {
        return false;
      }
      return except.length === 0 || !(isNear(except, at - NEAR_BEFORE, at) || isNear(except, last, last + NEAR_AFTER));
    };
    let at = 0;
    let block = 0;
    let blockKind: BlockKind = 'paragraph';
    while (at < tokens.length) {
      while (block < document.blocks.length && document.blocks[block].end <= tokens.start[at]) block++;
      blockKind = kindAt(document.blocks, block, tokens.start[at]);
      const hit =
        voices[at] <= CUE_WORDS && !PASSED_OVER.has(blockKind) ? table.at(tokens, at, tokens.length, accepts) : null;
      if (hit) {
        const { entry, plainer, form } = forms[hit.phrase];
        const start = tokens.start[at];
        const end = tokens.end[hit.last - 1];
        const inForm = entry.part === 'verb' ? (VERB_FORMS.get(tokens.xpos[at]) ?? form) : form;
        found.push({
          start,
          end,
          text: document.text.slice(start, end),
          plainer: plainer[inForm] ?? plainer[0],
          reason: entry.reason,
        });
      }
      at = hit?.last ?? at + 1;
    }
    document.wording = found;
  };
}

/**
 * A list with another laid over it: an entry of the same word and part takes the place of the first one's, and one whose plainer
 * word is empty takes it out.
 *
 * @example
 * layOver(LOADED_WORDS, [{ word: 'regime', part: 'noun', plainer: '', reason: '', except: [] }]); // without "regime"
 */
export function layOver(list: readonly LoadedWord[], own: readonly LoadedWord[]): LoadedWord[] {
  const key = ({ word, part }: LoadedWord): string => `${part} ${word}`;
  const entries = new Map(list.map((entry) => [key(entry), entry] as const));
  for (const entry of own) entries.set(key(entry), entry);
  return [...entries.values()].filter(({ plainer }) => plainer !== '');
}

function fits(tokens: Tokens, first: number, last: number, part: WordClass): boolean {
  switch (part) {
    case 'verb':
      return VERB_FORMS.has(tokens.xpos[first]);
    case 'noun':
      return NOUN.has(tokens.xpos[last - 1]);
    case 'adjective':
      return DESCRIBING.has(tokens.xpos[last - 1]);
    case 'adverb':
      return ADVERB.has(tokens.xpos[first]);
    default:
      return true;
  }
}

/** Whether a noun is written with a capital within a sentence, as names are; headlines write every word so. */
function isInName(
  { text, sentences }: ReadDocument,
  tokens: Tokens,
  first: number,
  last: number,
  kind: BlockKind,
): boolean {
  if (kind === 'headline' || !PROPER.has(tokens.xpos[last - 1])) return false;
  const initial = text[tokens.start[first]];
  return initial !== initial.toLowerCase() && !isSentenceStart(sentences?.first, first);
}

function isSentenceStart(firsts: Int32Array | undefined, token: number): boolean {
  if (!firsts) return token === 0;
  let low = 0;
  let high = firsts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] === token) return true;
    if (firsts[middle] < token) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function kindAt(blocks: readonly Block[], block: number, offset: number): BlockKind {
  return block < blocks.length && blocks[block].start <= offset ? blocks[block].kind : 'paragraph';
}
