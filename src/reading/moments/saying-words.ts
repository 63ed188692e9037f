/**
 * Words for the occasion of a saying ("in a statement on Friday", "at a news conference"), for documents that say something, and for how
 * they came out; in lower case. A time that hangs on one of them, under a cue, is the time of the saying. From the cues of news articles.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What was written or recorded, and says something itself. */
export const DOCUMENTS: ReadonlySet<string> = list(
  `statement statements report reports letter letters email emails e-mail memo memorandum note notes article post posts tweet message messages
  release communique communiqué bulletin filing ruling judgment judgement verdict document documents paper study survey summary transcript
  warrant indictment affidavit complaint motion decree order log text video recording broadcast editorial column blog advisory notice`,
);

const OCCASIONS = list(
  `conference briefing interview interviews speech address hearing testimony session meeting call remarks comments comment appearance
  debate programme program show podcast telegram reply answer response news press`,
);

/** Participles that only tell how it was said: "speaking on Friday, she said". */
export const SPEAKING: ReadonlySet<string> = list(
  'speaking talking writing appearing testifying addressing asked questioned interviewed',
);

/** How a document came out: "a report published on Friday". */
export const PUBLISHING: ReadonlySet<string> = list(
  'published released issued dated sent posted written filed signed delivered given made circulated leaked read seen submitted broadcast aired',
);

/**
 * Whether a word names an occasion of saying, or a document.
 *
 * @param lower in lower case
 * @example
 * isOccasion('conference'); // true
 */
export function isOccasion(lower: string): boolean {
  return OCCASIONS.has(lower) || DOCUMENTS.has(lower);
}
