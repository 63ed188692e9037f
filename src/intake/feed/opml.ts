/**
 * OPML 1.0 and 2.0, lists of feeds, through feedsmith. Outlines nest as groups; attributes that OPML does not know are kept, so that a
 * list can pass through Hearsay (export/opml.ts writes it) and lose nothing that its owner's reader put in.
 */
import { type Opml, parseOpml } from 'feedsmith';
import { HearsayError } from '../../text/errors.ts';
import { decodeBytes } from '../charset/decode-bytes.ts';
import { failureOf, type Outline, type Piece } from '../items/item.ts';

type ParsedOutline = Opml.Outline<string>;

/** One feed of a list. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
  readonly outline: Outline;
}

const DEEPEST = 64;

/**
 * The feeds of a list, in its order, through all its groups.
 *
 * @throws HearsayError E_FEED where it is damaged.
 * @example
 * readFeedList('<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>')[0].title; // 'A'
 */
export function readFeedList(text: string): ListedFeed[] {
  const feeds: ListedFeed[] = [];
  const walk = (outlines: readonly ParsedOutline[], groups: readonly string[]): void => {
    for (const { outlines: within, xmlUrl, url, ...rest } of outlines) {
      const { type, title, text: name } = rest;
      const address = xmlUrl ?? (/^(?:link|include|rss)$/i.test(type ?? '') ? url : undefined);
      if (address !== undefined) {
        const attributes = Object.entries(rest).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        );
        const outline = { groups, attributes: Object.fromEntries(attributes) };
        feeds.push({ url: address, title: title ?? name ?? null, outline });
      }
      if (within && groups.length < DEEPEST) walk(within, [...groups, name ?? title ?? '']);
    }
  };
  walk(parse(text).body?.outlines ?? [], []);
  return feeds;
}

function parse(text: string): Opml.Document<string> {
  const names = new Set<string>();
  for (const [outline] of text.matchAll(/<outline\s[^<>]*>/gi)) {
    for (const [, name] of outline.matchAll(/\s([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) names.add(name);
  }
  try {
    return parseOpml(text, { extraOutlineAttributes: [...names] }) as Opml.Document<string>;
  } catch (cause) {
    const message = 'The OPML file is damaged: export the list again, or give the addresses of its feeds.';
    throw new HearsayError('E_FEED', message, { cause });
  }
}

/**
 * A list as links to its feeds.
 *
 * @example
 * [...readOpml('feeds.opml', bytes)].length; // 12
 */
export function* readOpml(name: string, bytes: Uint8Array): Generator<Piece> {
  let feeds: ListedFeed[];
  try {
    feeds = readFeedList(decodeBytes(bytes).text);
  } catch (cause) {
    yield failureOf(name, cause);
    return;
  }
  for (const { url, title, outline } of feeds) {
    const hints = { from: 'OPML', ...(title !== null && { outlet: title }) };
    yield {
      type: 'link',
      url,
      expects: 'list',
      from: name,
      hints,
      outline,
      identity: null,
      stamp: null,
      fallback: null,
    };
  }
}
