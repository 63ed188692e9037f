/**
 * From what people marked in Hypothesis to decisions on the statements in the same words: what they wrote below our lines is a note, a tag of
 * theirs is a tag, the tags "accept" and "reject" rule, and another kind or act in place of ours edits it. Other words are no statements.
 */

import { findQuote } from '../../ledger/decisions/find-quote.ts';
import { makeDecision } from '../../ledger/decisions/make-decision.ts';
import { targetOfStatement } from '../../ledger/decisions/target-of.ts';
import type { Decision } from '../../ledger/decisions.ts';
import type { LaidVersion, LedgerReader, StatementRecord } from '../../ledger/ledger.ts';
import { SPEECH_ACTS } from '../../reading/acts/speech-acts.ts';
import type { Span } from '../../text/document.ts';
import { isGiven } from '../annotated/draw-corrections.ts';
import type { Tally } from '../tally.ts';
import { urnOf } from '../urn.ts';
import { noteHead } from './hypothesis.ts';
import type { MarkedWords } from './read-hypothesis.ts';

/** What stands for the address of an article that has none. */
const URN = urnOf('ver_');
const KINDS = ['direct', 'indirect', 'mixed'];
const VERDICTS = { accept: 'accepted', reject: 'rejected' } as const;

export interface DrawnMarks {
  readonly decisions: readonly Decision[];
  /** Marks on which there is nothing new to rule. */
  readonly unchanged: number;
  /** Articles in which something was found. */
  readonly texts: number;
}

/**
 * The decisions that marks stand for.
 *
 * @param deciderOf who and when, of a mark that somebody made
 * @param tally takes what no decision can hold
 * @example
 * await drawMarks(ledger, marks, ({ by, at }) => ({ by: by ?? 'Ada', at: at ?? now }), tally);
 */
export async function drawMarks(
  ledger: LedgerReader,
  marks: readonly MarkedWords[],
  deciderOf: (mark: MarkedWords) => { readonly by: string; readonly at: string },
  tally: Tally,
): Promise<DrawnMarks> {
  const decisions = new Map<string, Decision>();
  const texts = new Set<string>();
  const open = openTexts(ledger);
  let unchanged = 0;
  for (const mark of marks) {
    const places = await open(mark.url);
    if (places.length === 0) {
      tally.lose('marks on pages that are not in the ledger');
      continue;
    }
    const found = places.flatMap((place) => findMarked(place, mark));
    if (found.length !== 1) {
      tally.lose(found.length === 0 ? 'marks on words of no statement' : 'marks on words of several statements');
      continue;
    }
    const [{ laid, statement, head }] = found;
    texts.add(laid.versionId);
    const { by, at } = deciderOf(mark);
    const rulings = mark.by === null ? [] : rulingsOf(mark, statement, head, by, tally);
    if (rulings.length === 0) unchanged++;
    for (const { kind, value } of rulings) {
      // Each part of a split content carries the tags.
      const key = `${statement.versionId} ${statement.id} ${by} ${kind} ${JSON.stringify(value)}`;
      if (decisions.has(key)) continue;
      const targets = [targetOfStatement(laid, statement)];
      decisions.set(key, makeDecision({ at, by, kind, targets, value, undoes: null }));
    }
  }
  return { decisions: [...decisions.values()], unchanged, texts: texts.size };
}

interface OpenText {
  readonly laid: LaidVersion;
  readonly statements: readonly StatementRecord[];
}

/** The texts of an address, each opened once. */
function openTexts(ledger: LedgerReader): (url: string) => Promise<readonly OpenText[]> {
  const opened = new Map<string, Promise<OpenText[]>>();
  const open = async (url: string): Promise<OpenText[]> => {
    const scopes = (await ledger.articlesAt(url)).map(({ id, versionId }) => [id, versionId] as const);
    if (url.startsWith(URN)) {
      for await (const { version } of ledger.eachReading({ versionId: `ver_${url.slice(URN.length)}` })) {
        scopes.push([version.articleId, version.id]);
      }
    }
    const texts: OpenText[] = [];
    for (const [articleId, versionId] of scopes) {
      const laid = await ledger.laid(articleId, versionId);
      if (laid) texts.push({ laid, statements: await Array.fromAsync(ledger.eachStatement({ versionId })) });
    }
    return texts;
  };
  return (url) => {
    const known = opened.get(url) ?? open(url);
    opened.set(url, known);
    return known;
  };
}

/** The statements that have the marked words; of several the one that the note describes. */
function findMarked({ laid, statements }: OpenText, mark: MarkedWords) {
  const span = findSpan(laid.reading.text, mark);
  if (!span) return [];
  const having = statements.flatMap((statement) => {
    const spans = (statement.content ?? statement.cue ?? statement.source)?.spans ?? [];
    const position = spans.findIndex((other) => isSame(other, span));
    return position < 0 ? [] : [{ laid, statement, head: noteHead(statement, position, spans.length) }];
  });
  const described = having.filter(({ head }) => mark.note.startsWith(head.join('\n')));
  // The lines of a part begin with those that a statement in one part has.
  const longest = Math.max(...described.map(({ head }) => head.length));
  const best = described.filter(({ head }) => head.length === longest);
  return best.length === 1 ? best : having;
}

/** Pages have line ends and indents where a text has a space. */
function findSpan(text: string, { exact, prefix, suffix, start, end }: MarkedWords): Span | null {
  if (start !== null && end !== null && exact !== '' && text.slice(start, end) === exact) return [start, end];
  const [words, before, after] = [exact.trim(), prefix, suffix].map((part) => part.replace(/\s+/g, ' '));
  if (words === '') return null;
  return findQuote(text, { spans: [[0, words.length]], exact: [words], prefix: before, suffix: after })?.[0] ?? null;
}

function isSame(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function rulingsOf(mark: MarkedWords, statement: StatementRecord, head: readonly string[], by: string, tally: Tally) {
  const { review } = statement;
  const rulings: { kind: 'accept' | 'reject' | 'tag' | 'note' | 'edit'; value: unknown }[] = [];
  const note = ownWords(mark.note, head, review?.note ?? null, tally);
  if (note !== '' && !isGiven(review, 'note', note, by)) rulings.push({ kind: 'note', value: { note } });
  const edit: Record<string, string> = {};
  for (const tag of mark.tags) {
    const act = /^act:(.*)$/.exec(tag)?.[1];
    if (tag === 'accept' || tag === 'reject') {
      if (!isGiven(review, 'verdict', VERDICTS[tag], by)) rulings.push({ kind: tag, value: null });
    } else if (KINDS.includes(tag)) {
      if (tag !== statement.kind) edit.kind = tag;
    } else if (act !== undefined && act in SPEECH_ACTS) {
      if (act !== statement.speechAct) edit.speechAct = act;
    } else if (!review?.tags.includes(tag)) rulings.push({ kind: 'tag', value: { tag } });
  }
  if (Object.keys(edit).length > 0) rulings.push({ kind: 'edit', value: edit });
  return rulings;
}

/** What a person wrote beside the lines that Hearsay did. */
function ownWords(note: string, head: readonly string[], reviewNote: string | null, tally: Tally): string {
  const lines = note.split('\n');
  const isOurs = head.every((line, position) => lines[position] === line);
  if (!isOurs && /^Source: /.test(note)) tally.lose('changes of the lines that name source and cue');
  const rest = lines.filter((line, position) =>
    isOurs ? position >= head.length : !/^(?:Source|Cue): |^Part \d+ of \d+$/.test(line),
  );
  const words = rest.join('\n').trim();
  // A note that begins with the same letters is another one.
  if (reviewNote === null || !`${words}\n`.startsWith(`${reviewNote}\n`)) return words;
  return words.slice(reviewNote.length).trim();
}
