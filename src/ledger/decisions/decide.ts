/**
 * Making decisions: what a person asks for becomes records with words as anchors, and these go into the ledger. The command line, the
 * HTTP API and the page all come here, so that all of them rule alike. Nothing is half decided: all entries named, or none.
 */

import { momentId } from '../../reading/moments/moment-id.ts';
import { placeId } from '../../reading/places/place-id.ts';
import { shortHash } from '../../reading/short-hash.ts';
import type { Span } from '../../text/document.ts';
import { HearsayError } from '../../text/errors.ts';
import type { Anchor, Decision, DecisionTarget, EditValue, RuledActor } from '../decisions.ts';
import { identifyWho } from '../identify-who.ts';
import type { LaidVersion, Ledger, LedgerReader } from '../ledger.ts';
import { PERSON, parse, TARGET_KINDS, withArticle } from './check-decision.ts';
import {
  type ActorName,
  type CheckedRequest,
  DECISION_REQUEST,
  type DecisionRequest,
  type EntryName,
} from './decision-request.ts';
import { makeAnchor } from './make-anchor.ts';
import { makeDecision } from './make-decision.ts';
import { readEdtf } from './read-edtf.ts';
import { targetOf } from './target-of.ts';

/** Who rules, and when (an ISO 8601 instant in UTC, with milliseconds). */
export interface Decider {
  readonly by: string;
  readonly at: string;
}

/**
 * Makes the decisions that a request asks for, one for each entry that it names, and adds them to the ledger.
 *
 * @throws HearsayError E_INPUT where the request cannot be carried out, E_NOT_FOUND where the ledger has no such entry.
 * @example
 * await decide(ledger, { kind: 'tag', entries: ['stmt_0011223344556677'], tag: 'ferry' }, { by: 'Ada', at: new Date().toISOString() });
 */
export async function decide(ledger: Ledger, request: DecisionRequest, decider: Decider): Promise<Decision[]> {
  const asked = parse(DECISION_REQUEST, request, 'The decision');
  const by = parse(PERSON, decider.by, 'The name of who decides');
  const make: Make = (targets, value, undoes = null) =>
    makeDecision({ at: decider.at, by, kind: asked.kind, targets, value, undoes });
  const decisions = await draw(ledger, asked, make);
  await ledger.addDecisions(decisions);
  return decisions;
}

type Make = (targets: readonly DecisionTarget[], value: unknown, undoes?: string | null) => Decision;

async function draw(ledger: Ledger, asked: CheckedRequest, make: Make): Promise<Decision[]> {
  switch (asked.kind) {
    case 'merge':
    case 'split': {
      const targets = await Promise.all(asked.entries.map((name) => find(ledger, asked.kind, name)));
      if (new Set(targets.map(({ target }) => target.id)).size < targets.length) {
        throw new HearsayError('E_INPUT', 'The same actor is named twice: name different ones.');
      }
      return [
        make(
          targets.map(({ target }) => target),
          null,
        ),
      ];
    }
    case 'edit':
      return [await edit(ledger, asked, make)];
    case 'undo': {
      const decision = await ledger.decision(asked.decision);
      if (!decision) throw new HearsayError('E_NOT_FOUND', `The ledger holds no decision ${asked.decision}.`);
      if (decision.state === 'undone') throw new HearsayError('E_INPUT', `${asked.decision} is undone already.`);
      return [make([], null, asked.decision)];
    }
    default: {
      const value = await valueAsked(ledger, asked);
      const found = await Promise.all(asked.entries.map((name) => find(ledger, asked.kind, name)));
      if (asked.kind === 'date' && asked.clock === 'said') {
        const other = found.find(({ target }) => target.kind !== 'statement');
        if (other) {
          const { id, kind: is } = other.target;
          throw new HearsayError('E_INPUT', `${id} is ${withArticle(is)}: only a statement was said on a day.`);
        }
      }
      return found.map(({ target }) => make([target], value));
    }
  }
}

type OneByOne = Exclude<CheckedRequest, { readonly kind: 'merge' | 'split' | 'edit' | 'undo' }>;

async function valueAsked(ledger: Ledger, asked: OneByOne): Promise<unknown> {
  switch (asked.kind) {
    case 'tag':
    case 'untag':
      return { tag: asked.tag };
    case 'note':
      return { note: asked.note };
    case 'status':
      return { status: asked.status };
    case 'place':
      return asked.place;
    case 'date': {
      const { clock, edtf } = asked;
      return { clock, edtf, ...(edtf === null ? { earliest: null, latest: null } : readEdtf(edtf)) };
    }
    case 'attribute': {
      const actor = asked.to === null ? null : await ruledActor(ledger, asked.to);
      const candidates = await Promise.all(asked.candidates.map((name) => ruledActor(ledger, name)));
      return { actor, candidates };
    }
    default:
      return null;
  }
}

async function edit(ledger: Ledger, asked: Extract<CheckedRequest, { kind: 'edit' }>, make: Make): Promise<Decision> {
  const isMissed = asked.entry.startsWith('art_');
  const found = isMissed
    ? await findVersion(ledger, asked.entry, asked.version)
    : (await find(ledger, 'edit', asked.entry)).laid;
  const { reading, address } = found;
  const anchors: Pick<EditValue, 'source' | 'cue' | 'content'> = Object.fromEntries(
    (['source', 'cue', 'content'] as const).flatMap((role) => {
      const spans = asked[role];
      return spans === undefined ? [] : [[role, spans && anchorOf(reading.text, role, spans)]];
    }),
  );
  const value: EditValue = {
    ...anchors,
    ...(asked.statementKind && { kind: asked.statementKind }),
    ...(asked.speechAct && { speechAct: asked.speechAct }),
  };
  if (Object.keys(value).length === 0)
    throw new HearsayError('E_INPUT', 'The edit sets nothing: give source, cue or content.');
  const current = found.statements.find(({ id }) => id === asked.entry) ?? null;
  const words = (['cue', 'content'] as const).map((role) =>
    value[role] === undefined ? (current?.[role] ?? null) : value[role],
  );
  if (words.every((role) => role === null)) {
    throw new HearsayError(
      'E_INPUT',
      'A statement has a content, or words that attribute one: give spans of content or cue.',
    );
  }
  if (!isMissed) return make([targetOf(found, asked.entry)!], value);
  const target = { kind: 'article', id: asked.entry, address, textSha256: reading.textSha256, anchors: [] } as const;
  return make([target], value);
}

/** Words of a text in order and apart, as a role has them. */
function anchorOf(text: string, role: Anchor['role'], spans: readonly Span[]): Anchor {
  spans.forEach(([start, end], at) => {
    if (end > text.length) {
      throw new HearsayError(
        'E_INPUT',
        `[${start}, ${end}) goes beyond the text, which has ${text.length} UTF-16 units.`,
      );
    }
    if (at > 0 && start < spans[at - 1][1]) {
      throw new HearsayError(
        'E_INPUT',
        `The spans of ${role} overlap, or are out of order: give them in the order of the text.`,
      );
    }
    if (text.slice(start, end).trim() === '') {
      throw new HearsayError('E_INPUT', `[${start}, ${end}) holds no words.`);
    }
  });
  return makeAnchor(text, role, spans);
}

interface FoundEntry {
  readonly laid: LaidVersion;
  readonly target: DecisionTarget;
}

async function find(ledger: LedgerReader, kind: DecisionRequest['kind'], name: EntryName): Promise<FoundEntry> {
  const found = typeof name === 'string' ? await findById(ledger, name) : await findWords(ledger, kind, name);
  const allowed = TARGET_KINDS[kind];
  if (!allowed.includes(found.target.kind)) {
    const wanted = allowed.map(withArticle).join(' or ');
    throw new HearsayError(
      'E_INPUT',
      `${found.target.id} is ${withArticle(found.target.kind)}: "${kind}" needs ${wanted}.`,
    );
  }
  return found;
}

async function findById(ledger: LedgerReader, id: string): Promise<FoundEntry> {
  const holder = await ledger.holderOf(id);
  const laid = holder && (await ledger.laid(holder.articleId, holder.versionId));
  const target = laid && targetOf(laid, holder.entryId);
  if (!target) {
    throw new HearsayError(
      'E_NOT_FOUND',
      `The ledger holds no entry ${id}: give the id of a statement (stmt_…), an actor (act_… or who_…), a time (mom_…), a place (plc_…), an assertion (asrt_…) or a claim (clm_…).`,
    );
  }
  return { laid, target };
}

/** Words in which the engine found no place and no time. */
async function findWords(
  ledger: LedgerReader,
  kind: DecisionRequest['kind'],
  { article, version, span }: Exclude<EntryName, string>,
): Promise<FoundEntry> {
  const laid = await findVersion(ledger, article, version);
  const { text, textSha256 } = laid.reading;
  const anchors = [anchorOf(text, 'extent', [span])];
  const named =
    kind === 'place'
      ? ({ kind: 'place', id: placeId(textSha256, ...span) } as const)
      : ({ kind: 'moment', id: momentId(textSha256, ...span) } as const);
  return { laid, target: { ...named, address: laid.address, textSha256, anchors } };
}

async function findVersion(ledger: LedgerReader, articleId: string, versionId?: string): Promise<LaidVersion> {
  const laid = await ledger.laid(articleId, versionId);
  if (laid) return laid;
  throw new HearsayError(
    'E_NOT_FOUND',
    `The ledger holds no article ${articleId}${versionId ? ` with a version ${versionId}` : ''}.`,
  );
}

/** An actor of the ledger, or one that is named by a person. */
async function ruledActor(ledger: LedgerReader, name: ActorName): Promise<RuledActor> {
  if (typeof name !== 'string') {
    const shared = identifyWho({ id: '', ...name }, '');
    // Of a name that is not told from others, each text has its own bearer.
    const who = `who_${shortHash(`${name.type}\n${name.name}`)}`;
    return { who: shared === identifyWho({ id: '', ...name }, 'another') ? shared : who, ...name, target: null };
  }
  const { laid, target } = await findById(ledger, name);
  const actor = laid.actors.find(({ id }) => id === target.id);
  if (!actor)
    throw new HearsayError('E_INPUT', `${name} is ${withArticle(target.kind)}: give an actor (act_… or who_…).`);
  return { who: actor.who, name: actor.name, type: actor.type, target };
}
