/** Attributions: who the source of a statement is, as a person ruled. An actor that the text does not have is put in. */
import { shortHash } from '../../reading/short-hash.ts';
import type { AttributeValue, RuledActor } from '../decisions.ts';
import type { Application } from './apply-decision.ts';
import { type Draft, draftOf, rule } from './drafts.ts';
import { findDraft } from './find-draft.ts';
import type { LaidStatement } from './laid.ts';

/**
 * See the kind `attribute` in docs/decisions.md.
 *
 * @example
 * applyAttribution(on, { actor: null, candidates: [] }); // unknown
 */
export function applyAttribution(on: Application, { actor, candidates }: AttributeValue): Draft | null {
  const { draft: found, decision } = on;
  if (found?.kind !== 'statement') return null;
  const draft = found as Draft<'statement'>;
  const value = actor ? shown(actor) : candidates.length > 0 ? candidates.map(shown) : null;
  rule(draft, decision, 'actor', value, engineValue(on, draft.entry));
  const id = actor && actorFor(on, actor, draft.entry);
  const open = candidates.map((candidate) => ({
    actor: actorFor(on, candidate, draft.entry),
    name: candidate.name,
    probability: 1 / candidates.length,
  }));
  const resolution = id ? 'known' : open.length > 0 ? 'uncertain' : 'none';
  const { source } = draft.entry;
  draft.entry = {
    ...draft.entry,
    actor: id,
    resolution,
    source: source && { ...source, actor: id, resolution, candidates: open, why: [] },
  };
  return draft;
}

function shown({ who, name }: Pick<RuledActor, 'who' | 'name'>): { readonly who: string; readonly name: string } {
  return { who, name };
}

function engineValue({ drafts }: Application, { actor, source }: LaidStatement): unknown {
  const known = (id: string) => drafts.actor.find(({ entry }) => entry.id === id)?.entry;
  const entry = actor === null ? undefined : known(actor);
  if (entry) return shown(entry);
  const open = (source?.candidates ?? []).flatMap((candidate) => known(candidate.actor) ?? []);
  return open.length > 0 ? open.map(shown) : null;
}

/** The id of the actor of this text that was meant; one that it does not have gets an entry of its own. */
function actorFor({ reading, drafts }: Application, ruled: RuledActor, statement: LaidStatement): string {
  const isHere = ruled.target?.textSha256 === reading.textSha256;
  const found = isHere ? findDraft(drafts, ruled.target!)?.draft : undefined;
  const known = found ?? drafts.actor.find(({ entry }) => entry.who === ruled.who);
  if (known) return known.entry.id;
  const id = `act_${shortHash(`${reading.textSha256};${ruled.who}`)}`;
  drafts.actor.push(
    draftOf('actor', {
      id,
      who: ruled.who,
      name: ruled.name,
      type: ruled.type,
      unnamedType: null,
      number: null,
      conditions: null,
      role: null,
      affiliation: null,
      aliases: [],
      mentions: statement.source?.spans.slice(0, 1) ?? [],
      why: [],
      review: null,
    }),
  );
  return id;
}
