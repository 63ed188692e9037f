/** Decisions for people: one line each, with what was ruled, on which words, by whom, when, and how it stands. */
import type { KeptDecision } from '../../ledger/ledger.ts';
import { plainLine } from './wrap-text.ts';

/** UTF-16 units of an entry's words that a line shows. */
const WORDS = 40;

/**
 * One line for a decision.
 *
 * @example
 * decisionLine(decision); // 'dec_0f3c5a7e91b24d68  laid        2026-11-26 Ada: tag ferry on “the pier shut”'
 */
export function decisionLine({ id, at, by, kind, targets, value, undoes, state }: KeptDecision): string {
  const words = targets.map(({ id: entry, anchors }) => {
    const exact = (anchors.find(({ role }) => role === 'content') ?? anchors[0])?.exact.join(' … ');
    return exact === undefined ? entry : `“${shorten(exact)}”`;
  });
  const on = undoes ?? words.join(', ');
  return plainLine(
    `${id}  ${state}  ${at.slice(0, 10)} ${by}: ${[kind, shownValue(value), undoes ? '' : 'on', on].filter(Boolean).join(' ')}`,
  );
}

/**
 * A ruled value in a few words.
 *
 * @example
 * shownValue({ tag: 'ferry' }); // 'ferry'
 */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(shownValue).join(' or ');
  if (typeof value !== 'object') return String(value);
  const { name, text, tag, note, status, edtf, actor, exact } = value as Record<string, unknown>;
  const said = name ?? text ?? tag ?? note ?? status ?? edtf ?? exact;
  if (said !== undefined && said !== null) return shorten(shownValue(said));
  return actor ? shownValue(actor) : '';
}

function shorten(text: string): string {
  return text.length > WORDS ? `${text.slice(0, WORDS - 1)}…` : text;
}
