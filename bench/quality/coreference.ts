/**
 * Coreference on GUM, train and dev together, in five folds, from raw text: document n of the two files is read by a model that has
 * learned from the documents of the other four remainders of n by five. The layers below (sentences, tags, parse, names) are those that ship,
 * which have seen GUM's train texts.
 *
 * Gold. A chain is all mentions of a document that share GUM's group number, whatever links them. A mention has a name where its
 * head is a proper noun: the entity cut down to the name (training/names/gum.ts: no clauses, articles or titles), and of a
 * person where proper nouns follow the head as part of it or as an apposition ("empresario Haden Edwards"). Of a person are no name what is an
 * office or a distinction ("the Director", "Fellow of the Royal Society"), letters of honour and where they belong
 * ("of the Civic Party"), and several names joined by "and" (training/coreference/gum.ts). The chain's
 * name is that of the most words; of equally long ones, any. Chains without a name are not counted.
 *
 * Counted, all documents together: (1) pronouns: mentions that are "he", "she", "him", "her", "his", "hers", "himself" or "herself"; (2) partial
 * names: mentions of type person whose name has fewer words than the chain's.
 *
 * Found. For a pronoun the found mention with the same start, for a partial name the first found name that shares at least
 * half of the longer one's words with it. It is given the name of its entity (the longest), or none: where it was not found, where
 * `entity` is null, and where the entity has no name. The given name is that of the chain where it stands on at least half of the
 * longer one's words in the text, or where its words are the same without case, diacritics and possessive endings, some left out of one: at least
 * two words and half of the longer are left.
 *
 * `right`: given the chain's longest name. `wrong`: given a name that is none of the chain's. `another name`: given a shorter
 * one or an alias of the right chain, which is neither. The rest was given none. Precision of a kind is right among those given any.
 */
import { GUM_DEV, GUM_TRAIN } from '../../training/coreference/gum.ts';
import type { CoreferenceCounts } from '../../training/coreference/score.ts';
import { readCoreferenceData, scoreFolds } from '../../training/coreference/score-folds.ts';
import { POLNEAR_TRAIN } from '../../training/polnear.ts';

export const COREFERENCE_FILES: readonly string[] = [GUM_TRAIN, GUM_DEV, POLNEAR_TRAIN];

export interface CoreferenceFigure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
}

/**
 * All figures of coreference.
 *
 * @param data the folder that holds COREFERENCE_FILES
 * @throws Error where one of them is missing.
 * @example
 * measureCoreference('../shared/data')[0]; // { set: 'GUM, five folds', measure: 'right', value: 0.8 }
 */
export function measureCoreference(data: string): CoreferenceFigure[] {
  const { pronouns, partialNames } = scoreFolds(readCoreferenceData(data));
  const all = { gold: 0, right: 0, other: 0, wrong: 0 };
  for (const counts of [pronouns, partialNames])
    for (const key of ['gold', 'right', 'other', 'wrong'] as const) all[key] += counts[key];
  return [
    figure('right', all.right, all.gold),
    figure('wrong', all.wrong, all.gold),
    figure('another name', all.other, all.gold),
    ...kindFigures('pronouns', pronouns),
    ...kindFigures('partial names', partialNames),
  ];
}

function kindFigures(kind: string, { gold, right, other, wrong }: CoreferenceCounts): CoreferenceFigure[] {
  return [figure(`${kind} precision`, right, right + other + wrong), figure(`${kind} recall`, right, gold)];
}

function figure(measure: string, part: number, whole: number): CoreferenceFigure {
  return { set: 'GUM, five folds', measure, value: Math.round((part / Math.max(1, whole)) * 10_000) / 10_000 };
}
