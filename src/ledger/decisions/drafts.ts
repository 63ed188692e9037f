/**
 * Entries of a text while decisions are laid over them: each with what was ruled about it, field by field. The last ruling on a field
 * is in force; where the latest rulings of two people differ, the field is disputed, and both are kept.
 */
import type { Span } from '../../text/document.ts';
import type { Decision, EntryKind } from '../decisions.ts';
import type { GivenRuling, Review } from '../entries.ts';
import type { Laid } from './laid.ts';

type Entries = {
  statement: Laid['statements'][number];
  assertion: Laid['assertions'][number];
  actor: Laid['actors'][number];
  moment: Laid['moments'][number];
  place: Laid['places'][number];
  claim: Laid['claims'][number];
};

/** The spans of a statement's roles; empty where it has no such role. */
export interface RoleSpans {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface Draft<Kind extends EntryKind = EntryKind> {
  readonly kind: Kind;
  entry: Entries[Kind];
  /** Of a statement: all the spans that it has had, the first ones first; it is found by any of them. */
  readonly goesBy: RoleSpans[];
  /** By field, in the order in which the fields were first ruled on. */
  readonly rulings: Map<string, DraftRuling>;
  /** The draft that became the same statement, and stands for this one; null as long as it stands for itself. */
  joined: Draft | null;
}

interface DraftRuling {
  readonly engine: unknown;
  readonly given: GivenRuling[];
}

/** The entries of a text by kind. */
export type Drafts = { [Kind in EntryKind]: Draft<Kind>[] };

/** The field whose rulings stand side by side: nobody overrules another's note. */
const NOTE = 'note';

/**
 * A draft of an entry on which nobody has ruled.
 *
 * @example
 * draftOf('place', { ...place, review: null });
 */
export function draftOf<Kind extends EntryKind>(
  kind: Kind,
  entry: Entries[Kind],
  goesBy: RoleSpans[] = [],
): Draft<Kind> {
  return { kind, entry, goesBy, rulings: new Map(), joined: null };
}

/**
 * Notes a ruling on a field of a draft.
 *
 * @param engine what the field held before anybody ruled on it
 * @example
 * rule(draft, decision, 'verdict', 'accepted', null);
 */
export function rule(draft: Draft, { id, by, at }: Decision, field: string, value: unknown, engine: unknown): void {
  let ruling = draft.rulings.get(field);
  if (!ruling) draft.rulings.set(field, (ruling = { engine, given: [] }));
  ruling.given.push({ decision: id, by, at, value });
}

/**
 * What was ruled on a draft, as its row has it; null where nobody ruled.
 *
 * @example
 * reviewOfDraft(draft)?.status; // 'rejected'
 */
export function reviewOfDraft({ rulings: drafted }: Draft): Review | null {
  if (drafted.size === 0) return null;
  const rulings = [...drafted].map(([field, { engine, given }]) => ({
    field,
    engine,
    given,
    isDisputed: field !== NOTE && differ(given),
  }));
  const last = (field: string): unknown => drafted.get(field)?.given.at(-1)?.value ?? null;
  const latest = rulings.flatMap(({ given }) => given).reduce((a, b) => (b.at >= a.at ? b : a));
  const verdict = last('verdict') as string | null;
  return {
    status: verdict === 'rejected' ? verdict : ((last('status') as string | null) ?? verdict),
    by: latest.by,
    at: latest.at,
    note: last(NOTE) as string | null,
    tags: rulings.flatMap(({ field }) => (/^tag /.test(field) && last(field) === true ? [field.slice(4)] : [])).sort(),
    isDisputed: rulings.some(({ isDisputed }) => isDisputed),
    rulings,
  };
}

/** Whether the latest rulings of any two people differ. */
function differ(given: readonly GivenRuling[]): boolean {
  const byPerson = new Map(given.map(({ by, value }) => [by, JSON.stringify(value)]));
  return new Set(byPerson.values()).size > 1;
}

/**
 * The ids of the decisions of which something is in force on these drafts.
 *
 * @example
 * findStanding([draft]).has(decision.id); // false: it was overruled
 */
export function findStanding(drafts: Iterable<Draft>): Set<string> {
  const standing = new Set<string>();
  for (const { rulings } of drafts) {
    for (const [field, { given }] of rulings) {
      const inForce = JSON.stringify(given.at(-1)!.value);
      for (const { decision, value } of given) {
        if (field === NOTE || JSON.stringify(value) === inForce) standing.add(decision);
      }
    }
  }
  return standing;
}
