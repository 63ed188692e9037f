/**
 * How certain events are made to sound: the shipped model on the development parts of three sets, whose labels (event
 * factuality, −3 … 3) lose their sign, by mean absolute error on 0 … 3 and Pearson's r, beside the rule that it is compared
 * with. The weights are those for news, so that UW (news) is the set that counts.
 */
import { join } from 'node:path';
import { readWeights } from '../../src/language/weights/weights.ts';
import { loadModels } from '../../src/models/load-models.ts';
import { CertaintyModel } from '../../src/reading/acts/certainty-model.ts';
import { agreementOf } from '../../training/certainty/agreement.ts';
import { EventReader } from '../../training/certainty/events.ts';
import { ruleFactuality } from '../../training/certainty/rule-baseline.ts';

const SETS: Readonly<Record<string, string>> = { UW: 'uw', 'UDS-IH2': 'uds_ih2', MEANTIME: 'meantime' };
const fileOf = (set: string): string => `claims/factuality/${set}-dev.jsonl.gz`;

export const CERTAINTY_FILES: readonly string[] = Object.values(SETS).map(fileOf);

export interface CertaintyFigure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
}

/**
 * All figures of certainty.
 *
 * @param data the folder that holds CERTAINTY_FILES
 * @throws Error where one of them is missing.
 * @example
 * measureCertainty('../shared/data')[0]; // { set: 'UW dev', measure: 'certainty error', value: 0.4 }
 */
export function measureCertainty(data: string): CertaintyFigure[] {
  const weights = Object.fromEntries(Object.entries(loadModels()).map(([name, bytes]) => [name, readWeights(bytes)]));
  const reader = new EventReader(weights);
  const model = new CertaintyModel(weights.certainty);
  return Object.entries(SETS).flatMap(([name, set]) => {
    const events = reader.read(join(data, fileOf(set)));
    const gold = events.map(({ label }) => Math.abs(label));
    const learned = agreementOf(
      events.map(({ tokens, token }) => model.value(tokens, reader.lexicon, token, { first: 0, last: tokens.length })),
      gold,
    );
    const ruled = agreementOf(
      events.map((event) => Math.abs(ruleFactuality(event, reader.lexicon))),
      gold,
    );
    return [
      { measure: 'certainty error', value: learned.error },
      { measure: 'certainty r', value: learned.r },
      { measure: 'certainty error of the rule', value: ruled.error },
      { measure: 'certainty r of the rule', value: ruled.r },
    ].map(({ measure, value }) => ({ set: `${name} dev`, measure, value: Math.round(value * 10_000) / 10_000 }));
  });
}
