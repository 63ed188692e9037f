import { describe, expect, test } from 'vitest';
import { allocateTokens, createDocument, type Document } from '../../text/document.ts';
import { Lemmatizer } from '../lemma/lemmatizer.ts';
import { RELATIONS } from '../parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../tag/tags.ts';
import { writeConllu } from './write-conllu.ts';

const TEXT = "They didn't.\n\nShe\u00a0did!";

/** They did n't . | She did ! in two paragraphs, tagged. */
function tagged(): Document {
  const document = createDocument(TEXT, [
    { kind: 'paragraph', start: 0, end: 12 },
    { kind: 'paragraph', start: 14, end: TEXT.length },
  ]);
  const tokens = allocateTokens(7);
  tokens.start.set([0, 5, 8, 11, 14, 18, 21]);
  tokens.end.set([4, 8, 11, 12, 17, 21, 22]);
  tokens.joined.set([0, 0, 1, 0, 0, 0, 0]);
  const upos = ['PRON', 'AUX', 'PART', 'PUNCT', 'PRON', 'VERB', 'PUNCT'];
  const xpos = ['PRP', 'VBD', 'RB', '.', 'PRP', 'VBD', '.'];
  tokens.upos.set(upos.map((tag) => UPOS_TAGS.indexOf(tag)));
  tokens.xpos.set(xpos.map((tag) => XPOS_TAGS.indexOf(tag)));
  document.tokens = tokens;
  document.sentences = { length: 2, first: Int32Array.of(0, 4), last: Int32Array.of(4, 7) };
  return document;
}

describe('CoNLL-U', () => {
  test('of words and tags', () => {
    expect(writeConllu(tagged(), 'a').split('\n')).toEqual([
      '# newdoc id = a',
      '# newpar',
      '# sent_id = a-1',
      "# text = They didn't.",
      '1\tThey\t_\tPRON\tPRP\t_\t_\t_\t_\t_',
      "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
      '2\tdid\t_\tAUX\tVBD\t_\t_\t_\t_\t_',
      "3\tn't\t_\tPART\tRB\t_\t_\t_\t_\t_",
      '4\t.\t_\tPUNCT\t.\t_\t_\t_\t_\t_',
      '',
      '# newpar',
      '# sent_id = a-2',
      '# text = She did!',
      '1\tShe\t_\tPRON\tPRP\t_\t_\t_\t_\t_',
      '2\tdid\t_\tVERB\tVBD\t_\t_\t_\t_\tSpaceAfter=No',
      '3\t!\t_\tPUNCT\t.\t_\t_\t_\t_\t_',
      '',
      '',
    ]);
  });

  test('with heads and relations where they are known', () => {
    const document = tagged();
    document.tokens!.head.set([1, -1, 1, 1, 5, -1, 5]);
    const relations = ['nsubj', 'root', 'advmod', 'punct', 'nsubj', 'root', 'punct'];
    document.tokens!.relation.set(relations.map((name) => RELATIONS.indexOf(name)));
    const rows = writeConllu(document, 'a')
      .split('\n')
      .filter((line) => /^\d+\t/.test(line));
    expect(rows.map((row) => row.split('\t').slice(6, 8).join(' '))).toEqual([
      '2 nsubj',
      '0 root',
      '2 advmod',
      '2 punct',
      '2 nsubj',
      '0 root',
      '2 punct',
    ]);
  });

  test('with lemmas where there is a lemmatizer', () => {
    const rules = { 'VERB VBD': { keepsCase: false, endings: 'did 3do' } };
    const lemmatizer = new Lemmatizer({ name: 'lemma', meta: { rules }, arrays: {} });
    expect(writeConllu(tagged(), 'a', lemmatizer)).toMatch(/^2\tdid\tdo\tVERB\t/m);
  });

  test('an id keeps to its line', () => {
    expect(writeConllu(tagged(), 'a\nb').split('\n')[0]).toBe('# newdoc id = a b');
  });
});
