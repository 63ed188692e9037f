/**
 * The times of sayings that go on: a source that is heard again in the same paragraph, or goes on in the next one ("she added"), is taken to
 * speak on the same occasion. Such a time is implied, never known, and says from which statement it comes. Another time in between,
 * another source, or a cue that looks elsewhere ("has long said", "would say") ends it. One pass over the statements.
 */
import type { Attribution, ReadDocument, Said } from '../reading.ts';

/** Cues of somebody who goes on speaking, as words of the cue in lower case. */
const GOING_ON: ReadonlySet<string> = new Set([
  'added',
  'adding',
  'continued',
  'continuing',
  'also',
  'concluded',
  'adds',
]);
/** Cues that tell of another time, or of none. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  'has have had would will may might could once often always earlier previously'.split(' '),
);
/** Acts of speaking that one may go on with; a belief or a wish has no occasion. */
const SPOKEN: ReadonlySet<string> = new Set([
  'said',
  'warned',
  'predicted',
  'denied',
  'admitted',
  'confirmed',
  'accused',
]);

interface Speech {
  readonly actor: string;
  readonly said: Said;
  readonly block: number;
  readonly statement: number;
}

/**
 * When each statement was said, with the times that go on: one a statement, in the same order.
 *
 * @param document with statements, acts, sources and `said`
 * @example
 * shareSaid(document)[1]; // { resolution: 'implied', why: ['goes on from statement 1 …'], … }
 */
export function shareSaid(document: ReadDocument): (Said | null)[] {
  const { statements = [], acts = [], sources = [], said = [], blocks } = document;
  let speech: Speech | null = null;
  let block = 0;
  return statements.map((statement, s) => {
    const own = said[s] ?? null;
    // What is said within another statement has its own times, and ends nothing.
    if (statement.parent !== null) return own;
    const start = startOf(statement);
    while (block < blocks.length - 1 && blocks[block].end <= start) block++;
    const actor = sources[s]?.actor ?? null;
    if (own !== null) {
      const isDone = acts[s] !== undefined && !acts[s].hypothetical && !acts[s].negated;
      speech = actor === null || !isDone ? null : { actor, said: own, block, statement: s };
      return own;
    }
    const words = statement.cue?.text.toLowerCase().split(/\s+/) ?? [];
    if (speech === null || actor === null) return null;
    const isSame = speech.actor === actor;
    const goesOn = words.some((word) => GOING_ON.has(word));
    const isNear = block === speech.block || (block === speech.block + 1 && goesOn);
    if (!isSame || !isNear) {
      if (block > speech.block + 1) speech = null;
      return null;
    }
    if (words.some((word) => ELSEWHERE.has(word)) || !SPOKEN.has(acts[s]?.speechAct ?? '')) return null;
    if (acts[s].negated || acts[s].hypothetical) return null;
    const why = `goes on from statement ${speech.statement + 1}, ${block === speech.block ? 'the same source in the same paragraph' : 'the same source, which goes on in the next paragraph'}`;
    const implied: Said = { ...speech.said, resolution: 'implied', why: [why] };
    speech = { ...speech, block };
    return implied;
  });
}

function startOf({ source, cue, content }: Attribution): number {
  return Math.min(...[source, cue, content].map((role) => role?.spans[0][0] ?? Number.POSITIVE_INFINITY));
}
