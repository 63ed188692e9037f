/**
 * What the names in markup say: words of class and id attributes that news sites use for the furniture around an article, and
 * for its parts. General words only, none of a single site. The first line that matches wins.
 *
 * A name is cut into lower-case words ("relatedPosts", "related-posts" and "related_posts" are "related posts"), and each
 * pattern is matched on whole words.
 */

type Row = readonly [reason: string, pattern: string];

const FURNITURE: readonly Row[] = [
  [
    'hidden text',
    'hidden|visually hidden|visuallyhidden|sr only|screen reader|screen reader text|noprint|invisible|hide',
  ],
  ['cookie notice', 'cookies?|consent|gdpr|ccpa|onetrust'],
  [
    'advertisement',
    'ad|ads|advert|adverts|advertisement|advertisements|advertising|advertorial|adsense|adsbygoogle|adbox|adslot|adunit|adwrap|adcontainer|banner|banners|dfp|gpt|sponsor|sponsors|sponsored|sponsorship|promo|promos|promotion|promoted|outbrain|taboola|revcontent|mgid|zergnet|affiliate|merchandise|products?|shop',
  ],
  [
    'newsletter box',
    'newsletter|newsletters|signup|sign up|subscribe|subscribers?|subscription|optin|opt in|mailchimp|mailing list|call to action|cta|donate|donation|support us',
  ],
  ['paywall notice', 'paywall|regwall|piano|meter|metered|subscriber only'],
  [
    'comments',
    'comment|comments|commentlist|disqus|respond|reply|replies|discussion|fb comments|livefyre|viafoura|coral',
  ],
  [
    'sharing buttons',
    'share|shares|sharing|sharebar|sharetools|sharethis|shareaholic|sharedaddy|addthis|addtoany|a2a kit|social|socials|socialmedia|follow|follow us|followus|like button|jp relatedposts|print|email',
  ],
  [
    'related links',
    'related|relateds|relatedposts|related posts|relatedlinks|recommend|recommends|recommended|recommendation|recommendations|recirc|recirculation|read more|readmore|read also|read next|also read|also like|more stories|more from|more on|morefrom|most read|mostread|most popular|mostpopular|most viewed|popular|trending|up next|upnext|next article|next post|previous post|prev next|post navigation|latest|latest news|recent|recent posts|recentposts|top stories|topstories|see also|suggested|suggestions|teaser|teasers|promobox|story list|headlines|yarpp|further reading|readnext|onward|inline link|story timeline|in this story|story package',
  ],
  [
    'about the author',
    'author bio|author box|authorbox|author info|author profile|author description|about author|about the author|bio|biography|author card|author details|contributor|contributors|post author',
  ],
  [
    'tags',
    'tags|taglist|tag list|tag cloud|post tags|topics|topic list|keywords|categories|category list|cat links|entry footer',
  ],
  [
    'navigation',
    'nav|navbar|navigation|menu|menus|submenu|megamenu|breadcrumb|breadcrumbs|pagination|pager|toc|skip|skip link|masthead|topbar|toolbar|sitemap|tabs|search|login|site header|page header|global header',
  ],
  ['footer', 'footer|colophon|copyright|disclaimer|legal|site info'],
  [
    'side column',
    'sidebar|side bar|rail|right rail|right column|right col|side column|sidecol|widget|widgets|secondary',
  ],
  [
    'overlay',
    'modal|popup|popover|popout|rollover|hovercard|hover card|flyout|dropdown|overlay|lightbox|tooltip|dialog|toast|snackbar|interstitial|notification|notifications|alert',
  ],
  [
    'video or gallery',
    'jwplayer|video player|media player|audio player|player container|player wrapper|video container|gallery|slideshow|carousel|slider|swiper|slick|playlist',
  ],
  ['poll or form', 'poll|quiz|survey|form|rating|ratings|vote|feedback|correction form|calculator'],
];

const PARTS: readonly Row[] = [
  ['credit', 'credit|credits|photo credit|image credit|media credit|img credit|photographer|attribution'],
  ['caption', 'caption|captions|figcaption|cutline|wp caption|image caption|photo caption|media caption|legend'],
  [
    'byline',
    'byline|bylines|by line|byauthor|authors?|author name|writer|writers|reporter|entry meta|post meta|article meta|postmeta|metadata|article info|story meta|article details|entry info|post info|td post author name',
  ],
  [
    'dateline',
    'timestamp|time stamp|dateline|date line|date|dates|datetime|pubdate|publish date|published|post date|posted on|entry date|article date|updated|last updated|read time|reading time',
  ],
  [
    'standfirst',
    'standfirst|dek|deck|subtitle|sub title|subheadline|sub headline|subhed|article summary|article subtitle|article description|entry subtitle|article dek|story summary',
  ],
  ['quotation', 'pullquote|pull quote|pullquotes|pull quotes'],
];

/** Names of the element that holds an article's text, and little else. */
const BODY =
  /(?:^| )(?:(?:article|story|post|entry|news|page|content|blog|main) ?(?:body|content|text|copy|main|detail|details|entry|container|wrapper)|body (?:text|copy|content)|rich ?text|td post content|the content|articletext|newstext|hentry) /;

const compile = (rows: readonly Row[]) =>
  rows.map(([reason, pattern]): readonly [string, RegExp] => [reason, new RegExp(` (?:${pattern}) `)]);
const furniture = compile(FURNITURE);
const parts = compile(PARTS);

/** What the names of one element say. */
export interface NameMeaning {
  readonly furniture: string | null;
  /** Whether it names the body of an article. */
  readonly body: boolean;
  readonly part: 'credit' | 'caption' | 'byline' | 'dateline' | 'standfirst' | 'quotation' | null;
}

const known = new Map<string, NameMeaning>();
/** Names kept in mind; beyond this many the memory begins anew. */
const MOST_KNOWN = 20_000;
const LONGEST_NAME = 300;

/**
 * What a class or id says about its element.
 *
 * @example
 * meaningOf('relatedPosts col-4').furniture; // 'related links'
 */
export function meaningOf(names: string): NameMeaning {
  const met = known.get(names);
  if (met) return met;
  const plain = ` ${names
    .slice(0, LONGEST_NAME)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim()} `;
  const match = (rows: readonly (readonly [string, RegExp])[]) =>
    rows.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  const meaning = { furniture: match(furniture), body: BODY.test(plain), part: match(parts) as NameMeaning['part'] };
  if (known.size > MOST_KNOWN) known.clear();
  known.set(names, meaning);
  return meaning;
}
