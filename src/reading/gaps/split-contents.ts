/** Contents that go too far: they are cut, and a second attribution of the same source that stood in one becomes a statement of its own. */
import type { Attribution, ReadDocument } from '../reading.ts';
import { rangesOf } from '../relays/role-of.ts';
import { changeStatement } from './change-statement.ts';
import { endOfOwn, joinedTo, mayGoTooFar, startOfAccording, startOfOwn } from './cut-content.ts';
import type { SentenceGrounds } from './sentence-grounds.ts';
import { verbOf } from './source-of.ts';

/** Confidence of the second one, beside the first's. */
const JOINED = 0.8;

/**
 * The statement, or the two that it is.
 *
 * @example
 * splitContent(document, grounds, statement).length; // 2 of "agreed that it was late and maintained that it did not matter"
 */
export function splitContent(document: ReadDocument, grounds: SentenceGrounds, statement: Attribution): Attribution[] {
  const [cue] = rangesOf(document, statement.cue);
  const contents = rangesOf(document, statement.content);
  const last = contents.at(-1);
  if (cue === undefined || last === undefined || statement.kind === 'direct') return [statement];
  // Trees are made only where a word says that there may be something to cut.
  if (!mayGoTooFar(grounds.wordsAt(cue.first), last)) return [statement];
  const ground = grounds.at(cue.first);
  if (ground === undefined || last.last > ground.region.last || last.first < ground.region.first) return [statement];
  const rest = contents.slice(0, -1);
  const joined = statement.source === null ? null : joinedTo(ground, verbOf(ground, cue), last, grounds.isNamed);
  if (joined !== null) {
    const first = changeStatement(
      document,
      statement,
      { content: [...rest, { first: last.first, last: joined.end }] },
      'up to the next verb of the same source',
    );
    const second = changeStatement(
      document,
      { ...statement, confidence: Math.round(100 * JOINED * statement.confidence) / 100 },
      { cue: joined.cue, content: [joined.content] },
      'verb joined to another one of the same source',
    );
    return [first, second];
  }
  const first = Math.max(startOfOwn(ground.words, last, grounds.isNamed), startOfAccording(ground, cue, last));
  const own = { first, last: endOfOwn(ground, last) };
  if (own.first === last.first && own.last === last.last) return [statement];
  return [changeStatement(document, statement, { content: [...rest, own] }, 'without the words of another source')];
}
