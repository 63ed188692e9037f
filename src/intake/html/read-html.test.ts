import { describe, expect, test } from 'vitest';
import { readHtml } from './read-html.ts';

const LEAD =
  'The harbour ferry Aldis sank off Port Marlo on Monday night, the coast guard said, with 41 people aboard.';
const SECOND =
  'Divers searched the wreck until dawn, and two boats from the island of Osk joined them, according to the mayor.';
const THIRD =
  'The company that runs the ferry, Marlo Lines, said that the ship had been inspected in August and found sound.';

const page = (body: string, head = '<title>Ferry sinks off Port Marlo | The Marlo Post</title>') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const article = (inner: string) =>
  page(`<nav><a href="/">Home</a> <a href="/s">Sport</a></nav>
  <main><article><h1>Ferry sinks off Port Marlo</h1><p>${LEAD}</p>${inner}<p>${SECOND}</p><p>${THIRD}</p></article></main>
  <footer>Marlo Post, 1 Quay Street</footer>`);

/** Blocks as "kind: words", and what was left out as "reason: words". */
function read(source: string): { kept: string[]; left: string[] } {
  const { canonical, leftOut } = readHtml(source);
  const { text } = canonical;
  return {
    kept: canonical.blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
    left: leftOut.map(({ reason, text: words }) => `${reason}: ${words}`),
  };
}

describe('readHtml', () => {
  test('headline and paragraphs stay; navigation and footer are left out with their reasons', () => {
    const { kept, left } = read(article(''));
    expect(kept).toEqual([
      'headline: Ferry sinks off Port Marlo',
      `paragraph: ${LEAD}`,
      `paragraph: ${SECOND}`,
      `paragraph: ${THIRD}`,
    ]);
    expect(left).toEqual(['navigation: Home Sport', 'footer: Marlo Post, 1 Quay Street']);
  });

  test.each([
    [
      'a block quotation',
      '<blockquote><p>“We heard the hull crack,” said Ines Korv.</p></blockquote>',
      'quotation: “We heard the hull crack,” said Ines Korv.',
    ],
    [
      'a pull quote in a side box that the text does not repeat',
      '<aside class="pull-quote">“Nobody told us to leave the deck”</aside>',
      'quotation: “Nobody told us to leave the deck”',
    ],
    [
      'an embedded post in a sharing box',
      '<div class="social"><blockquote class="post">The search goes on. — Coast Guard (@guard)</blockquote></div>',
      'quotation: The search goes on. — Coast Guard (@guard)',
    ],
    [
      'a paragraph that is one link, with a quotation',
      '<p><a href="/x">“The pumps had failed twice this year,” the union’s leader, Tor Wael, said in March.</a></p>',
      'paragraph: “The pumps had failed twice this year,” the union’s leader, Tor Wael, said in March.',
    ],
    [
      'a list',
      '<ul><li>Twelve passengers were taken to hospital in Osk.</li></ul>',
      'list: Twelve passengers were taken to hospital in Osk.',
    ],
    [
      'a caption',
      '<figure><img src="a.jpg"><figcaption>The Aldis in 2019. Photo: L. Brandt</figcaption></figure>',
      'caption: The Aldis in 2019. Photo: L. Brandt',
    ],
    ['a heading with text under it', '<h2>The search</h2>', 'paragraph: The search'],
    ['a byline', '<div class="byline">By <a href="/ines">Ines Korv</a></div>', 'byline: By Ines Korv'],
    [
      'a dateline within a paragraph',
      '<p><span class="dateline">OSK (Northwire) —</span> Nobody else was on the water that night, the guard said.</p>',
      'paragraph: OSK (Northwire) — Nobody else was on the water that night, the guard said.',
    ],
    [
      'two names in a line',
      '<div><a class="author" href="/i">Ines Korv</a> and <a class="author" href="/t">Tor Wael</a></div>',
      'byline: Ines Korv and Tor Wael',
    ],
    ['a date', '<time datetime="2026-11-17">17 November 2026</time>', 'dateline: 17 November 2026'],
    ['a table row', '<table><tr><td>Port Marlo</td><td>41 aboard</td></tr></table>', 'paragraph: Port Marlo 41 aboard'],
    ['lines parted by two breaks', `<div>${THIRD} Yes.<br><br>And then.</div>`, 'paragraph: And then.'],
    [
      'a credit',
      '<p>(Reporting by Ines Korv; Editing by Tor Wael)</p>',
      'credit: (Reporting by Ines Korv; Editing by Tor Wael)',
    ],
  ])('%s is kept as a block of its kind', (_, inner, expected) => {
    expect(read(article(inner)).kept).toContain(expected);
  });

  test.each([
    ['related links', '<p><a href="/x">Read more: Harbour reopens after storm</a></p>'],
    [
      'related links',
      '<div class="relatedPosts"><p>Harbour reopens after storm, and the fleet returns to sea.</p></div>',
    ],
    ['newsletter box', '<p>Sign up for our morning newsletter and get the news before breakfast.</p>'],
    ['newsletter box', '<div class="newsletter-signup"><p>News before breakfast, every day.</p></div>'],
    ['sharing buttons', '<p>Share on Facebook</p>'],
    ['advertisement', '<div class="ad-slot">Buy boats now, at Brandt and Sons.</div>'],
    ['advertisement', '<p>Advertisement</p>'],
    ['comments', '<section id="comments"><p>I was on that ferry last week, and it creaked, I tell you.</p></section>'],
    ['cookie notice', '<div>This website uses cookies to improve your visit.</div>'],
    ['about the author', '<div class="author-bio">Ines Korv has covered the coast since 2009, and lives in Osk.</div>'],
    ['hidden text', '<div style="display: none">An old version of the report, kept for the machine only.</div>'],
    ['tags', '<p>Tags: ferry, Port Marlo, coast guard</p>'],
    ['pull quote that repeats the article', `<div class="pullquote">“off Port Marlo on Monday night”</div>`],
    ['repeated text', `<p>${LEAD} ${LEAD}</p><p>${LEAD} ${LEAD}</p>`],
    ['heading of what was left out', '<h3>Elsewhere</h3><p><a href="/x">Harbour reopens</a></p><h3>x</h3>'],
  ])('%s is left out', (reason, inner) => {
    const { kept, left } = read(article(inner));
    expect(left.filter((piece) => piece.startsWith(`${reason}: `))).toHaveLength(1);
    expect(kept).toContain(`paragraph: ${SECOND}`);
    expect(kept).toContain(`paragraph: ${THIRD}`);
  });

  test('a card that opens over a name does not part the paragraph', () => {
    const inner =
      '<p>The mayor, <a href="/m">Tor Wael</a><span class="hovercard">Tor Wael, mayor since 2014</span>, thanked the divers.</p>';
    expect(read(article(inner)).kept).toContain('paragraph: The mayor, Tor Wael, thanked the divers.');
  });

  test('an article in a box with a misleading name is found', () => {
    const source = page(
      `<h1>Ferry sinks off Port Marlo</h1><div class="widget sidebar"><p>${LEAD}</p><p>${SECOND}</p><p>${THIRD}</p></div>`,
    );
    expect(read(source).kept).toEqual([
      'headline: Ferry sinks off Port Marlo',
      `paragraph: ${LEAD}`,
      `paragraph: ${SECOND}`,
      `paragraph: ${THIRD}`,
    ]);
  });

  test('comments longer than the article do not take its place', () => {
    const comments = Array.from(
      { length: 12 },
      (_, at) => `<p>Comment ${at}: ${SECOND}, or so they say, and I doubt it.</p>`,
    );
    const { kept } = read(
      page(
        `<div><div class="story"><p>${LEAD}</p><p>${THIRD}</p></div><div class="comments">${comments.join('')}</div></div>`,
      ),
    );
    expect(kept).toEqual([`paragraph: ${LEAD}`, `paragraph: ${THIRD}`]);
  });

  test('a body in two pieces with an advertisement between them is both', () => {
    const piece = (words: string) => `<div class="article-body"><p>${words}</p><p>${words.toUpperCase()}</p></div>`;
    const { kept } = read(page(`<div>${piece(LEAD)}<div class="advert">Boats.</div>${piece(SECOND)}</div>`));
    expect(kept).toHaveLength(4);
  });

  test('entities, no-break spaces, soft hyphens and white space', () => {
    const { canonical } = readHtml(
      '<p>Ann&nbsp;&amp;\n  Ben\u00ad&shy;ny said &ldquo;no&rdquo;&#8230; <b> twice </b>&lt;here&gt; &unknown;</p>',
    );
    expect(canonical.text).toBe('Ann & Benny said “no”… twice <here> &unknown;');
  });

  test('a page of links only is given whole, with a doubt', () => {
    const { canonical, warnings } = readHtml(page('<a href="/a">One story</a><p><a href="/b">Another story</a></p>'));
    expect(canonical.text).toBe('One story\n\nAnother story');
    expect(warnings.map(({ code }) => code)).toEqual(['W_NOT_ARTICLE']);
  });

  test.each([
    ['isAccessibleForFree', '{"@type":"NewsArticle","isAccessibleForFree":"False"}'],
    [
      'a longer articleBody',
      JSON.stringify({ '@type': 'NewsArticle', articleBody: `${LEAD} ${SECOND} ${THIRD}`.repeat(4) }),
    ],
  ])('a page that says it is not whole: %s', (_, data) => {
    const { warnings } = readHtml(page(`<p>${LEAD}</p>`, `<script type="application/ld+json">${data}</script>`));
    expect(warnings.map(({ code }) => code)).toEqual(['W_PARTIAL']);
  });
});
