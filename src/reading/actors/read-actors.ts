/**
 * The stage `actors`: who the sources are. One actor for each person, body, state, outlet or document that is a source or is
 * approached, for each other person and body with a name, and for each unnamed source that is described; and for each statement which of
 * them its source is, how sure that is, and why.
 *
 * By rules over words, tags, names and what coreference found: identify-sources.ts says who, describe-actor.ts what is said of them,
 * find-conditions.ts on what conditions they speak. Costs a few look-ups a source and a name.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { Gazetteer } from '../../language/names/gazetteer.ts';
import type { Weights } from '../../language/weights/weights.ts';
import type { LemmaMemory } from '../acts/sentence-words.ts';
import type { Actor, Identity, ReadDocument, Side } from '../reading.ts';
import { ActorBook, type Draft } from './actor-book.ts';
import { NameSurroundings } from './appositions.ts';
import { ActorDescriber } from './describe-actor.ts';
import { DraftTypes } from './draft-types.ts';
import { findAccused } from './find-accused.ts';
import { ConditionFinder } from './find-conditions.ts';
import type { Found } from './found.ts';
import { Ground } from './ground.ts';
import { SourceIdentifier } from './identify-sources.ts';
import type { IsPlace } from './name-type.ts';
import { SameNouns } from './same-nouns.ts';
import { sourcelessBy } from './sourceless.ts';
import { tellSides } from './tell-sides.ts';

/**
 * Makes the stage that fills `actors`, `sources` and `sourceless`, the actor of each side, and the sides that are heard or absent.
 *
 * @param weights the model `names`, whose gazetteer knows places
 * @example
 * createActorReader(lexicon, lemmas, weights.names)(document);
 * document.sources[0]?.resolution; // 'implied'
 */
export function createActorReader(
  lexicon: Lexicon,
  memory: LemmaMemory,
  weights: Weights,
): (document: ReadDocument) => void {
  const { placeKeys, placeClasses } = weights.arrays;
  const gazetteer = new Gazetteer(placeKeys as Uint32Array, placeClasses as Uint8Array);
  const isPlaceName = (name: string): boolean => gazetteer.classOf(name) > 0;
  const conditions = new ConditionFinder(lexicon);
  return (document) => readActors(document, new Ground(document, lexicon, memory), isPlaceName, conditions);
}

/**
 * Fills the columns of one document.
 *
 * @example
 * readActors(document, ground, isPlaceName, new ConditionFinder(lexicon));
 */
export function readActors(
  document: ReadDocument,
  ground: Ground,
  isPlaceName: IsPlace,
  finder: ConditionFinder,
): void {
  const surroundings = new NameSurroundings(ground);
  const nouns = new SameNouns(ground, surroundings);
  const types = new DraftTypes(ground, isPlaceName);
  const book = new ActorBook(ground, surroundings, nouns);
  const identifier = new SourceIdentifier(ground, nouns, types, book);
  const statements = document.statements ?? [];
  const found = statements.map((_, position) => identifier.ofStatement(position));
  const sides = (document.sides ?? []).map(({ spans }) => identifier.ofSpan(spans[0]));
  for (const [e, { name, type }] of (document.entities ?? []).entries())
    if (name !== null && type !== 'work') book.ofEntity(e);
  const accused = findAccused(ground, book);
  // A side is an actor, whether or not it speaks.
  for (const { draft } of accused) draft.isSource = true;
  giveConditions(ground, identifier, book, finder);
  const describer = new ActorDescriber(ground, surroundings, book, types);
  const actors = new Map<Draft, Actor>();
  for (const draft of book.drafts) {
    const actor = describer.actorOf(draft);
    if (actor) actors.set(draft, actor);
  }
  document.actors = [...actors.values()].sort(
    (a, b) => a.mentions[0][0] - b.mentions[0][0] || b.mentions[0][1] - a.mentions[0][1],
  );
  document.sources = found.map((source) => source && identityOf(source, actors));
  document.sourceless = statements.map((statement) => sourcelessBy(ground, statement));
  const approached = (document.sides ?? []).map(
    (side, i): Side => ({ ...side, actor: identityOf(sides[i], actors).actor }),
  );
  document.sides = tellSides(
    approached,
    accused.flatMap(({ draft, words, statement }) => {
      const actor = actors.get(draft);
      const span = ground.spanOf(words);
      return actor && isSide(actor) ? [{ actor, statement, words: { spans: [span], text: ground.textOf(words) } }] : [];
    }),
    { statements, acts: document.acts ?? [], sources: document.sources, actors: document.actors },
  );
}

/** Who may answer an accusation: not a people, and no document. */
const isSide = ({ type }: Actor): boolean => /^(?:person|organization|state|outlet)$/.test(type);

function identityOf({ resolution, drafts, isJoint, why }: Found, actors: ReadonlyMap<Draft, Actor>): Identity {
  const candidates = drafts.flatMap(({ draft, probability }) => {
    const actor = actors.get(draft);
    return actor ? [{ actor, probability }] : [];
  });
  if (candidates.length === 0) return { actor: null, resolution: 'none', candidates: [], why };
  const isOpen = resolution === 'uncertain';
  return {
    actor: isOpen ? null : candidates[0].actor.id,
    resolution,
    candidates:
      isOpen || isJoint
        ? candidates.map(({ actor: { id, name }, probability }) => ({ actor: id, name, probability }))
        : [],
    why: [...why, ...(isOpen || isJoint ? [] : candidates[0].actor.type === 'state' ? candidates[0].actor.why : [])],
  };
}

/** Gives each condition to whom it is said of: a source that its clause stands behind, or that is the clause's subject. */
function giveConditions(ground: Ground, identifier: SourceIdentifier, book: ActorBook, finder: ConditionFinder): void {
  const conditions = finder.find(ground);
  if (conditions.length === 0) return;
  // Whose words each token belongs to, counted from one: of two that hold each other, the inner.
  const owners = new Int32Array(ground.tokens.length);
  const lengths = new Int32Array(ground.tokens.length);
  for (const [i, { isSource, ranges }] of book.drafts.entries()) {
    if (!isSource) continue;
    for (const { first, last } of ranges)
      for (let t = first; t < last; t++) {
        if (owners[t] !== 0 && lengths[t] <= last - first) continue;
        owners[t] = i + 1;
        lengths[t] = last - first;
      }
  }
  for (const { words, owner } of conditions) {
    let source = 0;
    for (let t = owner.first; t < owner.last && source === 0; t++) source = owners[t];
    const draft = source === 0 ? identifier.known(owner) : book.drafts[source - 1];
    draft?.conditions.push(words);
  }
}
