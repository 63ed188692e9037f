/**
 * What a page says about its article: JSON-LD, Open Graph and other meta elements, microdata, time elements, links, bylines.
 *
 * Every value is kept with where it was found, the winner first: JSON-LD of an article type, then microdata, Open Graph and
 * its kin, named meta elements, elements of the page. One pass over the elements.
 */
import { decodeHTML } from 'entities';
import type { Article, Candidate, Warning } from '../../reading/reading.ts';
import { isDateLine, isoDate } from '../head/line-kinds.ts';
import type { Markup, MarkupNode } from './markup.ts';
import { attributeOf, textOf } from './text-of.ts';
import { meaningOf } from './vocabulary.ts';

export type ArticleField = Exclude<keyof Article, 'candidates' | 'language'>;
export type Candidates = Readonly<Partial<Record<ArticleField | 'standfirst' | 'section', readonly Candidate[]>>>;

export interface PageMetadata {
  readonly candidates: Candidates;
  readonly warnings: readonly Warning[];
  /** The body as JSON-LD gives it, where it does. */
  readonly articleBody: string | null;
  /** Schema.org type of the page's article, such as "NewsArticle"; null where none is named. */
  readonly type: string | null;
}

const FIELDS: readonly ArticleField[] = ['title', 'outlet', 'byline', 'published', 'modified', 'url', 'credit'];
const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting|NewsArticle|Report|Review|SocialMediaPosting)$/;
const LONGEST_VALUE = 1_000;
/** JSON-LD larger than this is not read. */
const LONGEST_JSON = 4_000_000;
/** A name longer than this beside a title is part of the title. */
const LONGEST_OUTLET = 40;
/** Values kept of one field. */
const MOST_VALUES = 24;

/** Meta elements by name or property, with the field that they fill; in order of preference. */
const META: readonly (readonly [name: string, field: keyof Candidates])[] = [
  ['og:title', 'title'],
  ['citation_title', 'title'],
  ['dc.title', 'title'],
  ['dcterms.title', 'title'],
  ['sailthru.title', 'title'],
  ['parsely-title', 'title'],
  ['twitter:title', 'title'],
  ['og:site_name', 'outlet'],
  ['application-name', 'outlet'],
  ['dc.publisher', 'outlet'],
  ['citation_publisher', 'outlet'],
  ['copyright', 'outlet'],
  ['article:author', 'byline'],
  ['og:article:author', 'byline'],
  ['author', 'byline'],
  ['byl', 'byline'],
  ['dc.creator', 'byline'],
  ['dcterms.creator', 'byline'],
  ['sailthru.author', 'byline'],
  ['parsely-author', 'byline'],
  ['citation_author', 'byline'],
  ['article:published_time', 'published'],
  ['og:article:published_time', 'published'],
  ['og:published_time', 'published'],
  ['datepublished', 'published'],
  ['article.published', 'published'],
  ['pubdate', 'published'],
  ['publishdate', 'published'],
  ['publish-date', 'published'],
  ['publication_date', 'published'],
  ['parsely-pub-date', 'published'],
  ['sailthru.date', 'published'],
  ['dc.date.issued', 'published'],
  ['dcterms.created', 'published'],
  ['dc.date', 'published'],
  ['citation_publication_date', 'published'],
  ['date', 'published'],
  ['article:modified_time', 'modified'],
  ['og:updated_time', 'modified'],
  ['datemodified', 'modified'],
  ['last-modified', 'modified'],
  ['dcterms.modified', 'modified'],
  ['og:url', 'url'],
  ['twitter:url', 'url'],
  ['og:description', 'standfirst'],
  ['description', 'standfirst'],
  ['twitter:description', 'standfirst'],
  ['article:section', 'section'],
];
const META_RANK = new Map(META.map(([name, field], rank) => [name, { field, rank }]));

interface Ranked extends Candidate {
  readonly rank: number;
}

/**
 * Everything that a page says about its article.
 *
 * @example
 * pageMetadata(parseMarkup('<title>Ferry sinks</title>')).candidates.title; // [{ value: 'Ferry sinks', from: 'title' }]
 */
export function pageMetadata(markup: Markup): PageMetadata {
  const { source, elements } = markup;
  const found: Partial<Record<keyof Candidates, Ranked[]>> = {};
  const warnings: Warning[] = [];
  let articleBody: string | null = null;
  let type: string | null = null;
  let bylines = 0;
  let times = 0;

  const add = (field: keyof Candidates, value: string, from: string, rank: number) => {
    const plain = clean(field, value, from);
    if (plain === '') return;
    const list = (found[field] ??= []);
    if (list.length < MOST_VALUES && !list.some((other) => other.value === plain && other.from === from)) {
      list.push({ value: plain, from, rank });
    }
  };
  const linkedData = (node: MarkupNode) => {
    for (const item of articlesIn(source, node)) {
      type ??= typesOf(item).find((name) => ARTICLE_TYPE.test(name)) ?? null;
      readItem(item, add);
      const body = stringOf(item.articleBody);
      if (body && body.length > (articleBody?.length ?? 0)) articleBody = body;
      if (item.isAccessibleForFree === false || /^false$/i.test(stringOf(item.isAccessibleForFree) ?? '')) {
        warnings.push({
          code: 'W_PARTIAL',
          message: 'The page says that its article is not free to read: the text may be its beginning only.',
        });
      }
    }
  };

  for (const node of elements) {
    const { tag, attributes } = node;
    if (tag === 'script') {
      if (/^\s*application\/ld\+json/i.test(attributes.type ?? '')) linkedData(node);
      continue;
    }
    if (tag === 'meta') {
      const name = (attributes.property ?? attributes.name ?? '').toLowerCase();
      const known = META_RANK.get(name);
      if (known) {
        const label = attributes.property === undefined ? `meta[name=${name}]` : name;
        add(known.field, attributeOf(node, 'content'), label, 200 + known.rank);
      }
    } else if (tag === 'title') {
      if (node.parent?.tag !== 'svg') add('title', textOf(source, node, LONGEST_VALUE), 'title', 400);
    } else if (tag === 'link') {
      if (/\bcanonical\b/i.test(attributes.rel ?? ''))
        add('url', attributeOf(node, 'href'), 'link[rel=canonical]', 150);
    } else if (tag === 'h1') {
      add('title', textOf(source, node, LONGEST_VALUE), 'h1', 300);
    } else if (tag === 'time' && times < MOST_VALUES) {
      const stamp = attributeOf(node, 'datetime');
      if (stamp) {
        times++;
        const modified = /modif|updat/i.test(`${attributes.itemprop ?? ''} ${attributes.class ?? ''}`);
        add(modified ? 'modified' : 'published', stamp, 'time[datetime]', 320);
      }
    }
    const property = attributes.itemprop;
    if (property !== undefined) microdata(source, node, property, add);
    if (
      bylines < 8 &&
      (/\bauthor\b/i.test(attributes.rel ?? '') || (attributes.class && meaningOf(attributes.class).part === 'byline'))
    ) {
      const text = textOf(source, node, 200);
      if (text.length > 3 && text.length < 120) {
        bylines++;
        add('byline', text, 'byline', 350);
      }
    }
  }
  const candidates: Partial<Record<keyof Candidates, Candidate[]>> = {};
  for (const [field, list] of Object.entries(found) as [keyof Candidates, Ranked[]][]) {
    list.sort((a, b) => a.rank - b.rank);
    candidates[field] = list.map(({ value, from }) => ({ value, from }));
  }
  return { candidates, warnings, articleBody, type };
}

/**
 * The winner of each field, with all candidates beside them.
 *
 * @example
 * winners({ title: [{ value: 'Ferry sinks', from: 'og:title' }] }).title; // 'Ferry sinks'
 */
export function winners(found: Candidates): Article {
  const titles = bareTitleFirst(found.title ?? []);
  const outlets = [...(found.outlet ?? []), ...outletsIn(titles)];
  const candidates = { ...found, title: titles, outlet: outlets };
  const article = Object.fromEntries(FIELDS.map((field) => [field, candidates[field]?.[0]?.value ?? null]));
  const kept = Object.entries(candidates).filter(([, list]) => list.length > 0);
  return { ...(article as Record<ArticleField, string | null>), language: null, candidates: Object.fromEntries(kept) };
}

/** Where the winner is another title with the outlet's name before or behind it, the other one wins. */
function bareTitleFirst(titles: readonly Candidate[]): readonly Candidate[] {
  const value = titles[0]?.value ?? '';
  const bare = titles.find(
    (title) =>
      title.value.length > 12 &&
      ((value.startsWith(title.value) && /^\s*[|–—:·•»-]/.test(value.slice(title.value.length))) ||
        (value.endsWith(title.value) && /[|–—:·•»-]\s*$/.test(value.slice(0, -title.value.length)))),
  );
  return bare ? [bare, ...titles.filter((title) => title !== bare)] : titles;
}

/** The outlet's name as pages put it before or behind their title: what a longer title has more than the winner. */
function outletsIn(titles: readonly Candidate[]): readonly Candidate[] {
  const winner = titles[0]?.value ?? '';
  if (winner === '') return [];
  return titles.flatMap(({ value, from }) => {
    const rest = value.startsWith(winner)
      ? /^\s*[|–—:·•»-]\s*(\S.*)$/.exec(value.slice(winner.length))
      : value.endsWith(winner)
        ? /^(.*\S)\s*[|–—:·•»-]\s*$/.exec(value.slice(0, -winner.length))
        : null;
    const name = rest?.[1] ?? '';
    return name !== '' && name.length <= LONGEST_OUTLET && !/[|–—:·•»]/.test(name) ? [{ value: name, from }] : [];
  });
}

type Add = (field: keyof Candidates, value: string, from: string, rank: number) => void;
type Item = Record<string, unknown>;

function microdata(source: string, node: MarkupNode, property: string, add: Add): void {
  const value = () =>
    attributeOf(node, 'content') || attributeOf(node, 'datetime') || textOf(source, node, LONGEST_VALUE);
  for (const name of property.split(/\s+/)) {
    if (name === 'headline') add('title', value(), 'microdata', 100);
    else if (name === 'datePublished') add('published', value(), 'microdata', 100);
    else if (name === 'dateModified') add('modified', value(), 'microdata', 100);
    else if (name === 'author' && !('itemscope' in node.attributes)) add('byline', value(), 'microdata', 100);
    else if (name === 'name') {
      const holder = holderOf(node);
      if (holder === 'author') add('byline', value(), 'microdata', 100);
      else if (holder === 'publisher') add('outlet', value(), 'microdata', 100);
    }
  }
}

/** The property whose item a nested name belongs to. */
function holderOf(node: MarkupNode): string | null {
  let at = node.parent;
  for (let step = 0; at !== null && step < 8; step++, at = at.parent) {
    if ('itemscope' in at.attributes) return at.attributes.itemprop ?? null;
  }
  return null;
}

function articlesIn(source: string, node: MarkupNode): Item[] {
  const text = node.children[0];
  if (!text || text.end - text.start > LONGEST_JSON) return [];
  const raw = source
    .slice(text.start, text.end)
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, '');
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    try {
      // Raw line breaks inside strings are the commonest fault.
      value = JSON.parse(raw.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*(?=[}\]])/g, ''));
    } catch {
      return [];
    }
  }
  const articles: Item[] = [];
  const named = new Map<unknown, Item>();
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && at < 2_000; at++) {
    const item = queue[at];
    if (Array.isArray(item)) queue.push(...item.slice(0, 500));
    else if (isItem(item)) {
      if (typeof item['@id'] === 'string' && item.name !== undefined) named.set(item['@id'], item);
      if (typesOf(item).some((name) => ARTICLE_TYPE.test(name))) articles.push(item);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'subjectOf']) {
        if (item[key] !== undefined && typeof item[key] === 'object') queue.push(item[key]);
      }
    }
  }
  // A graph names its publisher and authors apart from the article, which refers to them by @id.
  return articles.map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([key, value]) => [key, isItem(value) ? (named.get(value['@id']) ?? value) : value]),
    ),
  );
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);
const typesOf = (item: Item): string[] =>
  (Array.isArray(item['@type']) ? item['@type'] : [item['@type']]).filter(
    (name): name is string => typeof name === 'string',
  );
const stringOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : Array.isArray(value) && typeof value[0] === 'string' ? value[0] : null;

function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesOf);
  return isItem(value) ? namesOf(value.name ?? []) : [];
}

function readItem(item: Item, add: Add): void {
  const put = (field: keyof Candidates, value: unknown, rank: number) => {
    const text = stringOf(value);
    if (text) add(field, text, 'json-ld', rank);
  };
  put('title', item.headline, 0);
  put('title', item.name, 1);
  put('published', item.datePublished, 0);
  put('published', item.dateCreated, 1);
  put('modified', item.dateModified, 0);
  put('standfirst', item.description, 0);
  put('section', item.articleSection, 0);
  const page = item.mainEntityOfPage;
  put('url', item.url, 0);
  put('url', isItem(page) ? page['@id'] : page, 1);
  const authors = namesOf(item.author ?? item.creator);
  if (authors.length > 0) add('byline', authors.join(', '), 'json-ld', 0);
  const [publisher] = namesOf(item.publisher);
  if (publisher) add('outlet', publisher, 'json-ld', 0);
  for (const credit of [...namesOf(item.sourceOrganization), ...namesOf(item.creditText)])
    add('credit', credit, 'json-ld', 0);
}

const NAME_LINE = /^\p{L}[\p{L}\p{M}.'’ ,&|-]{2,90}$/u;

/** A value in its plain form; '' where it cannot be one of the field. */
function clean(field: keyof Candidates, value: string, from: string): string {
  const decoded = from === 'json-ld' && value.includes('&') ? decodeHTML(value) : value;
  const plain = decoded
    .slice(0, 4 * LONGEST_VALUE)
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_VALUE);
  switch (field) {
    case 'byline': {
      const name = plain.replace(/^(?:(?:words|written|reported|text|story|posted)\s+)?by[:\s]\s*/i, '').trim();
      // An address of a profile is not a name; an element that is called a byline holds all sorts of things.
      if (/^(?:https?:)?\/\//i.test(name) || name.startsWith('@')) return '';
      return from === 'byline' && !(NAME_LINE.test(name) && /\p{Lu}/u.test(name) && !isDateLine(name)) ? '' : name;
    }
    case 'url':
      return /^https?:\/\/\S+$/i.test(plain) ? plain.replace(/#.*$/, '') : '';
    case 'published':
    case 'modified':
      return toIso(plain);
    case 'outlet':
      return plain.replace(/^(?:copyright|©|\(c\))\s*(?:\d{4})?\s*/i, '');
    default:
      return plain;
  }
}

/** A day, a time and a zone of ISO 8601; zones are often written without their colon. */
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:(Z)|([+-]\d\d):?(\d\d)?)?$/i;

/** A date in ISO 8601, with its time where that is ISO already; '' where it is no date in full. */
function toIso(value: string): string {
  const [, time, utc, hours, minutes = '00'] = INSTANT.exec(value) ?? [];
  if (time !== undefined) return time + (hours === undefined ? (utc ?? '') : `${hours}:${minutes}`);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T\d+Z?)?$/.exec(value);
  return isoDate(compact ? compact.slice(1, 4).join('-') : value) ?? '';
}
