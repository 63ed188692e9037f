/**
 * Articles with what teachers expect of them (training/teachers): those with gold names learn half from the gold and half from
 * teachers that have not seen them, those without from teachers alone (Bucila, Caruana & Niculescu-Mizil 2006; Hinton, Vinyals &
 * Dean 2015).
 */
import type { NameFeatures } from '../../src/language/names/features.ts';
import { LABELS } from '../../src/language/names/types.ts';
import { blend, meanOf } from '../network/teach.ts';
import { passageRanges } from '../network/train-chain-tagger.ts';
import { checkLength, type LabelOpinions } from '../teachers/opinions.ts';
import { NAME_SETS, type NameSet } from './gold.ts';
import { ANYTHING, type Prepared } from './prepare.ts';
import { LONGEST, TAUGHT } from './settings.ts';

/** Share of the teachers from which a label is taken for the token's own. */
const SURE = 0.9;

/**
 * An article with what teachers expect of its passages, beside its gold where it has some.
 *
 * @param opinions labels of all tokens, by each teacher
 * @param convention the set whose conventions the teachers followed, where the article has no gold names
 * @example
 * taught(article, opinions, 'uner', features).expected!.length; // passages
 */
export function taught(
  article: Prepared,
  opinions: LabelOpinions,
  convention: NameSet,
  features: NameFeatures,
): Prepared {
  const { document, allowed: gold } = article;
  checkLength(article.article.id, opinions[0]?.length ?? 0, gold.length);
  if (gold.length === 0) return article;
  const hasGold = article.convention !== 'polnear';
  const kept = hasGold ? article.convention : convention;
  const rows = features.of(document, NAME_SETS.indexOf(kept));
  const told = opinions.map((labels) => Uint8Array.from(rows.tokens, (t) => labels[t]));
  const agreed = told.map((labels) => labels.map((label, r) => nearest(gold[rows.tokens[r]], label)));
  const ranges = [...passageRanges(rows, LONGEST)];
  const of = (sequences: readonly Uint8Array[], [first, last]: readonly [number, number]) =>
    meanOf(
      sequences.map((labels) => labels.subarray(first, last)),
      LABELS,
    );
  const expected = ranges.map((range) =>
    hasGold
      ? blend([
          [of(agreed, range), 1 - TAUGHT],
          [of(told, range), TAUGHT],
        ])
      : of(told, range),
  );
  if (hasGold) return { ...article, expected };
  const allowed = new Uint32Array(gold.length).fill(1);
  rows.tokens.forEach((t, r) => {
    allowed[t] = sureLabel(told, r);
  });
  return { ...article, convention: kept, allowed, expected };
}

/**
 * The label itself where the gold allows it, or the lowest that it does.
 *
 * @param allowed a bit for each label
 * @example
 * nearest(0b0110, 3); // 1
 */
export function nearest(allowed: number, label: number): number {
  if ((allowed >>> label) & 1) return label;
  return 31 - Math.clz32(allowed & -allowed);
}

/** A bit for the label on which nearly all agree, or all bits. */
function sureLabel(told: readonly Uint8Array[], row: number): number {
  const label = told[0][row];
  const agreeing = told.filter((labels) => labels[row] === label).length;
  return agreeing > SURE * told.length ? 1 << label : ANYTHING;
}
