/** Attributions by hand, as words that occur in a text: for tests of stages that read statements. */
import type { Attribution, Role } from '../../src/reading/reading.ts';

/** Source, cue and content, each as words of the text or null. */
export type SampleRoles = readonly [source: string | null, cue: string | null, content: string | null];

/**
 * One attribution for each three roles, with the id "stmt_" and its position.
 *
 * @throws Error where the words do not occur in the text.
 * @example
 * makeAttributions('It sank , Ames said .', [['Ames', 'said', 'It sank']])[0].content?.spans; // [[0, 7]]
 */
export function makeAttributions(text: string, roles: readonly SampleRoles[]): Attribution[] {
  const role = (words: string | null): Role | null => {
    if (words === null) return null;
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" does not occur in the sample text.`);
    return { spans: [[start, start + words.length]], text: words };
  };
  return roles.map(([source, cue, content], i) => ({
    id: `stmt_${i}`,
    kind: 'indirect',
    source: role(source),
    cue: role(cue),
    content: role(content),
    parent: null,
    relayDepth: 0,
    confidence: 0.9,
    why: [],
  }));
}
