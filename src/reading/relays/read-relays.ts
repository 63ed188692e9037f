/**
 * The stage `relays`: statements within statements (A said that B denied it), and what one source passes on of another.
 *
 * The tagger of `statements` finds no statement within another one, since the articles that it learned from mark none. This stage
 * reads the parse of each content, and finds by rules the verbs, nouns and phrases of the cue lists (src/reading/acts) that attribute
 * there. A statement found so has a `parent`, the statement around it, and a `relayDepth`, the number of statements that it stands in.
 * Cost: only sentences whose content holds a cue are made into trees; about half a microsecond a token of an ordinary article.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { type LemmaMemory, type Range, SentenceWords, sentenceOf } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument, Role } from '../reading.ts';
import { statementId } from '../statements/statement-id.ts';
import type { CueScout } from './cue-scout.ts';
import { findAccording } from './find-according.ts';
import { findNouns } from './find-nouns.ts';
import { findCiting, findQuotedAs, findQuotedBy } from './find-passed-on.ts';
import { findVerbs } from './find-verbs.ts';
import { namedTokens } from './named-tokens.ts';
import { type Link, passOn } from './pass-on.ts';
import { type Ground, RELAY_RULES, type Relay } from './relay.ts';
import { kindOfContent, rangesOf, roleOf } from './role-of.ts';
import { SentenceTree } from './sentence-tree.ts';

/**
 * Makes the stage that adds nested statements to `statements`.
 *
 * @example
 * const read = createRelayReader(lexicon, lemmas, cues);
 * read(document); // document.statements[1].parent === document.statements[0].id
 */
export function createRelayReader(
  lexicon: Lexicon,
  memory: LemmaMemory,
  scout: CueScout,
): (document: ReadDocument) => void {
  return (document) => {
    document.statements = new RelayReader(document, lexicon, memory, scout).read();
  };
}

/** Words that only sentences have in which one source passes on another, in lower case. */
const PASSING: ReadonlySet<string> = new Set(['quoting', 'citing', 'quoted', 'cited', 'quotes', 'cites']);

class RelayReader {
  private readonly document: ReadDocument;
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;

  private readonly scout: CueScout;

  constructor(document: ReadDocument, lexicon: Lexicon, memory: LemmaMemory, scout: CueScout) {
    this.document = document;
    this.lexicon = lexicon;
    this.memory = memory;
    this.scout = scout;
  }

  /** The statements found before, those that they pass on, and those within them. */
  read(): Attribution[] {
    const found = this.passedOn();
    // What one source passes on of another has the same content: it is looked into once, for the innermost.
    const nested = new Map<string, Attribution[]>();
    for (const one of found) if (one.parent !== null) nested.set(one.parent, [...(nested.get(one.parent) ?? []), one]);
    const all = found.flatMap((one) => {
      const inner = nested.get(one.id) ?? [];
      if (inner.some(({ content }) => content?.text === one.content?.text)) return one;
      // What stands in it already is not looked for once more.
      const cues = inner.flatMap(({ cue }) => rangesOf(this.document, cue));
      return [one, ...this.within(one, cues)];
    });
    // Two rules that find the same words make one statement, that of the first.
    const ids = new Set<string>();
    const kept = all.filter(({ id }) => !ids.has(id) && ids.add(id));
    // One whose words another rule gave to others may have been a parent.
    const isKept = ({ parent }: Attribution) => parent === null || ids.has(parent);
    return kept.map((one) => (isKept(one) ? one : { ...one, parent: null, relayDepth: 0 })).sort(byText);
  }

  /** The statements found before, with those that other sources pass on beneath these. */
  private passedOn(): Attribution[] {
    const statements = this.document.statements!;
    const { sentences } = this.document;
    const sentencesPassing = this.sentencesPassing();
    if (sentencesPassing.size === 0) return [...statements];
    const isNamed = namedTokens(this.document);
    const given: Attribution[] = [];
    const groups = new Map<number, Link[]>();
    for (const [position, statement] of statements.entries()) {
      const place = rangesOf(this.document, statement.cue ?? statement.content)[0];
      const sentence = place === undefined ? undefined : sentenceOf(sentences!, place.first);
      if (!sentence || !sentencesPassing.has(sentence.first)) given.push(statement);
      else groups.set(sentence.first, [...(groups.get(sentence.first) ?? []), this.linkOf(statement, position)]);
    }
    for (const [first, links] of groups) {
      const sentence = sentenceOf(sentences!, first);
      const words = this.wordsOf(sentence);
      const tree = new SentenceTree(this.document.tokens!, sentence);
      const made = new Map<Link, Attribution>();
      const make = (link: Link): Attribution => {
        const known = made.get(link);
        if (known) return known;
        const parent = link.parent ? make(link.parent) : null;
        const statement = link.position === null ? null : statements[link.position];
        const attribution = statement
          ? parent
            ? { ...statement, parent: parent.id, relayDepth: parent.relayDepth + 1 }
            : statement
          : this.toStatement({ ...link, cue: link.cue!, rule: link.rule! }, parent, link.confidence);
        made.set(link, attribution);
        return attribution;
      };
      const passed = {
        citing: findCiting(words, tree, isNamed),
        quotedBy: findQuotedBy(words, tree),
        quotedAs: findQuotedAs(words, tree),
      };
      given.push(...passOn(links, passed).map(make));
    }
    return given;
  }

  private linkOf({ source, cue, content, confidence }: Attribution, position: number): Link {
    const whole = (role: Role | null): Range | null => {
      const ranges = rangesOf(this.document, role);
      return ranges.length === 0 ? null : { first: ranges[0].first, last: ranges[ranges.length - 1].last };
    };
    return {
      position,
      source: whole(source),
      cue: whole(cue),
      content: rangesOf(this.document, content),
      confidence,
      rule: null,
      parent: null,
    };
  }

  /** First tokens of the sentences that hold a word by which sources pass on others. */
  private sentencesPassing(): Set<number> {
    const { lexeme, length } = this.document.tokens!;
    const found = new Set<number>();
    for (let t = 0; t < length; t++)
      if (PASSING.has(this.lexicon.lowers[lexeme[t]])) found.add(sentenceOf(this.document.sentences!, t).first);
    return found;
  }

  /** The statements within a statement's content, each with its parent, but for those with cues that are known. */
  private within(outer: Attribution, known: readonly Range[]): Attribution[] {
    const cue = rangesOf(this.document, outer.cue);
    const regions = this.regionsOf(outer.content, cue[0]);
    const isKnown = (relay: Relay): boolean => [...known, ...cue].some((other) => endsIn(relay.cue, other));
    const relays = regions.map((region, n) => {
      const next = regions[n + 1];
      const goesOn = next !== undefined && next.first !== region.last;
      const ground = this.groundOf(region, goesOn ? next : null);
      if (!ground) return [];
      const verbs = findVerbs(ground);
      // "gave assurances that" is a verb of the lists, and its noun is one too.
      const nouns = findNouns(ground).filter(({ cue }) => !verbs.some((verb) => holds([verb.cue], cue)));
      return [...verbs, ...nouns, ...findAccording(ground)].filter((relay) => !isKnown(relay));
    });
    return this.nest(outer, relays);
  }

  /**
   * Gives each relay the least one around it as its parent, or the statement outside.
   *
   * @param relays those of each region; a content goes on into the next region at most, so no others are looked at
   */
  private nest(outer: Attribution, relays: readonly (readonly Relay[])[]): Attribution[] {
    const made = new Map<Relay, Attribution>();
    for (const [n, own] of relays.entries()) {
      const bySize = [...(relays[n - 1] ?? []), ...own].sort((a, b) => sizeOf(b) - sizeOf(a));
      for (const [i, relay] of bySize.entries()) {
        if (made.has(relay)) continue;
        const around = bySize.slice(0, i).findLast((other) => made.has(other) && holds(other.content, relay.cue));
        const parent = around ? made.get(around)! : outer;
        made.set(relay, this.toStatement(relay, parent, RELAY_RULES[relay.rule].confidence * parent.confidence));
      }
    }
    return [...made.values()];
  }

  private toStatement(relay: Relay, parent: Attribution | null, confidence: number): Attribution {
    const [source, cue, content] = [relay.source ? [relay.source] : [], [relay.cue], relay.content].map((ranges) =>
      roleOf(this.document, ranges),
    );
    const spans = [source, cue, content].map((role) => role?.spans ?? []);
    return {
      id: statementId(this.document.textSha256, spans[0], spans[1], spans[2]),
      kind: kindOfContent(this.document, relay.content),
      source,
      cue,
      content,
      parent: parent?.id ?? null,
      relayDepth: parent ? parent.relayDepth + 1 : 0,
      confidence: Math.round(100 * confidence) / 100,
      why: [RELAY_RULES[relay.rule].why],
    };
  }

  /** The tokens of a content, cut at the ends of sentences; "the mayor … to have said that" of "the mayor is thought to have said that" is one. */
  private regionsOf(content: Role | null, cue: Range | undefined): Range[] {
    const ranges = rangesOf(this.document, content);
    const [subject, rest] = ranges;
    const isAround = ranges.length === 2 && cue !== undefined && subject.last <= cue.first && rest.first === cue.last;
    const isPassive = isAround && this.lexicon.lowers[this.document.tokens!.lexeme[rest.first]] === 'to';
    const whole = isPassive ? [{ first: subject.first, last: rest.last }] : ranges;
    return whole.flatMap(({ first, last }) => {
      const regions: Range[] = [];
      for (let t = first; t < last; ) {
        const end = Math.min(last, sentenceOf(this.document.sentences!, t).last);
        regions.push({ first: t, last: end });
        t = end;
      }
      return regions;
    });
  }

  /** What the rules look at; undefined where no word of a region can be a cue. */
  private groundOf(region: Range, next: Range | null): Ground | undefined {
    const tokens = this.document.tokens!;
    const sentence = sentenceOf(this.document.sentences!, region.first);
    const words = this.wordsOf(sentence);
    const scouted = this.scout.look(tokens, words, region);
    return scouted && { words, tree: new SentenceTree(tokens, sentence), region, scouted, next };
  }

  private wordsOf(sentence: Range): SentenceWords {
    return new SentenceWords(this.document.tokens!, sentence, this.lexicon, this.memory);
  }
}

/** Whether a cue ends within another one: "is said" in "is said", but not "is said to have told". */
function endsIn(cue: Range, other: Range): boolean {
  return cue.last > other.first && cue.last <= other.last;
}

function sizeOf({ content }: Relay): number {
  return content.reduce((sum, { first, last }) => sum + last - first, 0);
}

function holds(content: readonly Range[], cue: Range): boolean {
  return content.some(({ first, last }) => first <= cue.first && cue.last <= last);
}

const firstOffset = ({ source, cue, content }: Attribution): number =>
  Math.min(...[source, cue, content].map((role) => role?.spans[0][0] ?? Infinity));

/** In order of the text; an outer statement before those that begin where it does. */
function byText(a: Attribution, b: Attribution): number {
  return firstOffset(a) - firstOffset(b) || a.relayDepth - b.relayDepth;
}
