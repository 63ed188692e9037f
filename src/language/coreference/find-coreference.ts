/**
 * The stage `coreference`: which words mention whom. Names are grouped by rules (group-names.ts), other mentions are found from
 * the parse (find-mentions.ts) and chosen for in order of the text (walk-mentions.ts) by a log-linear ranking (ranking.ts).
 *
 * A wrongly named source is the worst error, so a mention stays open where its likeliest candidate is not likely enough.
 * Linear in the text: candidates are the entities of the last few sentences.
 */
import type { Document, Entity, Mention } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { Weights } from '../weights/weights.ts';
import type { EntityDraft } from './entity-draft.ts';
import { PairFeatures } from './pair-features.ts';
import { rankBy } from './ranking.ts';
import { WalkGround } from './walk-ground.ts';
import { type Thresholds, type WalkedDocument, walkMentions } from './walk-mentions.ts';
import type { WordClasses } from './word-classifier.ts';
import { NAME_GENDERS, NOUN_CLASSES, WordFacts } from './word-facts.ts';

/**
 * Makes the stage that fills `document.mentions` and `document.entities`.
 *
 * @param weights models/coreference.weights: arrays `ranking`, `nounDense`, `nounHashed`, `genderDense` and `genderHashed`, `meta.scale`
 * and `meta.thresholds`
 * @example
 * createCoreferenceFinder(lexicon, weights.coreference, clusters, vectors)(document);
 * document.mentions[3].why; // 'pronoun model'
 */
export function createCoreferenceFinder(
  lexicon: Lexicon,
  weights: Weights,
  clusters: WordClusters,
  vectors: WordVectors,
): (document: Document) => void {
  const facts = new WordFacts(lexicon, nounClasses(weights), nameGenders(weights), vectors);
  const ranking = weights.arrays.ranking as Int8Array;
  const choose = rankBy(ranking, weights.meta.scale as number, new PairFeatures(clusters, ranking.length));
  const thresholds = weights.meta.thresholds as Thresholds;
  return (document) => {
    // Who is a woman and who a man is known by the whole text; so it is gone through twice.
    const ground = new WalkGround(document, lexicon, facts);
    const { votes } = walkMentions(ground, choose, thresholds);
    const found = writeCoreference(document, walkMentions(ground, choose, thresholds, votes));
    document.mentions = found.mentions;
    document.entities = found.entities;
  };
}

/**
 * What was learned of nouns.
 *
 * @example
 * nounClasses(weights).classes; // 3
 */
export function nounClasses({ arrays }: Weights): WordClasses {
  const { nounDense, nounHashed } = arrays as Record<string, Float32Array>;
  return { classes: NOUN_CLASSES.length, dense: nounDense, hashed: nounHashed };
}

/**
 * What was learned of first names.
 *
 * @example
 * nameGenders(weights).classes; // 2
 */
export function nameGenders({ arrays }: Weights): WordClasses {
  const { genderDense, genderHashed } = arrays as Record<string, Float32Array>;
  return { classes: NAME_GENDERS.length, dense: genderDense, hashed: genderHashed };
}

/**
 * A walk as the document keeps it: entities that nothing surely mentions are left out.
 *
 * @example
 * writeCoreference(document, walked).entities[0].mentions; // [0, 2, 5]
 */
export function writeCoreference(
  document: Document,
  { mentions, decisions, entities }: WalkedDocument,
): { mentions: Mention[]; entities: Entity[] } {
  const own = entities.map((): number[] => []);
  decisions.forEach(({ entity }, i) => {
    if (entity !== null) own[entity.id].push(i);
  });
  const numbers = new Map<number, number>();
  for (const { id } of entities) if (own[id].length > 0) numbers.set(id, numbers.size);
  return {
    mentions: mentions.map(({ first, last, head, kind }, i) => {
      const { entity, candidates, why } = decisions[i];
      const kept = candidates.flatMap(({ entity: id, probability }) => {
        const number = numbers.get(id);
        return number === undefined ? [] : [{ entity: number, probability }];
      });
      return {
        first,
        last,
        head,
        kind,
        entity: entity === null ? null : numbers.get(entity.id)!,
        candidates: kept,
        why,
      };
    }),
    entities: [...numbers.keys()].map((id) => {
      const draft = entities[id];
      const number = draft.plural ? 'plural' : 'singular';
      return {
        type: draft.type,
        name: longestName(document, mentions, own[id]),
        mentions: own[id],
        gender: genderOf(draft),
        number,
      };
    }),
  };
}

/** Log odds from which a first name alone tells the gender. */
const NAME_TELLS = 3;

function genderOf({ gender, odds, type }: EntityDraft): Entity['gender'] {
  if (gender !== null || type !== 'person') return gender;
  return Math.abs(odds) < NAME_TELLS ? null : odds > 0 ? 'female' : 'male';
}

/** The name of the most words, the first of those that are equally long. */
function longestName(
  { tokens }: Document,
  mentions: WalkedDocument['mentions'],
  own: readonly number[],
): number | null {
  let longest: number | null = null;
  const lengthOf = (i: number): number => {
    let words = 0;
    for (let t = mentions[i].first; t < mentions[i].last; t++)
      if (tokens!.end[t] - tokens!.start[t] > 1 || tokens!.joined[t] === 0) words++;
    return words;
  };
  for (const i of own)
    if (mentions[i].kind === 'name' && (longest === null || lengthOf(i) > lengthOf(longest))) longest = i;
  return longest;
}
