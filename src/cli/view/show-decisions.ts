/** Decisions for people: what was ruled, on which words, by whom, when, and how it stands; in a pipe one line each, with tabs. */
import type { Dispute } from '../../ledger/decisions/exchange-decisions.ts';
import type { Decision, DecisionKind, DecisionTarget, KeptDecision } from '../../ledger/ledger.ts';
import { type Column, cut } from './show-table.ts';
import { hangText, plainLine } from './wrap-text.ts';

/** UTF-16 units of a value that a line shows. */
const VALUE = 40;
const INDENT = '    ';

/** What a pipe is given of a decision. */
export const DECISION_COLUMNS: readonly Column<KeptDecision>[] = [
  { title: 'Decision', share: 0, cell: ({ id }) => id },
  { title: 'State', share: 0, cell: ({ state }) => state },
  { title: 'At', share: 0, cell: ({ at }) => at },
  { title: 'By', share: 0, cell: ({ by }) => by },
  { title: 'Kind', share: 0, cell: ({ kind }) => kind },
  { title: 'Value', share: 1, cell: ({ value }) => shownValue(value, null) },
  { title: 'Entries', share: 1, cell: ({ targets, undoes }) => undoes ?? targets.map(({ id }) => id).join(' ') },
  { title: 'Words', share: 1, cell: ({ targets }) => targets.map(wordsOf).join(' | ') },
  { title: 'Carries', share: 0, cell: ({ carries }) => carries ?? null },
];

/**
 * Two lines for a decision, or three where it was carried over; none is wider than `columns`.
 *
 * @example
 * showDecision(decision, 80); // 'dec_0f3c5a7e91b24d68  laid  2026-11-26  Ada\n    tag ferry: “the pier shut”\n'
 */
export function showDecision(decision: KeptDecision, columns: number): string {
  const { id, at, by, kind, targets, value, undoes, carries, state } = decision;
  const words = targets.map((target) => quoted(wordsOf(target))).join(', ');
  const lines = [
    `${id}  ${state}  ${at.slice(0, 10)}  ${plainLine(by)}`,
    `${INDENT}${undoes ? `${kind} ${undoes}` : plainLine(`${ruled(kind, value)}: ${words}`)}`,
    ...(carries ? [`${INDENT}carried over from ${carries}`] : []),
  ];
  return lines.map((line) => `${cut(line, columns)}\n`).join('');
}

/**
 * One line, with its end, for a decision that was just made.
 *
 * @example
 * madeLine(decision); // 'dec_0f3c5a7e91b24d68  accept stmt_77e02c1b6a9d4f53 (Ada)\n'
 */
export function madeLine({ id, kind, targets, undoes, by }: Decision): string {
  return `${id}  ${kind} ${undoes ?? targets.map((target) => target.id).join(', ')} (${by})\n`;
}

/**
 * Some lines for a field on which people differ: what is in force, what the others said, what the engine found.
 *
 * @example
 * showDispute(dispute, 80); // 'stmt_77e02c1b6a9d4f53  verdict: “it sank”\n    in force  2026-11-26  dec_…  Ben: rejected\n…'
 */
export function showDispute({ entry, text, ruling, inForce }: Dispute, columns: number): string {
  const latest = new Map(ruling.given.map((given) => [given.by, given]));
  const engine = shownValue(ruling.engine);
  const lines = [cut(`${entry}  ${ruling.field}: ${quoted(plainLine(text))}`, columns)];
  for (const { by, at, value, decision } of [...latest.values()].reverse()) {
    const stands = inForce.has(decision) ? 'in force' : 'kept    ';
    const head = `${INDENT}${stands}  ${at.slice(0, 10)}  ${decision}  `;
    lines.push(...hangText(`${by}: ${shownValue(value) || nothingOf(ruling.field)}`, head, columns));
  }
  if (engine !== '') lines.push(...hangText(engine, `${INDENT}engine    `, columns));
  return lines.map((line) => `${line}\n`).join('');
}

/** What it means that somebody set nothing. */
function nothingOf(field: string): string {
  return /^(?:source|cue|content)$/.test(field) ? 'none' : 'unknown';
}

/**
 * What was ruled, in a few words.
 *
 * @example
 * ruled('tag', { tag: 'ferry' }); // 'tag ferry'
 */
export function ruled(kind: DecisionKind, value: unknown): string {
  return plainLine(`${kind} ${shownValue(value)}`);
}

/**
 * A ruled value in a few words.
 *
 * @param most UTF-16 units to show of it; null for all
 * @example
 * shownValue({ tag: 'ferry' }); // 'ferry'
 */
export function shownValue(value: unknown, most: number | null = VALUE): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => shownValue(each, most)).join(' or ');
  if (typeof value !== 'object') return String(value);
  const { name, text, tag, note, status, edtf, actor, candidates, exact, ...others } = value as Record<string, unknown>;
  const said = name ?? text ?? tag ?? note ?? status ?? edtf ?? exact;
  if (said !== undefined && said !== null) {
    const shown = shownValue(said, most);
    return most !== null && shown.length > most ? `${shown.slice(0, most - 1)}…` : shown;
  }
  if (actor) return shownValue(actor, most);
  if (candidates) return shownValue(candidates, most) || 'unknown';
  const roles = (['source', 'cue', 'content'] as const).filter((role) => others[role] !== undefined);
  return [
    ...roles.map((role) => `${role} ${quoted(shownValue(others[role], most)) || 'none'}`),
    ...[others.kind, others.speechAct].filter((set) => typeof set === 'string'),
  ].join(', ');
}

/**
 * The words of an entry that tell most; of a claim all its slots; of an article its id.
 *
 * @example
 * wordsOf(decision.targets[0]); // 'the pier shut'
 */
export function wordsOf({ kind, id, anchors }: DecisionTarget): string {
  if (kind === 'claim') return anchors.map(({ exact }) => exact.join(' … ')).join(' · ');
  const anchor = anchors.find(({ role }) => role === 'content') ?? anchors[0];
  return anchor ? anchor.exact.join(' … ') : id;
}

/**
 * In quotation marks, where it has none of its own.
 *
 * @example
 * quoted('the pier shut'); // '“the pier shut”'
 */
export function quoted(text: string): string {
  return text === '' || /^["“”„«‘']/.test(text) ? text : `“${text}”`;
}
