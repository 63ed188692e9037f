/**
 * Makes a tagged document by hand, for tests of stages that read tags and need no model: "The_DT talks_NNS failed_VBD ._." is one
 * sentence, " | " stands between sentences, " || " between blocks. A "+" before a word joins it to the one before.
 */
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../src/language/tag/tags.ts';
import type { ReadDocument } from '../../src/reading/reading.ts';
import { allocateTokens, type Block, type BlockKind } from '../../src/text/document.ts';

const UPOS: Readonly<Record<string, string>> = {
  CC: 'CCONJ',
  CD: 'NUM',
  DT: 'DET',
  IN: 'ADP',
  JJ: 'ADJ',
  MD: 'AUX',
  NN: 'NOUN',
  NNP: 'PROPN',
  NNPS: 'PROPN',
  NNS: 'NOUN',
  PRP: 'PRON',
  RB: 'ADV',
  VB: 'VERB',
  VBD: 'VERB',
  VBG: 'VERB',
  VBN: 'VERB',
  VBP: 'VERB',
  VBZ: 'VERB',
};

/**
 * A document whose text is the words with one space between them, and two newlines between blocks.
 *
 * @param kinds of the blocks, in order; a paragraph where none is given
 * @throws Error where a tag is unknown.
 * @example
 * makeTagged(new Lexicon(), 'It_PRP sank_VBD ._.').text; // 'It sank .'
 */
export function makeTagged(lexicon: Lexicon, tagged: string, kinds: readonly BlockKind[] = []): ReadDocument {
  const words: { form: string; tag: string; start: number; joined: boolean }[] = [];
  const blocks: Block[] = [];
  const firsts: number[] = [];
  let text = '';
  for (const [b, block] of tagged.split(' || ').entries()) {
    if (b > 0) text += '\n\n';
    const blockStart = text.length;
    for (const sentence of block.split(' | ')) {
      firsts.push(words.length);
      for (const word of sentence.split(' ')) {
        const joined = word.startsWith('+');
        const cut = word.lastIndexOf('_');
        const form = word.slice(joined ? 1 : 0, cut);
        const tag = word.slice(cut + 1);
        if (!XPOS_TAGS.includes(tag)) throw new Error(`"${tag}" of "${word}" is no tag.`);
        if (text.length > blockStart && !joined) text += ' ';
        words.push({ form, tag, start: text.length, joined });
        text += form;
      }
    }
    blocks.push({ kind: kinds[b] ?? 'paragraph', start: blockStart, end: text.length });
  }
  const tokens = allocateTokens(words.length);
  words.forEach(({ form, tag, start, joined }, t) => {
    tokens.lexeme[t] = lexicon.intern(form);
    tokens.start[t] = start;
    tokens.end[t] = start + form.length;
    tokens.joined[t] = joined ? 1 : 0;
    tokens.xpos[t] = XPOS_TAGS.indexOf(tag);
    tokens.upos[t] = UPOS_TAGS.indexOf(UPOS[tag] ?? (/^\W/.test(tag) ? 'PUNCT' : 'X'));
  });
  return {
    text,
    textSha256: 'sample',
    blocks,
    tokens,
    sentences: {
      length: firsts.length,
      first: Int32Array.from(firsts),
      last: Int32Array.from(firsts, (_, s) => firsts[s + 1] ?? words.length),
    },
    statements: [],
  };
}
