/**
 * Profiles: the different sets of codes that entries have (kind, act, stance, type of source, unnamed source, review, band of certainty).
 * There are far fewer of them than entries, so a filter on any of these is a look at each profile, and one pass over the rows counts seven
 * facets.
 */
import { SPEECH_ACTS } from '../../../reading/acts/speech-acts.ts';
import { CERTAINTY_BANDS } from '../../search/facets.ts';
import { KINDS, REVIEWS, SOURCE_TYPES, STANCES, UNNAMED_TYPES } from '../../search/fields.ts';
import { NONE } from './entry-record.ts';

/** What codes stand for, by position; a code that is no position is none of them. */
export const PROFILE_VALUES = {
  kind: KINDS,
  act: Object.keys(SPEECH_ACTS),
  stance: STANCES,
  type: SOURCE_TYPES,
  unnamed: UNNAMED_TYPES,
  review: REVIEWS,
  certainty: CERTAINTY_BANDS.map((_, band) => `${band}`),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProfileField = keyof typeof PROFILE_VALUES;

/** The code of each profile, by field. */
export type Profiles = Readonly<Record<ProfileField, Uint8Array>> & { readonly count: number };

const ASSERTION = KINDS.indexOf('assertion');
const [LOW, HIGH] = [Math.fround(CERTAINTY_BANDS[1].low.value), Math.fround(CERTAINTY_BANDS[1].high.value)];

/** Numbers profiles, from 0 in the order in which they come. */
export class ProfileCodes {
  readonly #codes = new Map<number, number>();
  readonly #found: Record<ProfileField, number>[] = [];
  /** Entries next to each other are often alike. */
  #last = -1;
  #lastCode = -1;

  /** The number of a profile, from codes as entry-record.ts has them. */
  codeOf(
    kind: number,
    act: number,
    stance: number,
    type: number,
    unnamed: number,
    review: number,
    certainty: number,
  ): number {
    const band = kind === ASSERTION ? NONE : certainty < LOW ? 0 : certainty <= HIGH ? 1 : 2;
    let key = Math.min(kind, PROFILE_VALUES.kind.length);
    key = key * (PROFILE_VALUES.act.length + 1) + Math.min(act, PROFILE_VALUES.act.length);
    key = key * (PROFILE_VALUES.stance.length + 1) + Math.min(stance, PROFILE_VALUES.stance.length);
    key = key * (PROFILE_VALUES.type.length + 1) + Math.min(type, PROFILE_VALUES.type.length);
    key = key * (PROFILE_VALUES.unnamed.length + 1) + Math.min(unnamed, PROFILE_VALUES.unnamed.length);
    key = key * (PROFILE_VALUES.review.length + 1) + Math.min(review, PROFILE_VALUES.review.length);
    key = key * (PROFILE_VALUES.certainty.length + 1) + Math.min(band, PROFILE_VALUES.certainty.length);
    if (key === this.#last) return this.#lastCode;
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.#found.push({ kind, act, stance, type, unnamed, review, certainty: band }) - 1;
      this.#codes.set(key, code);
    }
    this.#last = key;
    this.#lastCode = code;
    return code;
  }

  /** The profiles that were numbered. */
  profiles(): Profiles {
    const column = (field: ProfileField) => Uint8Array.from(this.#found, (profile) => profile[field]);
    return {
      count: this.#found.length,
      kind: column('kind'),
      act: column('act'),
      stance: column('stance'),
      type: column('type'),
      unnamed: column('unnamed'),
      review: column('review'),
      certainty: column('certainty'),
    };
  }
}
