/** Attribution by verbs: each word of a region that the cue lists know as a verb, with who speaks and what is said. */
import { entryAt } from '../acts/find-act.ts';
import { findContent } from './find-content.ts';
import { findSpeaker } from './find-subject.ts';
import type { Ground, Relay } from './relay.ts';

/** Verbs of the lists by which a thing seems so to the writer, or that only lead up to others: they attribute nothing to anybody. */
const SILENT: ReadonlySet<string> = new Set(
  `seem appear continue begin have be like love hate put paint name decide resolve hold return watch refer brief address plan intend
  aim seek look figure trust bet see`.split(/\s+/),
);

/**
 * The attributions by verbs in a region.
 *
 * @example
 * findVerbs(ground)[0].source; // of "that the crew refused to say why": "the crew"
 */
export function findVerbs(ground: Ground): Relay[] {
  const { words, tree, region } = ground;
  const found: Relay[] = [];
  for (let verb = region.first; verb < region.last; verb++) {
    if (!words.tag(verb).startsWith('VB') || /^(?:aux|cop|amod|case|mark|compound)/.test(tree.relation(verb))) continue;
    const entry = entryAt(words, verb);
    if (entry?.wordClass !== 'verb' || SILENT.has(entry.words[0])) continue;
    const speaker = findSpeaker(ground, verb);
    if (!speaker) continue;
    const taken = findContent(ground, verb, entry, speaker.source);
    if (!taken) continue;
    const { source, cueFirst } = speaker;
    const cue = { first: Math.max(cueFirst, region.first), last: Math.min(verb + entry.words.length, region.last) };
    const overlaps = taken.content.some(
      ({ first, last }) =>
        (source && first < source.last && source.first < last) || (first < cue.last && cue.first < last),
    );
    if (!overlaps) found.push({ source, cue, content: taken.content, rule: taken.rule });
  }
  return found;
}
