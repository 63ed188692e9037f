/** Lays "citing", "quoted by" and "quoted as saying" over the statements of a sentence: which of them another source passes on. */
import { overlaps, type Range } from '../acts/sentence-words.ts';
import type { Cited, QuotedAs, QuotedBy } from './find-passed-on.ts';
import { RELAY_RULES, type RelayRule } from './relay.ts';

/** A statement by its tokens, while it is decided what it stands in. */
export interface Link {
  /** Its position among the statements found before, or null where a rule of this folder found it. */
  readonly position: number | null;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly content: readonly Range[];
  readonly confidence: number;
  readonly rule: RelayRule | null;
  readonly parent: Link | null;
}

/** What a sentence says of who passes on whom. */
export interface PassedOn {
  readonly citing: readonly Cited[];
  readonly quotedBy: readonly QuotedBy[];
  readonly quotedAs: readonly QuotedAs[];
}

/**
 * The statements of a sentence, each with the one that passes it on as its parent. A statement that had taken the cited source for a
 * content, or the words "quoted … as saying" for its cue, gives way.
 *
 * @example
 * passOn(links, { citing, quotedBy: [], quotedAs: [] }).length; // one more than before
 */
export function passOn(links: readonly Link[], { citing, quotedBy, quotedAs }: PassedOn): Link[] {
  let now = [...links];
  for (const { sources, content } of quotedAs) {
    const span = {
      first: Math.min(...sources.map(({ cue }) => cue.first)),
      last: Math.max(...sources.map(({ cue }) => cue.last)),
    };
    const given = now.filter(({ cue, source }) => (cue ? overlaps(cue, span) : source === null));
    const contents = given
      .map((link) => link.content.filter((part) => !sources.some(({ source }) => overlaps(part, source))))
      .filter((parts) => parts.length > 0);
    const told = contents.sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? (content ? [content] : null);
    if (!told) continue;
    const confidence = RELAY_RULES.quoted.confidence;
    now = now.filter((link) => !given.includes(link));
    let parent: Link | null = null;
    for (const one of sources) {
      parent = { position: null, ...one, content: told, confidence, rule: 'quoted', parent };
      now.push(parent);
    }
  }
  for (const { cue, source, by } of citing) {
    const hosts = now.filter(
      (link) =>
        link.source !== null &&
        link.cue !== null &&
        link.content.length > 0 &&
        !overlaps(link.cue, cue) &&
        !link.content.some((part) => overlaps(part, cue) || overlaps(part, source)) &&
        // "the agency, which cites two officials,": the clause is a part of the source.
        (by === undefined
          ? !overlaps(link.source, cue) && !overlaps(link.source, source)
          : by >= link.source.first && by < link.source.last),
    );
    const [host] = hosts.sort((a, b) => distance(a.cue!, cue) - distance(b.cue!, cue));
    if (!host) continue;
    now = now.filter((link) => !(link.cue && overlaps(link.cue, cue)));
    const confidence = RELAY_RULES.citing.confidence * host.confidence;
    now.push({ position: null, source, cue, content: host.content, confidence, rule: 'citing', parent: host });
  }
  for (const { cue, source, quoted } of quotedBy) {
    const host = now.find(
      (link) =>
        link.source !== null && link.content.length > 0 && link.parent === null && isQuoted(link.source, quoted, cue),
    );
    if (!host) continue;
    const confidence = RELAY_RULES.quoted.confidence * host.confidence;
    const above: Link = {
      position: null,
      source,
      cue,
      content: host.content,
      confidence,
      rule: 'quoted',
      parent: null,
    };
    const below: Link = { ...host, parent: above };
    now = [...now.filter((link) => link !== host), above, below].map((link) =>
      link.parent === host ? { ...link, parent: below } : link,
    );
  }
  return now;
}

/** Whether "quoted by" speaks of a source: it hangs on its head, or stands in it or right behind it. */
function isQuoted(source: Range, quoted: number, cue: Range): boolean {
  if (quoted >= source.first && quoted < source.last) return true;
  return cue.first >= source.first && cue.first <= source.last + 2;
}

function sizeOf(parts: readonly Range[]): number {
  return parts.reduce((sum, { first, last }) => sum + last - first, 0);
}

function distance(a: Range, b: Range): number {
  return Math.max(a.first, b.first) - Math.min(a.last, b.last);
}
