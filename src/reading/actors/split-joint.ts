/** Splits a source of several: "police and the mayor", "Ames, Hatch and two nurses". */
import type { Range } from '../acts/sentence-words.ts';
import type { Ground } from './ground.ts';
import { kindOfNoun } from './noun-kinds.ts';
import { type Description, readDescription } from './read-description.ts';

/**
 * The parts of a source, in order: the whole of it where it is one. "The chairman and chief executive", and "and" inside of a
 * name, join no sources.
 *
 * @example
 * splitJoint(ground, { first: 0, last: 4 }).length; // 2 for "police and the mayor"
 */
export function splitJoint(ground: Ground, range: Range): Range[] {
  const words = ground.wordsAt(range.first);
  let isJoined = false;
  for (let t = range.first; t < range.last; t++) if (words.lower(t) === 'and') isJoined = true;
  if (!isJoined) return [range];
  const parts: Range[] = [];
  let t = range.first;
  if (words.lower(t) === 'both') t++;
  while (t < range.last) {
    const part = readDescription(ground, t, range.last);
    if (!part || !standsAlone(ground, part, t > range.first)) return [range];
    parts.push({ first: t, last: part.last });
    t = part.last;
    if (t >= range.last) break;
    const isList = words.lower(t) === ',';
    if (isList && words.lower(t + 1) === 'and') t++;
    if (words.lower(t) === 'and' || (isList && isNamed(ground, part))) t++;
    else if (parts.length > 1) break;
    else return [range];
  }
  // "Ames, the mayor" is one, told twice: only "and" joins the last.
  const last = parts[parts.length - 1];
  return parts.length > 1 && words.lower(last.first - 1) === 'and' ? parts : [range];
}

/** The part can be a source by itself: a name, a body, several people, or somebody with an article. */
function standsAlone(ground: Ground, part: Description, isLater: boolean): boolean {
  if (isNamed(ground, part)) return true;
  const words = ground.wordsAt(part.first);
  if (kindOfNoun(words.lower(part.head)) === 'body' || part.isPlural) return true;
  return /^(?:DT|PRP\$|CD)$/.test(words.tag(part.first)) || (!isLater && part.affiliation !== null && part.isDefinite);
}

const isNamed = (ground: Ground, { head }: Description): boolean => ground.nameAt(head) !== undefined;
