/**
 * Which tokens may be in a name: nine of ten are not, and looking at them would be nine tenths of the work. A token is looked at where it
 * or one beside it is a capitalised word (but for the first of a sentence, if it is a word of grammar), a proper noun by its
 * tag, or in the name of a known place; and, in a sentence without capitals, also where it is of an open class.
 */
import { XPOS_TAGS } from '../tag/tags.ts';
import { isCapital } from './mentions.ts';

const tagSet = (tags: string): Uint8Array => {
  const set = new Uint8Array(XPOS_TAGS.length);
  for (const tag of tags.split(' ')) set[XPOS_TAGS.indexOf(tag)] = 1;
  return set;
};

const PROPER = tagSet('NNP NNPS');
/** Open classes: in small letters a name is taken for any of them. */
const OPEN = tagSet('NN NNS NNP NNPS JJ FW VB VBD VBG VBN VBP VBZ UH');
/** Words of grammar and verbs, which begin with a capital only where a sentence does. */
const GRAMMAR = tagSet('CC DT EX IN MD PDT PRP PRP$ RB RBR RBS TO UH VB VBD VBP VBZ WDT WP WP$ WRB');

/**
 * Sets `chosen` to 1 for the tokens of a sentence that may be in a name.
 *
 * @param places not 0 for tokens in the name of a known place
 * @param isSmall whether the sentence is written without capitals
 * @returns how many they are
 * @example
 * chooseCandidates(chosen, writing, xpos, places, 0, 9, false); // 4
 */
export function chooseCandidates(
  chosen: Uint8Array,
  writing: Uint8Array,
  xpos: Uint8Array,
  places: Uint8Array,
  first: number,
  last: number,
  isSmall: boolean,
): number {
  let count = 0;
  chosen.fill(0, first, last);
  for (let t = first; t < last; t++) {
    const tag = xpos[t];
    const isCore =
      PROPER[tag] === 1 ||
      places[t] !== 0 ||
      (isCapital(writing[t]) && (t > first || GRAMMAR[tag] === 0)) ||
      (isSmall && OPEN[tag] === 1);
    if (!isCore) continue;
    for (let k = t > first ? t - 1 : t; k <= t + 1 && k < last; k++) {
      count += 1 - chosen[k];
      chosen[k] = 1;
    }
  }
  return count;
}
