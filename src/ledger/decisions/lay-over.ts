/**
 * Lays decisions over a reading: a pure function of the two, so that the rows of a ledger are always what replaying its decisions from
 * the first would give. Cost: linear in the reading; a decision costs a look at the entries of its kind.
 */
import type { Moment, Reading, Statement } from '../../reading/reading.ts';
import { type Decision, ENTRY_KINDS } from '../decisions.ts';
import { identifyWho } from '../identify-who.ts';
import type { SaidRecord } from '../statements.ts';
import { applyDecision } from './apply-decision.ts';
import { type Draft, type Drafts, draftOf, findStanding, reviewOfDraft } from './drafts.ts';
import type { Laid, LaidStatement, Link } from './laid.ts';

/**
 * The entries of a text with decisions laid over them.
 *
 * @param decisions those in force, the earliest first; targets in other texts are passed over
 * @example
 * layOver(reading, 'art_0011223344556677', decisions).statements[0].review?.status; // 'accepted'
 */
export function layOver(reading: Reading, articleId: string, decisions: readonly Decision[]): Laid {
  const drafts = draftsOf(reading, articleId);
  const links: (Omit<Link, 'entry' | 'isOverruled'> & { readonly draft: Draft | null })[] = [];
  for (const decision of decisions) {
    decision.targets.forEach((target, position) => {
      if (target.textSha256 !== reading.textSha256) return;
      const applied = applyDecision(reading, drafts, decision, target);
      links.push({
        decision: decision.id,
        position,
        draft: applied?.draft ?? null,
        hasMoved: applied?.hasMoved ?? false,
        who: applied?.who ?? null,
      });
    });
  }
  const standing = findStanding(ENTRY_KINDS.flatMap((kind): readonly Draft[] => drafts[kind]));
  const entries = <Entry>(list: readonly Draft[]): Entry[] =>
    list.map((draft) => ({ ...draft.entry, review: reviewOfDraft(draft) }) as Entry);
  return {
    reading,
    statements: entries<LaidStatement>(drafts.statement),
    actors: entries(drafts.actor),
    moments: entries(drafts.moment),
    places: entries(drafts.place),
    assertions: entries(drafts.assertion),
    claims: entries(drafts.claim),
    links: links.map(({ draft, ...link }) => ({
      ...link,
      entry: draft && idOf(draft),
      isOverruled: draft !== null && !standing.has(link.decision),
    })),
  };
}

function idOf(draft: Draft): Link['entry'] {
  return draft.joined ? idOf(draft.joined) : { kind: draft.kind, id: draft.entry.id };
}

function draftsOf(reading: Reading, articleId: string): Drafts {
  const moments = new Map(reading.moments.map((moment) => [moment.id, moment]));
  return {
    statement: reading.statements.map((statement) =>
      draftOf('statement', unruled(statement, moments), [
        {
          source: statement.source?.spans ?? [],
          cue: statement.cue?.spans ?? [],
          content: statement.content?.spans ?? [],
        },
      ]),
    ),
    assertion: reading.assertions.map((entry) => draftOf('assertion', { ...entry, review: null })),
    actor: reading.actors.map((entry) =>
      draftOf('actor', { ...entry, who: identifyWho(entry, articleId), review: null }),
    ),
    moment: reading.moments.map((entry) => draftOf('moment', { ...entry, review: null })),
    place: reading.places.map((entry) => draftOf('place', { ...entry, review: null })),
    claim: reading.claims.map((entry) => draftOf('claim', { ...entry, review: null })),
  };
}

function unruled(statement: Statement, moments: ReadonlyMap<string, Moment>): LaidStatement {
  const { source, said } = statement;
  const moment = said ? moments.get(said.moment) : undefined;
  const record: SaidRecord | null = said && {
    edtf: said.edtf,
    earliest: moment?.earliest ?? null,
    latest: moment?.latest ?? null,
    basis: said.basis,
  };
  return {
    ...statement,
    actor: source?.actor ?? null,
    resolution: source?.resolution ?? 'none',
    said: record,
    saidMoment: said?.moment ?? null,
    review: null,
  };
}
