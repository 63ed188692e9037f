/** Attribution by verbs: each word of a region that the cue lists know as a verb, with who speaks and what is said. */
import { entryAt } from '../acts/find-act.ts';
import { overlaps } from '../acts/sentence-words.ts';
import { findContent } from './find-content.ts';
import { findSpeaker } from './find-subject.ts';
import type { Ground, Relay } from './relay.ts';

/**
 * The attributions by verbs in a region.
 *
 * @example
 * findVerbs(ground)[0].source; // of "that the crew refused to say why": "the crew"
 */
export function findVerbs(ground: Ground): Relay[] {
  const { words, region } = ground;
  const found: Relay[] = [];
  for (const verb of ground.scouted.verbs) {
    const entry = entryAt(words, verb);
    if (entry?.wordClass !== 'verb') continue;
    const speaker = findSpeaker(ground, verb);
    if (!speaker) continue;
    const taken = findContent(ground, verb, entry, speaker.source);
    if (!taken) continue;
    const { source, cueFirst } = speaker;
    const cue = { first: Math.max(cueFirst, region.first), last: Math.min(verb + entry.words.length, region.last) };
    const isOther = taken.content.every((part) => !(source && overlaps(part, source)) && !overlaps(part, cue));
    if (isOther) found.push({ source, cue, content: taken.content, rule: taken.rule });
  }
  return found;
}
