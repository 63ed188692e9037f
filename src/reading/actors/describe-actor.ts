/**
 * Makes an actor of a draft: its name, what type it is, and what the text says of it. A draft of which neither a name nor a
 * description makes a source gives none.
 */
import type { EntityType } from '../../text/document.ts';
import type { Range } from '../acts/sentence-words.ts';
import type { Actor, ActorType, UnnamedType } from '../reading.ts';
import type { ActorBook, Draft } from './actor-book.ts';
import { actorId } from './actor-id.ts';
import type { NameSurroundings } from './appositions.ts';
import type { DescriptionKind } from './description-nouns.ts';
import type { DraftTypes } from './draft-types.ts';
import type { Ground } from './ground.ts';
import { longestOf } from './name-type.ts';
import { type Description, isCourtesy, isTitle, readDescription } from './read-description.ts';
import type { RoleFound } from './read-roles.ts';

/** Roles given of one actor at most. */
const MOST_ROLES = 4;

interface Described {
  readonly description: Description;
  readonly last: number;
}

/** Makes actors of one document's drafts. */
export class ActorDescriber {
  private readonly ground: Ground;
  private readonly surroundings: NameSurroundings;
  private readonly book: ActorBook;
  private readonly types: DraftTypes;

  constructor(ground: Ground, surroundings: NameSurroundings, book: ActorBook, types: DraftTypes) {
    this.ground = ground;
    this.surroundings = surroundings;
    this.book = book;
    this.types = types;
  }

  /**
   * The actor of a draft; null where it is none.
   *
   * @example
   * describer.actorOf(draft)?.type; // 'person'
   */
  actorOf(draft: Draft): Actor | null {
    if (draft.voice) return this.ofVoice(draft);
    return draft.names.length > 0 ? this.ofNamed(draft) : draft.isSource ? this.ofDescribed(draft) : null;
  }

  private ofVoice(draft: Draft): Actor {
    const { ground } = this;
    const isOutlet = draft.voice === 'outlet';
    return this.actor(draft, {
      name: (isOutlet ? ground.document.outlet : null) ?? ground.textOf(this.book.firstOf(draft)),
      type: isOutlet ? 'outlet' : 'unnamed',
      unnamedType: isOutlet ? null : 'other',
      why: [isOutlet ? 'the outlet speaks of itself' : 'the writer, whom the text does not name'],
    });
  }

  private ofNamed(draft: Draft): Actor | null {
    const { ground } = this;
    const { type, why } = this.types.of(draft);
    if (type === null) return null;
    if (!draft.isSource && ((type !== 'person' && type !== 'organization') || this.isByline(draft))) return null;
    // A lone word that nothing calls a person may as well be a place's name.
    if (!draft.isSource && type === 'person' && !this.isSurelyPerson(draft)) return null;
    const name = longestOf(ground, draft.names);
    const roles = type === 'person' ? this.rolesOf(draft) : [];
    return this.actor(draft, {
      name,
      type,
      role: this.roleText(roles),
      affiliation: this.affiliationOf(roles, draft),
      aliases: this.aliasesOf(draft, name),
      why,
    });
  }

  private isSurelyPerson({ names }: Draft): boolean {
    const { ground } = this;
    return names.some(
      ({ first, last }) =>
        last - first > 1 ||
        isTitle(ground.wordsAt(first).lower(first - 1)) ||
        isCourtesy(ground.wordsAt(first).lower(first - 1)),
    );
  }

  /** Whether it is named only where the outlet says who wrote: the writers are no part of the matter. */
  private isByline({ ranges }: Draft): boolean {
    return ranges.every(({ first }) => this.ground.isByline(first));
  }

  private ofDescribed(draft: Draft): Actor | null {
    const { ground } = this;
    const all = this.descriptionsOf(draft);
    if (all.length === 0) return null;
    const best = all.reduce((a, b) => (this.lengthOf(b) > this.lengthOf(a) ? b : a));
    const { kind, why } = this.kindOf(draft, all);
    const [type, unnamedType] = typeOfKind(kind, this.types.ofEntities(draft));
    const text = ground.textOf({ first: best.description.first, last: best.last });
    const number = all.find(({ description }) => description.number)?.description.number ?? null;
    const affiliation = all
      .map(({ description }) => this.affiliationText(description.affiliation, draft))
      .find((words) => words !== null);
    return this.actor(draft, {
      name: type === 'unnamed' ? text : text.replace(/^the /i, ''),
      type,
      unnamedType,
      number: number && type === 'unnamed' ? numberText(ground.textOf(number)) : null,
      affiliation: affiliation ?? null,
      why,
    });
  }

  private actor(draft: Draft, known: Pick<Actor, 'name' | 'type' | 'why'> & Partial<Actor>): Actor {
    const { ground, book } = this;
    return {
      id: actorId(ground.document.textSha256, ground.spanOf(book.firstOf(draft))),
      unnamedType: null,
      number: null,
      conditions: draft.conditions.length === 0 ? null : this.conditionsText(draft),
      role: null,
      affiliation: null,
      aliases: [],
      mentions: book.spansOf(draft),
      ...known,
    };
  }

  private conditionsText({ conditions }: Draft): string {
    const texts = conditions.map((range) => this.ground.textOf(range));
    return [...new Set(texts)].join('; ');
  }

  /** The phrases that describe a draft: those of its sources, and coreference's. */
  private descriptionsOf(draft: Draft): readonly Described[] {
    const { ground } = this;
    const mentioned = this.book.mentionsOf(draft).flatMap(({ first, last, kind }) => {
      const description = kind === 'description' ? readDescription(ground, first, last) : undefined;
      return description ? [{ description, last: description.last }] : [];
    });
    return [...draft.phrases, ...mentioned].sort((a, b) => a.description.first - b.description.first);
  }

  private kindOf(draft: Draft, all: readonly Described[]): { kind: DescriptionKind | undefined; why: string[] } {
    const { ground } = this;
    // The first that says more than "the man": "a hospital official", later "the woman".
    const telling = all.find(({ description: { kind } }) => kind !== undefined && kind !== 'other') ?? all[0];
    const { head, kind, whole } = telling.description;
    if (kind !== undefined && !(whole && kind === 'other'))
      return {
        kind,
        why: [`${ground.lower(head)}: ${kind === 'body' ? 'a body that is not named' : `described as ${kind}`}`],
      };
    const found = whole ? this.kindOfWhole(whole, draft) : undefined;
    return found ?? { kind, why: kind ? [`described as ${kind}`] : [] };
  }

  /** "One of them" is what they are. */
  private kindOfWhole(whole: Range, draft: Draft): { kind: DescriptionKind | undefined; why: string[] } | undefined {
    const { ground } = this;
    const over = ground.mentionsOver(whole.first).map((m) => ground.mentions[m]);
    const mention = over.find(({ entity }) => entity !== null && !draft.entities.includes(entity));
    if (!mention) return undefined;
    for (const m of ground.document.entities![mention.entity!].mentions) {
      const { first, last, kind } = ground.mentions[m];
      const description = kind === 'description' ? readDescription(ground, first, last) : undefined;
      if (description?.kind) return { kind: description.kind, why: [`part of: ${ground.textOf({ first, last })}`] };
    }
    return undefined;
  }

  private rolesOf(draft: Draft): RoleFound[] {
    const { ground } = this;
    const beside = draft.names.flatMap((name) => this.surroundings.rolesOf(name));
    if (beside.some(({ role }) => role !== null)) return beside;
    for (const { first, last, kind } of this.book.mentionsOf(draft)) {
      const description = kind === 'description' ? readDescription(ground, first, last) : undefined;
      if (description?.kind && description.kind !== 'body' && description.head >= description.role.first)
        return [...beside, { role: description.role, affiliation: description.affiliation, said: { first, last } }];
    }
    return beside;
  }

  private roleText(roles: readonly RoleFound[]): string | null {
    const texts: string[] = [];
    for (const { role } of roles) {
      const text = role && this.ground.textOf(role);
      if (!text || texts.some((other) => holds(other, text))) continue;
      const narrower = texts.findIndex((other) => holds(text, other));
      if (narrower >= 0) texts[narrower] = text;
      else texts.push(text);
    }
    return texts.length === 0 ? null : texts.slice(0, MOST_ROLES).join('; ');
  }

  /** The first noun that says to whom it belongs; a nationality where there is none. */
  private affiliationOf(roles: readonly RoleFound[], draft: Draft): string | null {
    let adjective: string | null = null;
    for (const { affiliation } of roles) {
      const text = this.affiliationText(affiliation, draft);
      if (text === null) continue;
      if (affiliation!.last - affiliation!.first > 1 || /^(?:NNP?|NNP?S|PRP\$)$/.test(this.tagAt(affiliation!.first))) {
        if (!/(?:an|ian|ish|ese)$/.test(text)) return text;
      }
      adjective ??= text;
    }
    return adjective;
  }

  private tagAt(t: number): string {
    return this.ground.wordsAt(t).tag(t);
  }

  /** The words that name an affiliation: of a pronoun or a description, the name that it stands for. */
  private affiliationText(range: Range | null, draft: Draft): string | null {
    if (range === null) return null;
    const { ground } = this;
    const isPronoun = this.tagAt(range.first) === 'PRP$';
    const over = ground.mentionsOver(isPronoun ? range.first : range.last - 1).map((m) => ground.mentions[m]);
    for (const { entity, first, last, kind } of over) {
      if (entity === null || draft.entities.includes(entity) || last > range.last + 1) continue;
      const { name } = ground.document.entities![entity];
      const isWhole = isPronoun ? kind === 'pronoun' : first <= range.first + 1 && kind === 'description';
      if (isWhole && name !== null) return ground.textOf(ground.mentions[name]);
    }
    if (isPronoun) return null;
    const first =
      /^(?:DT|PRP\$)$/.test(this.tagAt(range.first)) && range.last - range.first > 1 ? range.first + 1 : range.first;
    return ground.textOf({ first, last: range.last });
  }

  /** Short forms, and an acronym in brackets behind the name. */
  private aliasesOf(draft: Draft, name: string): string[] {
    const { ground } = this;
    const found = new Set<string>();
    for (const range of draft.names) {
      found.add(ground.textOf(range));
      const words = ground.wordsAt(range.first);
      const acronym =
        words.lower(range.last) === '(' && words.lower(range.last + 2) === ')' ? ground.form(range.last + 1) : '';
      if (/^\p{Lu}[\p{Lu}\p{Nd}.&-]+s?$/u.test(acronym)) found.add(acronym);
    }
    found.delete(name);
    return [...found];
  }

  private lengthOf({ description, last }: Described): number {
    return last - description.first;
  }
}

function typeOfKind(kind: DescriptionKind | undefined, type: EntityType | null): [ActorType, UnnamedType | null] {
  if (kind === 'body') return ['organization', null];
  if (kind === 'medium') return ['outlet', null];
  if (kind !== undefined && kind !== 'nobody') return ['unnamed', kind];
  if (type === 'organization') return ['organization', null];
  if (type === 'group') return ['group', null];
  if (type === 'place') return ['state', null];
  return ['unnamed', type === 'work' ? 'document' : 'other'];
}

function numberText(words: string): string {
  const lower = words.toLowerCase();
  return lower === 'an' ? 'a' : lower;
}

/** Whether one role says all that another does. */
function holds(role: string, other: string): boolean {
  return ` ${role.toLowerCase()} `.includes(` ${other.toLowerCase()} `);
}
