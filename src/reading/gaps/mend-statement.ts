/**
 * What is set right in one statement of the tagger: the source that its cue has by the parse or by its place, who is no source though taken
 * for one, the subject that a passive leaves out of what is said, and words of a dateline.
 */
import { overlaps, type Range, sentenceOf } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument, Role } from '../reading.ts';
import type { Ground } from '../relays/relay.ts';
import { rangesOf } from '../relays/role-of.ts';
import { afterDateline } from './after-dateline.ts';
import { changeStatement } from './change-statement.ts';
import { findBehindDash, findInverted, findTurned, speakerBehind } from './find-beside.ts';
import { subjectOfPassive } from './find-passives.ts';
import type { SentenceGrounds } from './sentence-grounds.ts';
import { hasTelling, isTold, phraseBefore, sourceOf } from './source-of.ts';

/** Nouns behind "for the" for whom nobody speaks. */
const NOBODY = /^(?:moment|time|record|day|night|week|month|year|season|rest|sake)s?$/;

/**
 * A statement set right; the same where nothing is amiss.
 *
 * @example
 * mendStatement(document, grounds, statement).why.at(-1); // 'source by the parse'
 */
export function mendStatement(document: ReadDocument, grounds: SentenceGrounds, given: Attribution): Attribution {
  const statement = withPart(
    document,
    grounds,
    withBeside(document, grounds, withoutDateline(document, grounds, given)),
  );
  const cue = rangesOf(document, statement.cue)[0];
  if (cue === undefined) return statement;
  const content = rangesOf(document, statement.content);
  const [source] = rangesOf(document, statement.source);
  // Trees are made only of sentences that may have something to mend.
  if (source !== undefined && !hasTelling(grounds.wordsAt(cue.first), cue)) return statement;
  const ground = grounds.at(cue.first);
  if (ground === undefined) return statement;
  if (source !== undefined)
    return isTold(ground, cue, source)
      ? changeStatement(document, statement, { source: null }, 'who is told is no source')
      : statement;
  const found = sourceOf(ground, cue, content);
  if (found !== null) return changeStatement(document, statement, { source: found }, 'source by the parse');
  const before = phraseBefore(ground, cue, clauseFirst(ground, cue, content), grounds.isNamed);
  if (before !== null && content.length > 0 && !content.some((part) => overlaps(part, before)))
    return changeStatement(document, statement, { source: before }, 'source before its verb');
  const subject = content.length === 1 ? subjectOfPassive(ground, cue, content[0]) : null;
  return subject === null
    ? statement
    : changeStatement(document, statement, { content: [subject, content[0]] }, 'with the subject of its verb');
}

/** A statement whose source stands beside what is said: behind the verb, behind a quotation, or behind a dash. */
function withBeside(document: ReadDocument, grounds: SentenceGrounds, statement: Attribution): Attribution {
  const content = rangesOf(document, statement.content);
  const last = content.at(-1);
  if (last === undefined) return statement;
  const words = grounds.wordsAt(last.last - 1);
  const [cue] = rangesOf(document, statement.cue);
  if (cue !== undefined) {
    const turned = findTurned(words, cue, content, grounds.isNamed);
    if (turned !== null) return changeStatement(document, statement, turned, 'source behind its verb');
  }
  if (statement.source !== null || content.length !== 1) return statement;
  if (cue !== undefined) {
    const found = findInverted(words, cue, last, grounds.isNamed);
    return found === null ? statement : changeStatement(document, statement, found, 'source behind its verb');
  }
  const { tokens, sentences } = document;
  const next = words.last < tokens!.length ? grounds.wordsAt(words.last) : null;
  const behind = findBehindDash(words, last, grounds.isNamed, sentences!.length > 1 ? next : null);
  if (behind !== null) return changeStatement(document, statement, { source: behind }, 'source behind a dash');
  const isQuoted = words.tag(last.last - 1) === "''";
  const speaker = isQuoted ? speakerBehind(words, last.last, grounds.isNamed) : null;
  return speaker === null ? statement : changeStatement(document, statement, speaker, 'source behind the quotation');
}

/** "Ada Roon, for the port," of "Ada Roon, for the port, said": for whom somebody speaks is a part of the source. */
function withPart(document: ReadDocument, grounds: SentenceGrounds, statement: Attribution): Attribution {
  const [[source], [cue]] = [statement.source, statement.cue].map((role) => rangesOf(document, role));
  if (source === undefined || cue === undefined || source.last >= cue.first) return statement;
  const words = grounds.wordsAt(cue.first);
  const comma = words.tag(source.last - 1) === ',' ? source.last - 1 : source.last;
  if (words.tag(comma) !== ',' || words.lower(comma + 1) !== 'for' || words.tag(cue.first - 1) !== ',')
    return statement;
  // "for the port", "for Northern Rail"; not "for instance", "for his part", "for the moment".
  const isThe =
    words.lower(comma + 2) === 'the' && words.tag(comma + 3).startsWith('NN') && !NOBODY.test(words.lower(comma + 3));
  if (!isThe && !/^NNPS?$/.test(words.tag(comma + 2))) return statement;
  for (let t = comma + 3; t < cue.first - 1; t++)
    if (!/^(?:NNP?S?|NNPS|POS|HYPH)$/.test(words.tag(t))) return statement;
  return changeStatement(
    document,
    statement,
    { source: { first: source.first, last: cue.first - 1 } },
    'for whom they speak',
  );
}

/** Where the clause of a cue may begin: behind the words before it that are said. */
function clauseFirst({ region }: Ground, cue: Range, content: readonly Range[]): number {
  return content.reduce((first, { last }) => (last <= cue.first ? Math.max(first, last) : first), region.first);
}

/** "PELGARD, April 14 (Corvane) - At least 12 people were killed": the place and the day belong to no role. */
function withoutDateline(document: ReadDocument, grounds: SentenceGrounds, statement: Attribution): Attribution {
  const cut = (role: Role | null): readonly Range[] | undefined => {
    const ranges = rangesOf(document, role);
    if (ranges.length === 0) return undefined;
    const sentence = sentenceOf(document.sentences!, ranges[0].first);
    if (sentence.first !== ranges[0].first) return undefined;
    const first = afterDateline(grounds.wordsAt(sentence.first));
    if (first === sentence.first || first >= ranges[0].last) return undefined;
    return [{ first, last: ranges[0].last }, ...ranges.slice(1)];
  };
  const [source, content] = [cut(statement.source), cut(statement.content)];
  if (source === undefined && content === undefined) return statement;
  const change = { ...(source && { source: source[0] }), ...(content && { content }) };
  return changeStatement(document, statement, change, 'without the dateline');
}
