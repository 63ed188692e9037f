/**
 * Tags as the tagger gives them to texts that it has not seen: the treebanks are tagged in parts, each by a tagger trained on
 * the others. The shipped tagger has seen these very sentences (99.8 % right on them, 96 % on others), so a parser that learned
 * on its tags would trust tags too much.
 */
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { createTagger } from '../../src/language/tag/tag.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../src/language/tag/tags.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import type { TreebankDocument } from '../conllu.ts';
import { buildDictionary, readLabels } from '../tag/labels.ts';
import { TagLearner } from '../tag/learner.ts';
import { goldDocument } from './prepare.ts';
import { TAGGERS } from './settings.ts';

export interface Tags {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
}

/**
 * Tags of every document, by a tagger that was trained without it.
 *
 * @example
 * tagUnseen(documents, readModel('clusters'))[0].upos.length; // words of the first document
 */
export function tagUnseen(documents: readonly TreebankDocument[], clusters: Weights): Tags[] {
  const lexicon = new Lexicon();
  const words = new WordClusters(lexicon, clusters);
  const { labels, numbered } = readLabels(documents, lexicon);
  const tags: Tags[] = [];
  let right = 0;
  let all = 0;
  for (let part = 0; part < TAGGERS.parts; part++) {
    const others = numbered.filter((_, d) => d % TAGGERS.parts !== part).flat();
    const learner = new TagLearner(lexicon, words, labels, buildDictionary(others, labels, lexicon), TAGGERS);
    const tag = createTagger(lexicon, learner.weights(learner.learn(others, TAGGERS.epochs, TAGGERS.seed)), words);
    documents.forEach((treebank, d) => {
      if (d % TAGGERS.parts !== part) return;
      const document = goldDocument(treebank, lexicon);
      tag(document);
      const { upos, xpos } = document.tokens!;
      tags[d] = { upos, xpos };
      treebank.sentences.flat().forEach((word, t) => {
        all++;
        if (UPOS_TAGS[upos[t]] === word.upos && XPOS_TAGS[xpos[t]] === word.xpos) right++;
      });
    });
    console.log(
      `part ${part + 1} of ${TAGGERS.parts} tagged; ${((100 * right) / all).toFixed(2)} % of the tags right so far`,
    );
  }
  return tags;
}
