/**
 * Readings made up from a seed, as many as wanted: articles of a few hundred words by outlets, people and bodies that do not exist, with
 * as many statements, actors, times, places and assertions as real articles have (bench/ledger/README.md). The texts make no sense;
 * their words are as often repeated as words are (Zipf), every span stands where it says, and the n-th one is the same on every machine.
 * Cost: some 0.5 ms a reading.
 */
import { actorId } from '../../src/reading/actors/actor-id.ts';
import { assertionId } from '../../src/reading/assertions/assertion-id.ts';
import type { Claim, Slot } from '../../src/reading/claims/claim.ts';
import { claimId } from '../../src/reading/claims/claim-id.ts';
import { textSha256 } from '../../src/reading/engine.ts';
import { momentId } from '../../src/reading/moments/moment-id.ts';
import { placeId } from '../../src/reading/places/place-id.ts';
import type { Actor, Assertion, Moment, Place, Reading, Statement, Wording } from '../../src/reading/reading.ts';
import { statementId } from '../../src/reading/statements/statement-id.ts';
import type { Block, Span } from '../../src/text/document.ts';
import { randomFrom } from '../../training/random.ts';

/** Sentences of an article, and how many of them are statements: 17 statements an article, as in the sample project. */
const SENTENCES = 26;
const STATEMENTS = 17;

const WORDS = 30_000;
const PEOPLE = 4000;
const BODIES = 500;
const PLACES = 800;
const OUTLETS = 60;

const SYLLABLES =
  'ba co de fi gu ha jo ka le mi no pa ru sa te vo wi xa yo zu bra cle dro fli gra kre pli sto tra vel'.split(' ');
const CUES = 'said told claimed denied warned announced insisted added argued confirmed accused promised'.split(' ');
const ROLES = ['spokesman', 'mayor', 'minister', 'lawyer', 'nurse', 'engineer', null, null];
const MODELS = Object.fromEntries(
  'sentences tag parse names coreference statements joints places'.split(' ').map((name) => [name, '0123456789ab']),
);

/**
 * The n-th reading of a seed.
 *
 * @example
 * makeFictionalReading(1, 0).statements.length; // 17
 */
export function makeFictionalReading(seed: number, number: number): Reading {
  return new Article(seed, number).read();
}

/**
 * The n-th word of the language that the articles are written in.
 *
 * @example
 * wordAt(7); // 'ka'
 */
export function wordAt(number: number): string {
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/**
 * The n-th person, body, place or outlet.
 *
 * @example
 * nameAt('person', 12);
 */
export function nameAt(kind: 'person' | 'body' | 'place' | 'outlet', number: number): string {
  const [first, second] = [capital(wordAt(40 + (number % 211))), capital(wordAt(900 + number))];
  switch (kind) {
    case 'person':
      return `${first} ${second}`;
    case 'body':
      return `${second} Board`;
    case 'place':
      return second;
    case 'outlet':
      return `The ${second} Post`;
  }
}

class Article {
  readonly #random: () => number;
  readonly #number: number;
  #text = '';
  readonly #drafts: Draft[] = [];
  readonly #sentences: Span[] = [];
  readonly #loose: Span[] = [];

  constructor(seed: number, number: number) {
    const numbers = randomFrom((seed * 2_654_435_761 + number * 40_503) >>> 0);
    // The first numbers of like seeds are alike.
    for (let i = 0; i < 20; i++) numbers();
    this.#random = () => numbers() / 2 ** 32;
    this.#number = number;
  }

  read(): Reading {
    const random = this.#random;
    const outlet = nameAt('outlet', Math.floor(random() ** 2 * OUTLETS));
    const title = capital(this.#clause(7));
    this.#text = `${title}\n\n`;
    const blocks: Block[] = [{ kind: 'headline', start: 0, end: title.length }];
    for (let sentence = 0; sentence < SENTENCES; sentence++) {
      const start = this.#text.length;
      if (sentence < STATEMENTS) this.#writeStatement();
      else this.#writeAssertion();
      this.#sentences.push([start, this.#text.length]);
      if (sentence % 2 === 1) {
        const block = blocks.at(-1)!;
        blocks.push({ kind: 'paragraph', start: block.end + 2, end: this.#text.length });
        this.#text += '\n\n';
      } else this.#text += ' ';
    }
    const text = this.#text.trimEnd();
    const hash = textSha256(text);
    const published = dayAt(Math.floor(random() * 1800));
    const actors = this.#actors(hash);
    return {
      id: `article-${this.#number}`,
      text,
      textSha256: hash,
      offsetUnit: 'utf16',
      engine: { name: 'hearsay', version: '0.1.0', models: MODELS },
      article: {
        title,
        outlet,
        byline: nameAt('person', Math.floor(random() * PEOPLE)),
        published: `${published}T08:00:00Z`,
        modified: null,
        url: `https://${outlet.slice(4, -5).toLowerCase()}.example/${published}/${this.#number}`,
        language: 'en',
        credit: null,
      },
      blocks,
      leftOut: [],
      warnings: [],
      sentences: this.#sentences.map(([start, end]) => ({ start, end })),
      statements: this.#drafts.map((draft) => this.#statement(draft, hash, actors)),
      actors,
      moments: this.#moments(hash, text),
      sides: [],
      assertions: this.#assertions(hash),
      wording: this.#wording(text),
      places: this.#places(hash, text),
      claims: this.#claims(hash),
    };
  }

  #writeStatement(): void {
    const random = this.#random;
    const kind = random();
    const source =
      kind < 0.6
        ? nameAt('person', Math.floor(random() ** 3 * PEOPLE))
        : kind < 0.8
          ? `the ${nameAt('body', Math.floor(random() ** 2 * BODIES))}`
          : `a ${pick(
              ROLES.filter((role) => role !== null),
              random,
            )}`;
    const cue = pick(CUES, random);
    const content = `that ${this.#clause(6 + Math.floor(random() * 10))}`;
    const start = this.#text.length;
    this.#text += `${source} ${cue} ${content}.`;
    const [cueStart, contentStart] = [start + source.length + 1, start + source.length + cue.length + 2];
    this.#drafts.push({
      kind: kind < 0.6 ? 'person' : kind < 0.8 ? 'organization' : 'unnamed',
      source: [start, start + source.length],
      cue: [cueStart, cueStart + cue.length],
      content: [contentStart, contentStart + content.length],
      sourceText: source,
      cueText: cue,
      contentText: content,
    });
  }

  #writeAssertion(): void {
    const start = this.#text.length;
    this.#text += `${capital(this.#clause(8 + Math.floor(this.#random() * 8)))}.`;
    this.#loose.push([start, this.#text.length - 1]);
  }

  /** Words drawn as in a text: the n-th most frequent one n times as rare. One in seven holds a time or a place. */
  #clause(length: number): string {
    const random = this.#random;
    const words = Array.from({ length }, () => wordAt(Math.floor(WORDS ** random()) - 1));
    if (random() < 0.4) words.push('on', dayAt(Math.floor(random() * 1800)));
    if (random() < 0.17) words.push('in', nameAt('place', Math.floor(random() ** 2 * PLACES)));
    return words.join(' ');
  }

  #actors(hash: string): Actor[] {
    const byName = new Map<string, { draft: Draft; mentions: Span[] }>();
    for (const draft of this.#drafts) {
      const known = byName.get(draft.sourceText);
      if (known) known.mentions.push(draft.source);
      else byName.set(draft.sourceText, { draft, mentions: [draft.source] });
    }
    return [...byName].map(([name, { draft, mentions }]) => ({
      id: actorId(hash, draft.source),
      name,
      type: draft.kind,
      unnamedType: draft.kind === 'unnamed' ? 'official' : null,
      number: null,
      conditions: null,
      role: draft.kind === 'person' ? pick(ROLES, this.#random) : null,
      affiliation: null,
      aliases: [],
      mentions,
      why: [draft.kind === 'unnamed' ? `described: ${name}` : `named: ${name}`],
    }));
  }

  #statement(draft: Draft, hash: string, actors: readonly Actor[]): Statement {
    const random = this.#random;
    const chance = () => Math.round(50 + random() * 50);
    const actor = actors.find(({ name }) => name === draft.sourceText)!;
    return {
      id: statementId(hash, [draft.source], [draft.cue], [draft.content]),
      kind: 'indirect',
      source: {
        spans: [draft.source],
        text: draft.sourceText,
        actor: actor.id,
        resolution: 'known',
        candidates: [],
        why: actor.why,
      },
      cue: { spans: [draft.cue], text: draft.cueText },
      content: { spans: [draft.content], text: draft.contentText },
      parent: null,
      relayDepth: 0,
      confidence: Math.round(random() * 100) / 100,
      why: [
        `cue tagged at ${chance()} %`,
        `source tagged at ${chance()} %`,
        `content tagged at ${chance()} %`,
        `source joined to cue at ${chance()} %`,
        `content joined to cue at ${chance()} %`,
      ],
      speechAct: draft.cueText === 'denied' ? 'denied' : 'said',
      stance: draft.cueText === 'claimed' ? 'distancing' : 'neutral',
      negated: false,
      hypothetical: false,
      hedges: random() < 0.2 ? [[draft.content[0] + 5, draft.content[0] + 9]] : [],
      certainty: Math.round(random() * 100) / 100,
      sourceless: null,
      said: null,
    };
  }

  #moments(hash: string, text: string): Moment[] {
    return [...text.matchAll(/\d{4}-\d\d-\d\d/g)].map(({ 0: day, index }) => ({
      id: momentId(hash, index, index + day.length),
      start: index,
      end: index + day.length,
      text: day,
      edtf: day,
      earliest: day,
      latest: day,
      basis: 'explicit',
      timex: { type: 'DATE', value: day, mod: null },
      known: { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) },
      implied: {},
      anchor: null,
      why: ['figure date'],
    }));
  }

  #places(hash: string, text: string): Place[] {
    return [...text.matchAll(/(?<= in )[A-Z]\w+/g)].map(({ 0: name, index }) => ({
      id: placeId(hash, index, index + name.length),
      start: index,
      end: index + name.length,
      text: name,
      name,
      country: 'XX',
      geonamesId: 1000 + name.length,
      lat: Math.round(this.#random() * 180_000) / 1000 - 90,
      lon: Math.round(this.#random() * 360_000) / 1000 - 180,
      precision: 'city',
      kind: 'town',
      relation: 'at',
      offset: null,
      site: null,
      adjective: false,
      score: 0.8,
      why: ['the only place of its name'],
    }));
  }

  #assertions(hash: string): Assertion[] {
    return this.#loose.map(([start, end]) => ({
      id: assertionId(hash, start, end),
      start,
      end,
      hedges: [],
      check: Math.round(this.#random() * 1000) / 1000,
      sourced: null,
    }));
  }

  /** One of the first words of each content, and in three of five another one: as many as the sample project has. */
  #claims(hash: string): Claim[] {
    return this.#drafts.flatMap((draft, position) => {
      const statement = statementId(hash, [draft.source], [draft.cue], [draft.content]);
      const words = [...draft.contentText.matchAll(/\S+/g)].map(({ 0: text, index }) => {
        const start = draft.content[0] + index;
        return { spans: [[start, start + text.length] as Span], text, actor: null };
      });
      return (position % 5 < 3 ? [1, 4] : [1]).map((at) =>
        claimOf(hash, statement, words.slice(at, at + 3), this.#random),
      );
    });
  }

  #wording(text: string): Wording[] {
    const [start, end] = this.#loose[0];
    const words = text.slice(start, end).split(' ')[0];
    return [
      {
        start,
        end: start + words.length,
        text: words,
        plainer: 'government',
        reason: 'denies a government its legitimacy',
      },
    ];
  }
}

function claimOf(
  hash: string,
  statement: string,
  [subject, verb, object]: readonly Slot[],
  random: () => number,
): Claim {
  const predicate = { spans: verb.spans, text: verb.text, lemma: verb.text, voice: 'active' } as const;
  const [span] = object.spans;
  const counted = { spans: object.spans, text: object.text, lemma: object.text };
  const value = Math.round(random() * 99);
  return {
    id: claimId(hash, subject.spans, predicate.spans, object.spans),
    in: statement,
    subject,
    predicate,
    object,
    arguments: random() < 0.4 ? [{ ...object, relation: 'in' }] : [],
    when: null,
    where: null,
    quantities:
      random() < 0.28
        ? [{ span, text: object.text, value, least: value, most: value, comparison: 'exactly', unit: null, counted }]
        : [],
    polarity: 'affirmed',
    denied: false,
    modality: 'happened',
  };
}

interface Draft {
  readonly kind: 'person' | 'organization' | 'unnamed';
  readonly source: Span;
  readonly cue: Span;
  readonly content: Span;
  readonly sourceText: string;
  readonly cueText: string;
  readonly contentText: string;
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)];
}

/** Days since the first of 2021. */
function dayAt(number: number): string {
  return new Date(Date.UTC(2021, 0, 1 + number)).toISOString().slice(0, 10);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
