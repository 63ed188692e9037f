/**
 * From a text that a person went through to decisions: a statement with other words is edited, one that is marked no longer is rejected, a new one
 * is a statement that was missed, a note is a note. What is as it was gives none, unless it is to be accepted. Each decision is
 * anchored to the statement as the person saw it, so that it keeps its place among later ones.
 */

import { makeAnchor } from '../../ledger/decisions/make-anchor.ts';
import { makeDecision } from '../../ledger/decisions/make-decision.ts';
import { targetOfStatement } from '../../ledger/decisions/target-of.ts';
import type { Decision, DecisionKind, DecisionTarget, EditValue } from '../../ledger/decisions.ts';
import type { LaidVersion, LedgerReader, Review } from '../../ledger/ledger.ts';
import { statementId } from '../../reading/statements/statement-id.ts';
import type { Tally } from '../tally.ts';
import { type StatementSpans, spansOfStatement } from './annotated-text.ts';
import type { CorrectedText } from './corrected-text.ts';
import { changedRoles, type KnownStatement, matchStatements, tidySpans } from './match-statements.ts';

/** Who went through the text and when, as decisions have it. */
export interface Corrector {
  readonly by: string;
  readonly at: string;
  /** Whether what was left as it is counts as accepted. */
  readonly acceptsUnchanged: boolean;
  /** Whether the tool has one span for a cue. */
  readonly hasWholeCues: boolean;
}

export interface DrawnCorrections {
  readonly decisions: readonly Decision[];
  /** Statements on which there is nothing new to rule. */
  readonly unchanged: number;
}

/**
 * The decisions that a corrected text stands for.
 *
 * @param tally takes what no decision can hold
 * @example
 * const { decisions } = await drawCorrections(ledger, laid, corrected, { by: 'Ada', at, acceptsUnchanged: false, hasWholeCues: false }, tally);
 */
export async function drawCorrections(
  ledger: LedgerReader,
  laid: LaidVersion,
  corrected: CorrectedText,
  corrector: Corrector,
  tally: Tally,
): Promise<DrawnCorrections> {
  const { text } = laid.reading;
  const { by, at, hasWholeCues } = corrector;
  const known = await knownStatements(ledger, laid, corrected.exported, tally);
  const found = corrected.statements.map((statement) => tidyStatement(text, statement));
  const present = laid.statements.map(spansOfStatement);
  const { same, changed, added, gone, loose } = matchStatements(known, found, { present, hasWholeCues });
  const decisions: Decision[] = [];
  const rule = (kind: DecisionKind, target: DecisionTarget, value: unknown) =>
    decisions.push(makeDecision({ at, by, kind, targets: [target], value, undoes: null }));
  const targetOf = ({ id, spans }: KnownStatement) => targetOfStatement(laid, { id, ...rolesOf(spans) });
  let unchanged = 0;

  for (const { from, to } of changed) {
    const roles = changedRoles(from.spans, to, hasWholeCues);
    const value = roles.map((role) => [role, to[role].length > 0 ? makeAnchor(text, role, to[role]) : null]);
    rule('edit', targetOf(from), Object.fromEntries(value));
  }
  for (const spans of added) {
    const roles = (['source', 'cue', 'content'] as const).filter((role) => spans[role].length > 0);
    const value: EditValue = Object.fromEntries(roles.map((role) => [role, makeAnchor(text, role, spans[role])]));
    const { articleId: id, address, reading } = laid;
    rule('edit', { kind: 'article', id, address, textSha256: reading.textSha256, anchors: [] }, value);
  }
  for (const statement of gone) {
    if (verdictOn(statement) === 'rejected') unchanged++;
    else if (corrected.exported) rule('reject', targetOf(statement), null);
    else tally.lose('statements that are not marked, and may not have been in the file');
  }
  for (const statement of same) {
    if (corrector.acceptsUnchanged && verdictOn(statement) === undefined) rule('accept', targetOf(statement), null);
    else unchanged++;
  }
  tally.lose('sources and cues that are tied to no content', loose);

  for (const { label, span, note } of corrected.notes) {
    const [tidied] = tidySpans(text, [span]);
    const role = label.toLowerCase() as keyof StatementSpans;
    const isOn = (spans: StatementSpans) =>
      spans[role].some(([start, end]) => start === tidied?.[0] && end === tidied[1]);
    const from =
      changed.find(({ to }) => isOn(to))?.from ?? same.find(({ spans, now }) => isOn(spans) || (now && isOn(now)));
    const missed = added.find(isOn);
    if (from && isGiven(from.review, 'note', note, by)) continue;
    if (from) rule('note', targetOf(from), { note });
    else if (missed) rule('note', targetOfStatement(laid, { id: idOf(laid, missed), ...rolesOf(missed) }), { note });
    else tally.lose('notes on words of no statement');
  }
  return { decisions, unchanged };
}

/**
 * Whether somebody ruled just this before.
 *
 * @example
 * isGiven(statement.review, 'note', 'Ask again.', 'Ada'); // false
 */
export function isGiven(review: Review | null, field: string, value: unknown, by: string): boolean {
  const ruling = review?.rulings.find((other) => other.field === field);
  return ruling?.given.some((given) => given.by === by && given.value === value) ?? false;
}

interface SeenStatement extends KnownStatement {
  readonly review: Review | null;
}

function verdictOn({ review }: SeenStatement): unknown {
  return review?.rulings.find(({ field }) => field === 'verdict')?.given.at(-1)?.value;
}

/** The statements that the text was exported with, as they were then and as they are now. */
async function knownStatements(
  ledger: LedgerReader,
  laid: LaidVersion,
  exported: readonly string[] | null,
  tally: Tally,
): Promise<SeenStatement[]> {
  const now = new Map(laid.statements.map((statement) => [statement.id, statement]));
  const read = new Map(laid.reading.statements.map((statement) => [statement.id, statement]));
  const ids = exported ?? [...now.keys()];
  const became = ids.every((id) => now.has(id)) ? new Map<string, string>() : await laterIds(ledger, laid);
  return ids.flatMap((id) => {
    const seen = now.get(id) ?? read.get(id);
    if (!seen) {
      tally.lose('statements that the ledger has no longer');
      return [];
    }
    const entry = now.get(became.get(id) ?? id);
    return [
      { id, spans: spansOfStatement(seen), now: entry ? spansOfStatement(entry) : null, review: entry?.review ?? null },
    ];
  });
}

/** The ids that statements have since they were edited, by those that they had. */
async function laterIds(ledger: LedgerReader, { links }: LaidVersion): Promise<Map<string, string>> {
  const later = new Map<string, string>();
  for (const { decision, position, entry } of links) {
    if (entry?.kind !== 'statement') continue;
    const target = (await ledger.decision(decision))?.targets[position];
    if (target?.kind === 'statement') later.set(target.id, entry.id);
  }
  return later;
}

function tidyStatement(text: string, { source, cue, content }: StatementSpans): StatementSpans {
  return { source: tidySpans(text, source), cue: tidySpans(text, cue), content: tidySpans(text, content) };
}

function rolesOf({ source, cue, content }: StatementSpans) {
  return { source: { spans: source }, cue: { spans: cue }, content: { spans: content } };
}

function idOf({ reading }: LaidVersion, { source, cue, content }: StatementSpans): string {
  return statementId(reading.textSha256, source, cue, content);
}
