/**
 * Keeps the actors of one document while its sources are identified: one draft for each entity, and one for each phrase that
 * coreference has no entity for. Drafts become actors at the end, when all that is said of them is known.
 */
import type { Span } from '../../text/document.ts';
import type { Range } from '../acts/sentence-words.ts';
import type { Ground } from './ground.ts';
import type { Description } from './read-description.ts';

/** Somebody who may become an actor, and what is known so far. */
export interface Draft {
  /** Index in `document.entities`; null where coreference has none. */
  readonly entity: number | null;
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
  private readonly entities = new Map<number, Draft>();
  private readonly phrases = new Map<string, Draft>();
  private readonly voices = new Map<string, Draft>();

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** The draft of an entity, made where there is none yet. */
  ofEntity(entity: number): Draft {
    const known = this.entities.get(entity);
    if (known) return known;
    const draft = this.add(entity, null);
    this.entities.set(entity, draft);
    for (const m of this.ground.document.entities![entity].mentions) {
      const { first, last, kind } = this.ground.mentions[m];
      draft.ranges.push({ first, last });
      if (kind === 'name') draft.names.push({ first, last });
    }
    return draft;
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
      draft = this.add(null, voice);
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
    const spans = new Map<string, Span>();
    for (const range of [...ranges].sort((a, b) => a.first - b.first || b.last - a.last)) {
      const span = this.ground.spanOf(range);
      spans.set(span.join(), span);
    }
    return [...spans.values()];
  }

  private ofWords(key: string): Draft {
    let draft = this.phrases.get(key);
    if (!draft) {
      draft = this.add(null, null);
      this.phrases.set(key, draft);
    }
    return draft;
  }

  private add(entity: number | null, voice: Draft['voice']): Draft {
    const draft: Draft = {
      entity,
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
