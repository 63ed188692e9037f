/**
 * Words that say how a clause is meant: not as done, but as planned, possible or owed; or not as so. Verbs here take an infinitive that
 * carries the claim: of "plans to open" the claim is the opening. Dictionary forms; own lists, from news.
 */
import type { Claim } from './claim.ts';

export type Modality = Claim['modality'];

const list = (words: string): readonly string[] => words.split(/\s+/);
const all = (words: string, modality: Modality): [string, Modality][] => list(words).map((word) => [word, modality]);

/** Modal auxiliaries, in lower case. */
export const MODALS: ReadonlyMap<string, Modality> = new Map([
  ...all("will shall 'll wo sha", 'planned'),
  ...all("would 'd may might could can ca", 'possible'),
  ...all('must should ought', 'obliged'),
]);

/** Verbs, participles and adjectives before "to". What only says when or whether it began leaves the modality as it is. */
export const GOVERNORS: ReadonlyMap<string, Modality> = new Map([
  ...all(
    `plan intend aim expect schedule set due prepare hope want mean vow agree pledge seek decide go slate poise ready wait propose promise
    threaten choose`,
    'planned',
  ),
  ...all('have need require oblige suppose ought order compel', 'obliged'),
  ...all(
    'appear seem likely believe think say report suspect fear allege try attempt rumour rumor claim unlikely',
    'possible',
  ),
  ...all('begin start continue cease fail manage proceed use come happen tend help get finish', 'happened'),
]);

/** Of these the infinitive did not come about. */
export const FAILING: ReadonlySet<string> = new Set(['fail', 'cease', 'unlikely']);

/** Adverbs that leave it open. */
export const OPEN_ADVERBS: ReadonlySet<string> = new Set(
  list('perhaps maybe possibly probably presumably apparently likely allegedly supposedly conceivably seemingly'),
);

/** Participles by which nobody in particular says so: "are feared dead". */
export const FEARED: ReadonlySet<string> = new Set(list('fear presume believe suspect assume'));

/** Words by which a clause is not so. */
export const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'nowhere']);

/** Subjects and objects that are nobody and nothing. */
export const NOBODY: ReadonlySet<string> = new Set(['nobody', 'none', 'nothing', 'neither', 'no-one', 'no']);

/** What opens a condition, a question or a purpose: nothing is put forward as being so. */
export const OPENERS_OF_NONE: ReadonlySet<string> = new Set(
  list('if unless whether lest once until till before in than as-if suppose provided'),
);
