/** Edits: a statement gets other words for a role, or one that the engine missed is put in. Its words are spans of the text, as ever. */
import type { Role, StatementKind } from '../../reading/reading.ts';
import { statementId } from '../../reading/statements/statement-id.ts';
import type { Span } from '../../text/document.ts';
import type { Anchor, EditValue } from '../decisions.ts';
import type { Application } from './apply-decision.ts';
import { type Draft, type Drafts, draftOf, type RoleSpans, rule } from './drafts.ts';
import { findExact } from './find-draft.ts';
import type { LaidStatement } from './laid.ts';
import { holdsAnchor } from './make-anchor.ts';

const ROLES = ['source', 'cue', 'content'] as const;

/** A text that stands in quotation marks as a whole. */
const QUOTED = /^["“”„«»‘'].*["“”«»’'][.,!?]?$/su;

/**
 * See the kind `edit` in docs/decisions.md.
 *
 * @example
 * applyEdit(on, { cue: null });
 */
export function applyEdit(on: Application, value: EditValue): Draft | null {
  const anchors = ROLES.flatMap((role) => value[role] ?? []);
  if (!anchors.every((anchor) => holdsAnchor(on.reading.text, anchor))) return null;
  if (on.target.kind === 'article') return addMissed(on, value);
  return on.draft?.kind === 'statement' ? change(on, on.draft as Draft<'statement'>, value) : null;
}

function change({ reading, drafts, decision }: Application, draft: Draft<'statement'>, value: EditValue): Draft {
  const before = draft.entry;
  for (const role of ROLES) {
    if (value[role] === undefined) continue;
    const set = roleOf(value[role]);
    rule(draft, decision, role, set, shown(before[role]));
    draft.entry = role === 'source' ? withSource(draft.entry, set, drafts) : { ...draft.entry, [role]: set };
  }
  if (value.kind) rule(draft, decision, 'kind', value.kind, before.kind);
  if (value.speechAct) rule(draft, decision, 'speech act', value.speechAct, before.speechAct);
  draft.entry = {
    ...draft.entry,
    kind: value.kind ?? draft.entry.kind,
    speechAct: value.speechAct ?? draft.entry.speechAct,
  };
  const spans = spansOfEntry(draft.entry);
  const same = findExact(
    drafts.statement.filter((other) => other !== draft),
    spans,
  );
  draft.goesBy.push(spans);
  const id = idOf(reading.textSha256, spans);
  // Spans that were set back are those of the engine, which may have given the statement another id.
  rename(drafts, draft.entry.id, same ? same.entry.id : id);
  if (same) return join(drafts, draft, same);
  draft.entry = { ...draft.entry, id };
  return draft;
}

function addMissed({ reading, drafts, decision }: Application, value: EditValue): Draft {
  const [source, cue, content] = ROLES.map((role) => roleOf(value[role] ?? null));
  const spans: RoleSpans = {
    source: source?.spans ?? [],
    cue: cue?.spans ?? [],
    content: content?.spans ?? [],
  };
  const known = findExact(drafts.statement, spans);
  const draft = known ?? draftOf('statement', missed(idOf(reading.textSha256, spans), cue, content, value), [spans]);
  if (!known) {
    draft.entry = withSource(draft.entry, source, drafts);
    drafts.statement.push(draft);
  }
  rule(draft, decision, 'verdict', 'added', null);
  return draft;
}

/** What a person does not say is plain: said, neutral, certain. */
function missed(id: string, cue: Role | null, content: Role | null, value: EditValue): LaidStatement {
  const kind: StatementKind = QUOTED.test(content?.text ?? '') ? 'direct' : 'indirect';
  return {
    id,
    kind: value.kind ?? kind,
    speechAct: value.speechAct ?? 'said',
    stance: 'neutral',
    negated: false,
    hypothetical: false,
    hedges: [],
    certainty: 1,
    source: null,
    sourceless: null,
    cue,
    content,
    parent: null,
    relayDepth: 0,
    confidence: 1,
    why: [],
    actor: null,
    resolution: 'none',
    said: null,
    saidMoment: null,
    review: null,
  };
}

/** Who the new words mean is known where they are those by which an actor is mentioned, and open otherwise. */
function withSource(entry: LaidStatement, source: Role | null, { actor: actors }: Drafts): LaidStatement {
  const [span] = source?.spans ?? [];
  const named = span
    ? actors.filter(({ entry: actor }) => actor.mentions.some(([start, end]) => start === span[0] && end === span[1]))
    : [];
  const actor = named.length === 1 ? named[0].entry.id : null;
  const resolution = actor === null ? ('none' as const) : ('known' as const);
  return {
    ...entry,
    source: source && { ...source, actor, resolution, candidates: [], why: [] },
    sourceless: source ? null : entry.sourceless,
    actor,
    resolution,
  };
}

/** Two drafts that are the same statement now: the one that was ruled on stands in the place of both. */
function join(drafts: Drafts, draft: Draft<'statement'>, same: Draft<'statement'>): Draft {
  drafts.statement = drafts.statement.filter((other) => other !== draft);
  draft.joined = same;
  same.goesBy.unshift(...draft.goesBy);
  for (const [field, { engine, given }] of draft.rulings) {
    const known = same.rulings.get(field);
    if (!known) same.rulings.set(field, { engine, given });
    else {
      known.given.push(...given);
      known.given.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    }
  }
  if (same.entry.parent === same.entry.id) same.entry = { ...same.entry, parent: null };
  return same;
}

/** Other entries refer to a statement by its id. */
function rename(drafts: Drafts, from: string, to: string): void {
  for (const draft of drafts.statement) {
    if (draft.entry.parent === from) draft.entry = { ...draft.entry, parent: to };
  }
  for (const draft of drafts.assertion) {
    if (draft.entry.sourced === from) draft.entry = { ...draft.entry, sourced: to };
  }
  for (const draft of drafts.claim) {
    if (draft.entry.in === from) draft.entry = { ...draft.entry, in: to };
  }
}

function spansOfEntry({ source, cue, content }: LaidStatement): RoleSpans {
  return { source: source?.spans ?? [], cue: cue?.spans ?? [], content: content?.spans ?? [] };
}

function idOf(textSha256: string, { source, cue, content }: RoleSpans): string {
  return statementId(textSha256, source, cue, content);
}

function roleOf(anchor: Anchor | null): Role | null {
  return anchor && { spans: anchor.spans, text: anchor.exact.join(' … ') };
}

function shown(role: Role | null): { readonly spans: readonly Span[]; readonly text: string } | null {
  return role && { spans: role.spans, text: role.text };
}
