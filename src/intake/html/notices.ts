/**
 * Notices by their words: what sites put between and after an article's paragraphs, in the phrases that they put it in.
 */

type Row = readonly [reason: string, longest: number, pattern: RegExp];

const NOTICES: readonly Row[] = [
  [
    'advertisement',
    60,
    /^(?:advertisements?|adverts?|ads?|sponsored(?: content| by.*)?|paid (?:content|post)|promoted(?: content)?|publicidade|publicidad|pubblicità|iklan|reklama|reclame|anzeige|werbung|publicité)\W*$/i,
  ],
  [
    'advertisement',
    120,
    /^(?:(?:the |this )?(?:story|article|post) continues (?:below|after)|scroll (?:down )?(?:for|to) (?:more|continue|read)|continue reading (?:below|the main story))/i,
  ],
  [
    'related links',
    260,
    /^(?:read (?:more|also|next|the full|this)\b|also read\b|(?:read )?(?:see|related)(?: also)?\s*[:|-]|related (?:articles?|stor(?:y|ies)|posts?|content|topics?|news|links?|coverage|video)\b|more (?:on|from|stories|news|about|(?:great|top|of the|must)[^.]*(?:stor(?:y|ies)|reads?)|[\w ]{0,20}(?:stories|articles|headlines|coverage))\b[^.]*$|recommended(?: for you| reading| stories)?\W*$|don['’]t miss\s*[:|-]|must[ -]reads?\W|you (?:may|might) (?:also )?(?:like|be interested)|further reading\W*$|editor['’]?s['’]? (?:picks?|choice)|trending(?: now)?\W*$|in case you missed|what to read next|top stories|latest (?:news|stories)\W*$|(?:watch|listen|photos?|gallery|video|opinion|analysis|explainer|fact check|see more|learn more|next|previous|up next)\s*[:|»>→]|most (?:read|popular)\b|(?:click|tap) (?:here|through)\b)/i,
  ],
  [
    'newsletter box',
    400,
    /(?:sign[ -]?up (?:for|to) (?:our|the|get|receive|a|[\w' ]{0,30}newsletter)|subscribe to (?:our|the|[\w' ]{0,30}newsletter|my)|(?:straight|delivered|sent|right) (?:directly )?(?:in)?to your inbox|(?:daily|weekly|morning|free|email|e-mail) newsletter|get (?:our|the) (?:latest|best|top|daily)[^.]{0,60}(?:inbox|newsletter|email)|enter your email|thank you for subscribing|you can unsubscribe)/i,
  ],
  [
    'newsletter box',
    160,
    /^(?:don['’]t miss (?:a thing|out|the news)\b|join (?:the |our |over |more than )*[\d,.]+k? )/i,
  ],
  [
    'sharing buttons',
    60,
    /^(?:share|tweet|pin|e-?mail|print|whats ?app|facebook|twitter|linked ?in|pinterest|reddit|telegram|copy (?:the )?link|save|like|bookmark|flipboard|messenger)(?:\W+(?:this|on|via|to|story|article|post|page|share|tweet|pin|e-?mail|print|whats ?app|facebook|twitter|linked ?in|pinterest|reddit|telegram|save))*\W*\d*\W*$/i,
  ],
  [
    'sharing buttons',
    220,
    /^(?:follow|like|find|join|connect with) (?:us|me|him|her|them|@?[\w .'’]{2,50}) (?:on|at|via) (?:@|our |my )?(?:facebook|twitter|instagram|linkedin|telegram|whatsapp|youtube|google)/i,
  ],
  [
    'comments',
    140,
    /^(?:\d+ )?(?:comments?|responses?)(?: \(\d+\))?\W*$|^(?:leave|post|add|write) (?:a|your) (?:comment|reply)|^(?:view|show|read|hide|load|see) (?:all )?(?:\d+ )?comments|^(?:join|start) the (?:conversation|discussion)|^have your say|^comments are (?:closed|moderated|off)|^(?:what do you think|let us know)\b.{0,60}\bcomments?\b/i,
  ],
  ['tags', 300, /^(?:tags?|topics?|filed under|categories|keywords|posted in|more about)\s*:/i],
  [
    'footer',
    420,
    /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b|\bmay not be (?:published|reproduced|broadcast|redistributed)\b|^our standards:|^terms (?:of (?:use|service)|and conditions)|^privacy policy/i,
  ],
  [
    'about the author',
    260,
    /^(?:about the authors?\W*$|(?:contact|email|e-mail|reach|write to) (?:the )?(?:author|reporter|writer|him|her|us|[\p{Lu}][\w'’]+(?: [\p{Lu}][\w'’]+)?) (?:at|on|via|:)|follow (?:him|her|them|the author) )/iu,
  ],
  [
    'navigation',
    60,
    /^(?:skip to (?:main )?content|back to (?:top|home)|go to top|home|menu|search|close|show more|load more|see all|view all|(?:next|previous)(?: (?:article|post|story|page))?|loading)\W*$/i,
  ],
  [
    'cookie notice',
    400,
    /\b(?:we|this (?:web)?site) uses? (?:[\w-]+ ){0,2}cookies\b|\baccept (?:all )?cookies\b|\bcookie (?:policy|settings|preferences)\b/i,
  ],
  [
    'video or gallery',
    100,
    /^(?:(?:play|watch)(?: the)? video|video (?:player|unavailable)|now playing|click to (?:view|enlarge|expand|play)|view (?:gallery|photos?|slideshow)|hide caption|toggle caption|enlarge (?:this )?image|\d+ of \d+|image \d+ of \d+|media playback is)/i,
  ],
  [
    'paywall notice',
    300,
    /^(?:already a (?:subscriber|member)\b|subscribe (?:now )?to (?:continue|keep|read)|to continue reading|this (?:article|story) is (?:only )?(?:for|available to) (?:our )?(?:paying )?(?:subscribers|members))/i,
  ],
];

const CAPTION =
  /^(?:\(?(?:photo|image|picture|pic|file photo|file image|illustration|graphic|foto|video)(?: (?:credit|courtesy|source|by|via))?\s*[:/|]|\(?(?:image|photo|picture|media) (?:credit|source|courtesy|copyright)s?\b|(?:getty images|ap photo|reuters\/)\W*.{0,60}$)/i;

/**
 * The reason why a block of these words is no part of the article; null where its words say no such thing.
 *
 * @example
 * noticeReason('Read more: Harbour reopens'); // 'related links'
 */
export function noticeReason(text: string): string | null {
  for (const [reason, longest, pattern] of NOTICES) {
    if (text.length <= longest && pattern.test(text)) return reason;
  }
  return null;
}

/**
 * Whether a block calls itself the caption or the credit of a picture.
 *
 * @example
 * isCaption('Photo: A. Example/Northwire'); // true
 */
export function isCaption(text: string): boolean {
  return text.length < 300 && CAPTION.test(text);
}
