/**
 * OPML 1.0 and 2.0, lists of feeds, through feedsmith. Outlines nest as groups; attributes that OPML does not know are kept and
 * written again, so that a list can pass through Hearsay and lose nothing that its owner's reader put in.
 */
import { generateOpml, type Opml, parseOpml } from 'feedsmith';
import { HearsayError } from '../../text/errors.ts';
import { decodeBytes } from '../charset/decode-bytes.ts';
import { failureOf, type Piece } from '../items/item.ts';

type Outline = Opml.Outline<string>;

/** A list of feeds as it stands in the file. */
export interface FeedList {
  readonly document: Opml.Document<string>;
  /** Names of the outlines' attributes that OPML does not define, as they are written. */
  readonly extraAttributes: readonly string[];
}

/** One feed of a list. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
  /** The outlines around it, the outermost first. */
  readonly groups: readonly string[];
}

const KNOWN =
  /^(?:text|type|isComment|isBreakpoint|created|category|description|xmlUrl|htmlUrl|language|title|version|url)$/i;
const DEEPEST = 64;

/**
 * Reads a list.
 *
 * @throws HearsayError E_FEED where it is damaged.
 * @example
 * parseFeedList('<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>');
 */
export function parseFeedList(text: string): FeedList {
  const extraAttributes = new Set<string>();
  for (const [outline] of text.matchAll(/<outline\s[^>]*>/gi)) {
    for (const [, name] of outline.matchAll(/\s([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
      if (!KNOWN.test(name)) extraAttributes.add(name);
    }
  }
  try {
    const options = { extraOutlineAttributes: [...extraAttributes] };
    return { document: parseOpml(text, options) as Opml.Document<string>, extraAttributes: [...extraAttributes] };
  } catch (cause) {
    const message = 'The OPML file is damaged: export the list again, or give the addresses of its feeds.';
    throw new HearsayError('E_FEED', message, { cause });
  }
}

/**
 * Writes a list as OPML 2.0, with every attribute that it was read with.
 *
 * @example
 * writeFeedList(parseFeedList(text)); // '<?xml version="1.0" …'
 */
export function writeFeedList({ document, extraAttributes }: FeedList): string {
  const dates = Object.fromEntries(
    (['dateCreated', 'dateModified'] as const).flatMap((name) => {
      const at = Date.parse(document.head?.[name] ?? '');
      return Number.isNaN(at) ? [] : [[name, new Date(at)]];
    }),
  );
  const head = document.head && { ...document.head, dateCreated: undefined, dateModified: undefined, ...dates };
  return generateOpml({ ...document, head } as Opml.Document<Date>, { extraOutlineAttributes: [...extraAttributes] });
}

/**
 * The feeds of a list, in its order, through all its groups.
 *
 * @example
 * feedsOf(parseFeedList(text))[0]; // { url: 'https://a.example/rss', title: 'A', groups: ['Wires'] }
 */
export function feedsOf({ document }: FeedList): ListedFeed[] {
  const feeds: ListedFeed[] = [];
  const walk = (outlines: readonly Outline[], groups: readonly string[]): void => {
    for (const outline of outlines) {
      const { xmlUrl, url, type, title, text, outlines: within } = outline;
      const address = xmlUrl ?? (/^(?:link|include|rss)$/i.test(type ?? '') ? url : undefined);
      if (address !== undefined) feeds.push({ url: address, title: title ?? text ?? null, groups });
      if (within && groups.length < DEEPEST) walk(within, [...groups, text ?? title ?? '']);
    }
  };
  walk(document.body?.outlines ?? [], []);
  return feeds;
}

/**
 * A list as links to its feeds.
 *
 * @example
 * [...readOpml('feeds.opml', bytes)].length; // 12
 */
export function* readOpml(name: string, bytes: Uint8Array): Generator<Piece> {
  let list: FeedList;
  try {
    list = parseFeedList(decodeBytes(bytes).text);
  } catch (cause) {
    yield failureOf(name, cause);
    return;
  }
  for (const { url, title } of feedsOf(list)) {
    const hints = { from: 'OPML', ...(title !== null && { outlet: title }) };
    yield { type: 'link', url, expects: 'list', from: name, hints, identity: null, stamp: null, fallback: null };
  }
}
