/**
 * Makes a document of plain text for tests of the moments, without a model: tokens by the tokeniser, a sentence up to each mark that
 * ends one, and tags guessed from the form: enough for the short sentences of the tests. There is no parse.
 */
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../src/language/tag/tags.ts';
import { createTokenizer } from '../../src/language/tokenize/tokenize.ts';
import { createMomentReader } from '../../src/reading/moments/read-moments.ts';
import type { Moment, ReadDocument } from '../../src/reading/reading.ts';
import type { Block } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';

const TAGS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    IN: 'on in at by until since of from between for before after about over through within during around as than because',
    DT: 'the a an this these those each every some',
    MD: 'will would may might could can',
    PRP: 'they he she it we i',
    CC: 'and or but',
    TO: 'to',
    RB: 'now currently recently soon ago earlier later once early late annually daily previously up',
    JJ: 'last next past current recent previous following coming few several other same latest new',
    VBD: 'met was were had said left fell came began told lasted visited closed died opened stayed announced took rose',
    VBZ: 'is has says meets opens',
    VB: 'meet be open come leave end announce',
    VBN: 'born ended',
    POS: "'s ’s",
    NNS: 'years days weeks months hours quarters minutes seconds decades talks people percent votes elections soldiers',
  }).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag])),
);
const UPOS: Readonly<Record<string, string>> = {
  CD: 'NUM',
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  IN: 'ADP',
  DT: 'DET',
};

/**
 * The document of a text.
 *
 * @param published ISO date, or null
 * @param tags of forms in lower case, where the guess is wrong
 * @example
 * makeTimed(new Lexicon(), 'They met on Friday.', '2026-11-18').tokens!.length; // 5
 */
export function makeTimed(
  lexicon: Lexicon,
  text: string,
  published: string | null,
  tags: Readonly<Record<string, string>> = {},
  blocks: readonly Block[] = paragraphBlocks(text),
): ReadDocument {
  const document: ReadDocument = { text, textSha256: 'sample', blocks, published, statements: [] };
  createTokenizer(lexicon)(document);
  const tokens = document.tokens!;
  const firsts: number[] = [];
  let isOpen = false;
  let block = 0;
  for (let t = 0; t < tokens.length; t++) {
    while (block < blocks.length && tokens.start[t] >= blocks[block].end) {
      block++;
      isOpen = false;
    }
    const form = lexicon.forms[tokens.lexeme[t]];
    if (!isOpen) firsts.push(t);
    isOpen = !/^[.?!]$/.test(form);
    const tag = tags[form.toLowerCase()] ?? TAGS[form.toLowerCase()] ?? guess(form);
    tokens.xpos[t] = XPOS_TAGS.indexOf(tag);
    tokens.upos[t] = UPOS_TAGS.indexOf(UPOS[tag] ?? (/^\W/.test(form) ? 'PUNCT' : 'X'));
    tokens.head[t] = t;
  }
  document.sentences = {
    length: firsts.length,
    first: Int32Array.from(firsts),
    last: Int32Array.from(firsts, (_, s) => firsts[s + 1] ?? tokens.length),
  };
  return document;
}

/**
 * The moments of a text.
 *
 * @example
 * momentsIn('They met on Friday.', '2026-11-18')[0].edtf; // '2026-11-13'
 */
export function momentsIn(
  text: string,
  published: string | null = '2026-11-18',
  tags: Readonly<Record<string, string>> = {},
): readonly Moment[] {
  const lexicon = new Lexicon();
  const document = makeTimed(lexicon, text, published, tags);
  createMomentReader(lexicon)(document);
  return document.moments!;
}

function guess(form: string): string {
  if (/^\d/.test(form)) return 'CD';
  if (/^[.?!]$/.test(form)) return '.';
  if (form === ',') return ',';
  if (/^["“”]$/.test(form)) return '``';
  if (/^\W+$/.test(form)) return 'HYPH';
  return form[0] !== form[0].toLowerCase() ? 'NNP' : 'NN';
}
