/**
 * Gives to statements whose source and cue stand in the middle of what is said the words on the other side of them, by the rules of
 * `parenthesis.ts`. Statements that were found within these words then stand within that statement.
 */
import { overlaps, type Range } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument } from '../reading.ts';
import type { Ground } from '../relays/relay.ts';
import { rangesOf } from '../relays/role-of.ts';
import { changeStatement, tokensOfRoles } from './change-statement.ts';
import { beganBefore, goesOn, mayGoOn, parenthesisOf } from './parenthesis.ts';
import { positionsBySentence } from './positions-by-sentence.ts';
import type { SentenceGrounds } from './sentence-grounds.ts';

/**
 * The statements with these words; those that lose all of theirs are left out.
 *
 * @example
 * joinParentheses(document, grounds, statements)[0].content?.spans.length; // 2
 */
export function joinParentheses(
  document: ReadDocument,
  grounds: SentenceGrounds,
  statements: readonly Attribution[],
): Attribution[] {
  const now: (Attribution | null)[] = [...statements];
  let bySentence: ReadonlyMap<number, readonly number[]> | undefined;
  for (const [position, statement] of statements.entries()) {
    // Not those that others have taken words of.
    if (now[position] !== statement) continue;
    const added = addedTo(document, grounds, statement);
    if (added === null) continue;
    const contents = [...rangesOf(document, statement.content), added].sort((a, b) => a.first - b.first);
    const whole = changeStatement(document, statement, { content: contents }, 'goes on around the words of saying');
    now[position] = whole;
    bySentence ??= positionsBySentence(document, statements);
    for (const near of bySentence.get(grounds.wordsAt(added.first).first) ?? []) {
      const other = now[near];
      if (near === position || other === null) continue;
      const ranges = tokensOfRoles(document, other);
      if (!ranges.some((range) => overlaps(range, added))) continue;
      now[near] = ranges.every((range) => contents.some((part) => holds(part, range)))
        ? { ...other, parent: whole.id, relayDepth: whole.relayDepth + 1 }
        : without(document, other, added);
    }
  }
  return now.filter((statement) => statement !== null);
}

function addedTo(document: ReadDocument, grounds: SentenceGrounds, statement: Attribution): Range | null {
  const [[source], [cue], content] = [statement.source, statement.cue, statement.content].map((role) =>
    rangesOf(document, role),
  );
  if (source === undefined || cue === undefined || content.length !== 1) return null;
  const words = grounds.wordsAt(cue.first);
  if (!words.has(source.first) || !words.has(content[0].first)) return null;
  const at = parenthesisOf(words, source, cue);
  if (at === null || !mayGoOn(words, at)) return null;
  const ground = grounds.at(cue.first);
  return ground === undefined ? null : otherSide(ground, at, content[0], source);
}

function otherSide(ground: Ground, at: Range, content: Range, source: Range): Range | null {
  if (content.first > at.first) return beganBefore(ground, at, content);
  const isBeside = content.last === at.first - 1 || content.last === at.first;
  return isBeside && ground.words.tag(content.last - 1) !== "''" ? goesOn(ground, at, content, source) : null;
}

/** A statement without words that are another's; null where they were its source or cue, or all that it said. */
function without(document: ReadDocument, statement: Attribution, taken: Range): Attribution | null {
  const [source, cue, content] = [statement.source, statement.cue, statement.content].map((role) =>
    rangesOf(document, role),
  );
  if ([...source, ...cue].some((range) => overlaps(range, taken))) return null;
  const left = content.flatMap(({ first, last }) => {
    const parts = [
      { first, last: Math.min(last, taken.first) },
      { first: Math.max(first, taken.last), last },
    ];
    return first < taken.last && taken.first < last
      ? parts.filter((part) => part.last > part.first)
      : [{ first, last }];
  });
  const words = left.map((part) => withoutSigns(document, part)).filter((part) => part.last > part.first);
  return words.length === 0
    ? null
    : changeStatement(document, statement, { content: words }, 'without the words of another one');
}

function withoutSigns({ text, tokens }: ReadDocument, { first, last }: Range): Range {
  let start = first;
  while (start < last && /^[,;:]$/.test(text.slice(tokens!.start[start], tokens!.end[start]))) start++;
  return { first: start, last };
}

const holds = (outer: Range, inner: Range): boolean => outer.first <= inner.first && inner.last <= outer.last;
