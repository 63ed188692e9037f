/**
 * Makes a Reading by hand, for tests that need one and no engine: blocks are given as text, and the roles of a statement
 * as words that occur in it.
 */
import { textSha256 } from '../../src/reading/engine.ts';
import type {
  Act,
  Actor,
  Article,
  Extent,
  Identity,
  LeftOut,
  Reading,
  Resolution,
  Role,
  Side,
  Sourceless,
  Statement,
  StatementKind,
  Warning,
} from '../../src/reading/reading.ts';
import type { Block, BlockKind } from '../../src/text/document.ts';

export interface SampleStatement {
  readonly kind?: StatementKind;
  readonly source?: readonly string[];
  readonly cue?: readonly string[];
  readonly content?: readonly string[];
  readonly confidence?: number;
  /** The position of the statement that this one stands in. */
  readonly parent?: number;
  readonly act?: Partial<Act>;
  /** Who the source is: positions among the actors of the article; none where it is left out. */
  readonly who?: {
    readonly resolution: Resolution;
    readonly actors: readonly number[];
    readonly why?: readonly string[];
  };
  readonly sourceless?: Sourceless;
  readonly why?: readonly string[];
}

/** An actor: the words that first mention it, its type, and what else is known of it. */
export interface SampleActor extends Partial<Omit<Actor, 'id' | 'mentions'>> {
  readonly words: string;
  readonly type: Actor['type'];
}

export interface SampleArticle {
  readonly article?: Partial<Article>;
  readonly blocks: readonly (readonly [kind: BlockKind, text: string])[];
  readonly statements?: readonly SampleStatement[];
  readonly actors?: readonly SampleActor[];
  /** Sides approached: the words that name one, and those that tell so. */
  readonly sides?: readonly (readonly [name: string, cue: string])[];
  /** Words that the outlet asserts, how worth checking they are, and the position of a statement that sources them. */
  readonly assertions?: readonly (readonly [words: string, check: number, sourced?: number])[];
  /** Loaded words, each with a plainer one. */
  readonly wording?: readonly (readonly [text: string, plainer: string])[];
  readonly leftOut?: readonly LeftOut[];
  readonly warnings?: readonly Warning[];
  readonly model?: string;
}

const PLAINLY_SAID: Act = {
  speechAct: 'said',
  stance: 'neutral',
  negated: false,
  hypothetical: false,
  hedges: [],
  certainty: 0.9,
};

const NOTHING_KNOWN: Article = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  modified: null,
  url: null,
  language: 'en',
  credit: null,
};

/**
 * A Reading of the article given.
 *
 * @throws Error where the words of a role do not occur in the text.
 * @example
 * makeReading({ blocks: [['paragraph', 'He left, she said.']], statements: [{ source: ['she'], cue: ['said'] }] });
 */
export function makeReading(sample: SampleArticle): Reading {
  const text = sample.blocks.map(([, words]) => words).join('\n\n');
  const actors = (sample.actors ?? []).map((actor) => actorOf(actor, text));
  return {
    id: 'sample',
    text,
    textSha256: textSha256(text),
    offsetUnit: 'utf16',
    engine: { name: 'hearsay', version: '0.1.0', models: { statements: sample.model ?? '000000000000' } },
    article: { ...NOTHING_KNOWN, ...sample.article },
    blocks: blocksOf(sample.blocks),
    leftOut: sample.leftOut ?? [],
    warnings: sample.warnings ?? [],
    sentences: [],
    statements: (sample.statements ?? []).map((statement, position) => statementOf(statement, position, text, actors)),
    actors,
    moments: [],
    sides: (sample.sides ?? []).map((side) => sideOf(side, text)),
    assertions: (sample.assertions ?? []).map(([words, check, sourced], position) => ({
      id: `asrt_${textSha256(`${position} ${text}`).slice(0, 12)}`,
      ...extentOf(words, text),
      hedges: [],
      check,
      sourced: sourced === undefined ? null : statementId(text, sourced),
    })),
    wording: (sample.wording ?? []).map(([words, plainer]) => ({
      ...extentOf(words, text),
      text: words,
      plainer,
      reason: 'is a sample',
    })),
    places: [],
    claims: [],
  };
}

function blocksOf(blocks: SampleArticle['blocks']): Block[] {
  let start = 0;
  return blocks.map(([kind, words]) => {
    const block = { kind, start, end: start + words.length };
    start = block.end + 2;
    return block;
  });
}

function actorOf({ words, ...known }: SampleActor, text: string): Actor {
  const { start, end } = extentOf(words, text);
  return {
    id: `act_${textSha256(`${words} ${text}`).slice(0, 12)}`,
    name: words,
    unnamedType: null,
    number: null,
    conditions: null,
    role: null,
    affiliation: null,
    aliases: [],
    mentions: [[start, end]],
    why: [],
    ...known,
  };
}

function identityOf({ who }: SampleStatement, actors: readonly Actor[]): Identity {
  const { resolution = 'none', actors: positions = [], why = [] } = who ?? {};
  const isOpen = resolution === 'uncertain';
  const candidates = positions.map((position) => ({
    actor: actors[position].id,
    name: actors[position].name,
    probability: isOpen ? 1 / positions.length : 1,
  }));
  return {
    actor: isOpen ? null : (candidates[0]?.actor ?? null),
    resolution,
    candidates: isOpen || positions.length > 1 ? candidates : [],
    why,
  };
}

function statementOf(sample: SampleStatement, position: number, text: string, actors: readonly Actor[]): Statement {
  const source = roleOf(sample.source, text);
  return {
    id: statementId(text, position),
    kind: sample.kind ?? 'indirect',
    source: source && { ...source, ...identityOf(sample, actors) },
    sourceless: sample.sourceless ?? null,
    cue: roleOf(sample.cue, text),
    content: roleOf(sample.content, text),
    parent: sample.parent === undefined ? null : statementId(text, sample.parent),
    relayDepth: sample.parent === undefined ? 0 : 1,
    confidence: sample.confidence ?? 0.9,
    why: sample.why ?? [],
    ...PLAINLY_SAID,
    said: null,
    ...sample.act,
  };
}

function sideOf([name, cue]: readonly [string, string], text: string): Side {
  return { actor: null, status: 'approached', ...roleOf([name], text)!, cue: roleOf([cue], text)!, why: [] };
}

function statementId(text: string, position: number): string {
  return `stmt_${textSha256(`${position} ${text}`).slice(0, 12)}`;
}

function extentOf(words: string, text: string): Extent {
  const [start, end] = roleOf([words], text)!.spans[0];
  return { start, end };
}

function roleOf(words: readonly string[] | undefined, text: string): Role | null {
  if (!words) return null;
  const spans = words.map((part) => {
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`"${part}" does not occur in the sample text.`);
    return [start, start + part.length] as const;
  });
  return { spans, text: words.join(' … ') };
}
