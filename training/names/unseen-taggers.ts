/**
 * Taggers that have not seen the texts which they tag here. The shipped one was trained on these very sentences (99.8 % right on
 * them, 96 % on others), so a name tagger that learned on its tags would take a proper noun's tag for proof.
 */
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { createTagger } from '../../src/language/tag/tag.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import type { Document } from '../../src/text/document.ts';
import type { TreebankDocument } from '../conllu.ts';
import { buildDictionary, readLabels } from '../tag/labels.ts';
import { TagLearner } from '../tag/learner.ts';
import { TAGGERS } from './settings.ts';

/**
 * For each document of the treebanks, by its id, the stage `tag` as it was learned from the others.
 *
 * @example
 * unseenTaggers(treebanks, lexicon, readModel('clusters')).get('GUM_news_asylum')!(document);
 */
export function unseenTaggers(
  treebanks: readonly TreebankDocument[],
  lexicon: Lexicon,
  clusters: Weights,
): Map<string, (document: Document) => void> {
  const words = new WordClusters(lexicon, clusters);
  const { labels, numbered } = readLabels(treebanks, lexicon);
  const taggers = new Map<string, (document: Document) => void>();
  for (let part = 0; part < TAGGERS.parts; part++) {
    const others = numbered.filter((_, d) => d % TAGGERS.parts !== part).flat();
    const learner = new TagLearner(lexicon, words, labels, buildDictionary(others, labels, lexicon), TAGGERS);
    const tag = createTagger(lexicon, learner.weights(learner.learn(others, TAGGERS.epochs, TAGGERS.seed)), words);
    treebanks.forEach(({ id }, d) => {
      if (d % TAGGERS.parts === part) taggers.set(id, tag);
    });
  }
  return taggers;
}
