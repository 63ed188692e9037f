/**
 * Keeps the actors of one document while its sources are identified: one draft for each entity, and one for each phrase that
 * coreference has no entity for. Drafts become actors at the end, when all that is said of them is known.
 */
import type { Mention, Span } from '../../text/document.ts';
import type { Range } from '../acts/sentence-words.ts';
import { type Joined, joinAppositions, type NameSurroundings } from './appositions.ts';
import type { Ground } from './ground.ts';
import type { Description } from './read-description.ts';
import type { SameNouns } from './same-nouns.ts';

/** Somebody who may become an actor, and what is known so far. */
export interface Draft {
  /**
   * Indexes in `document.entities`, those with a name first: none where coreference has none, several where one name was taken for
   * a place here and for a body there, or where a description stands beside the name.
   */
  readonly entities: readonly number[];
  /** What it is beyond what words say: the outlet that speaks, its writer. */
  readonly voice: 'outlet' | 'writer' | null;
  /** The places that name it, as far as coreference has no entity for it. */
  readonly names: Range[];
  /** The phrases that describe it where it is a source, each with where its words end. */
  readonly phrases: { readonly description: Description; readonly last: number }[];
  /** Words that mention it, as tokens. */
  readonly ranges: Range[];
  readonly conditions: Range[];
  /** It is a source, or a side: it becomes an actor even where it has no name. */
  isSource: boolean;
}

export class ActorBook {
  readonly drafts: Draft[] = [];
  private readonly ground: Ground;
  private readonly joined: ReadonlyMap<number, Joined>;
  /** For each entity that is one with others, all of them. */
  private readonly alike: ReadonlyMap<number, readonly number[]>;
  private readonly entities = new Map<number, Draft>();
  private readonly phrases = new Map<string, Draft>();
  private readonly mentions = new Map<Draft, readonly Mention[]>();
  private readonly voices = new Map<string, Draft>();

  constructor(ground: Ground, surroundings: NameSurroundings, nouns: SameNouns) {
    this.ground = ground;
    const joined = joinAppositions(ground, surroundings);
    nouns.join(joined);
    this.joined = joined;
    this.alike = alikeOf(ground, joined);
  }

  /** The draft of an entity, made where there is none yet. */
  ofEntity(entity: number): Draft {
    const known = this.entities.get(entity);
    if (known) return known;
    const entities = this.alike.get(entity) ?? [entity];
    const draft = this.add(entities, null);
    for (const e of entities) {
      this.entities.set(e, draft);
      for (const m of this.ground.document.entities![e].mentions) {
        const mention = this.ground.mentions[m];
        draft.ranges.push(mention);
        if (mention.kind === 'name') draft.names.push(mention);
      }
    }
    return draft;
  }

  /** Why an entity is one with another; "" where it is not. */
  whyJoined(entity: number): string {
    return this.joined.get(entity)?.why ?? '';
  }

  /** The mentions that coreference has of a draft, in order of the text. */
  mentionsOf(draft: Draft): readonly Mention[] {
    let found = this.mentions.get(draft);
    if (!found) {
      const all = draft.entities.flatMap((e) => this.ground.document.entities![e].mentions);
      found = all.sort((a, b) => a - b).map((m) => this.ground.mentions[m]);
      this.mentions.set(draft, found);
    }
    return found;
  }

  /** The draft of a name that no mention holds; the same words are the same draft. */
  ofName(name: Range): Draft {
    const draft = this.ofWords(`name ${this.ground.textOf(name)}`);
    draft.names.push(name);
    draft.ranges.push(name);
    return draft;
  }

  /**
   * The draft of a phrase that no entity is known for. "The ministry" twice is one ministry; "an official" twice is two
   * officials, and so are "officials".
   *
   * @param isSame whether the same words mean the same
   */
  ofPhrase(description: Description, last: number, isSame: boolean): Draft {
    const range = { first: description.first, last };
    const words = isSame ? this.ground.textOf(range).toLowerCase().replace(/^the /, '') : `${range.first}-${last}`;
    const draft = this.ofWords(`phrase ${words}`);
    draft.ranges.push(range);
    return draft;
  }

  /** The outlet itself ("this newspaper", "we"), or the writer ("I"). */
  ofVoice(voice: 'outlet' | 'writer', range: Range): Draft {
    let draft = this.voices.get(voice);
    if (!draft) {
      draft = this.add([], voice);
      this.voices.set(voice, draft);
    }
    draft.ranges.push(range);
    return draft;
  }

  /** The tokens of the first words that mention it. */
  firstOf({ ranges }: Draft): Range {
    return ranges.reduce((a, b) => (b.first < a.first ? b : a));
  }

  /** All spans that mention it, in order of the text, each once. */
  spansOf({ ranges }: Draft): Span[] {
    const sorted = [...ranges].sort((a, b) => a.first - b.first || b.last - a.last);
    return sorted
      .filter(({ first, last }, i) => i === 0 || first !== sorted[i - 1].first || last !== sorted[i - 1].last)
      .map((range) => this.ground.spanOf(range));
  }

  private ofWords(key: string): Draft {
    let draft = this.phrases.get(key);
    if (!draft) {
      draft = this.add([], null);
      this.phrases.set(key, draft);
    }
    return draft;
  }

  private add(entities: readonly number[], voice: Draft['voice']): Draft {
    const draft: Draft = {
      entities,
      voice,
      names: [],
      phrases: [],
      ranges: [],
      conditions: [],
      isSource: false,
    };
    this.drafts.push(draft);
    return draft;
  }
}

/**
 * Entities that are one: of the same name and of different types, since a name that was taken for a person here and for a place there
 * is one all the same; and those that an apposition joins. Two of one name and type are two: coreference kept them apart ("Mr
 * Marek", "Mrs Marek").
 */
function alikeOf(ground: Ground, joined: ReadonlyMap<number, Joined>): Map<number, number[]> {
  const byName = new Map<string, number[]>();
  const entities = ground.document.entities ?? [];
  for (const [e, { name }] of entities.entries()) {
    if (name === null) continue;
    const words = ground.textOf(ground.mentions[name]);
    const others = byName.get(words);
    if (others) others.push(e);
    else byName.set(words, [e]);
  }
  const alike = new Map<number, number[]>();
  for (const same of byName.values()) {
    if (same.length < 2 || new Set(same.map((e) => entities[e].type)).size < same.length) continue;
    for (const e of same) alike.set(e, same);
  }
  for (const [other, { to }] of joined) {
    let e = to;
    for (let step = joined.get(e); step && step.to !== other; step = joined.get(e)) e = step.to;
    const group = alike.get(e) ?? [e];
    group.push(other);
    alike.set(e, group);
    alike.set(other, group);
  }
  return alike;
}
