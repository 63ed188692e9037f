import { describe, expect, test } from 'vitest';
import { parseMarkup } from './markup.ts';
import { pageMetadata, winners } from './metadata.ts';

const candidatesOf = (source: string) => pageMetadata(parseMarkup(source)).candidates;
const articleOf = (source: string) => winners(candidatesOf(source));
const script = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

const NEWS = {
  '@type': 'NewsArticle',
  headline: 'Ferry sinks &amp; fleet returns',
  datePublished: '2026-11-17T06:00:00+01:00',
  dateModified: '2026-11-17T09:30:00+01:00',
  author: [{ '@type': 'Person', name: 'Ines Korv' }, { name: 'Tor Wael' }],
  publisher: { '@type': 'Organization', name: 'The Marlo Post' },
  mainEntityOfPage: { '@id': 'https://post.example/ferry#page' },
  sourceOrganization: { name: 'Northwire' },
};
const EXPECTED = {
  title: 'Ferry sinks & fleet returns',
  outlet: 'The Marlo Post',
  byline: 'Ines Korv, Tor Wael',
  published: '2026-11-17T06:00:00+01:00',
  modified: '2026-11-17T09:30:00+01:00',
  url: 'https://post.example/ferry',
  credit: 'Northwire',
};

describe('pageMetadata', () => {
  test.each([
    ['an object', NEWS],
    ['an array', [{ '@type': 'BreadcrumbList' }, NEWS]],
    ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: 'x' }, NEWS] }],
    ['several types', { ...NEWS, '@type': ['Thing', 'ReportageNewsArticle'] }],
    ['a live blog', { ...NEWS, '@type': 'LiveBlogPosting', liveBlogUpdate: [] }],
  ])('JSON-LD: %s', (_, data) => {
    expect(articleOf(script(data))).toMatchObject(EXPECTED);
  });

  test.each([
    ['line breaks within strings', '{"@type":"NewsArticle","headline":"Ferry\nsinks"}'],
    ['a comma too many', '{"@type":"NewsArticle","headline":"Ferry sinks",}'],
    ['in a comment', '<!-- {"@type":"NewsArticle","headline":"Ferry sinks"} -->'],
  ])('JSON-LD with faults: %s', (_, text) => {
    expect(articleOf(`<script type="application/ld+json">${text}</script>`).title).toBe('Ferry sinks');
  });

  test('JSON-LD that is none is passed over', () => {
    expect(articleOf('<script type="application/ld+json">{"@type": </script><title>Ferry</title>').title).toBe('Ferry');
  });

  test('every candidate is kept with where it was found, the winner first', () => {
    const source = `${script({ '@type': 'Article', headline: 'One' })}<meta property="og:title" content="Two"><title>Three</title><h1>Four</h1>`;
    expect(candidatesOf(source).title).toEqual([
      { value: 'One', from: 'json-ld' },
      { value: 'Two', from: 'og:title' },
      { value: 'Four', from: 'h1' },
      { value: 'Three', from: 'title' },
    ]);
  });

  test('a title without the outlet behind it goes before one with it', () => {
    const source =
      '<meta property="og:title" content="Ferry sinks off Port Marlo - The Post"><h1>Ferry sinks off Port Marlo</h1>';
    expect(articleOf(source).title).toBe('Ferry sinks off Port Marlo');
  });

  test.each([
    ['published', '<meta property="article:published_time" content="2026-11-17T06:00:00Z">', '2026-11-17T06:00:00Z'],
    [
      'published',
      '<meta property="article:published_time" content="2026-11-17T06:00:00+0100">',
      '2026-11-17T06:00:00+01:00',
    ],
    ['published', '<meta property="article:published_time" content="2026-11-17T06:00 -05">', '2026-11-17T06:00-05:00'],
    ['published', '<meta property="article:published_time" content="2026-11-17T06:00:00">', '2026-11-17T06:00:00'],
    ['published', '<meta property="article:published_time" content="2026-11-17T25 o’clock">', '2026-11-17'],
    ['published', '<meta name="date" content="17 November 2026, 06:00">', '2026-11-17'],
    ['published', '<meta name="pubdate" content="20261117">', '2026-11-17'],
    ['published', '<time datetime="2026-11-17 06:00:00">today</time>', '2026-11-17T06:00:00'],
    ['published', '<span itemprop="datePublished" content="2026-11-17">x</span>', '2026-11-17'],
    ['published', '<meta name="date" content="3/4/26">', null],
    ['modified', '<time class="updated" datetime="2026-11-18">x</time>', '2026-11-18'],
    ['byline', '<meta name="author" content="By Ines Korv">', 'Ines Korv'],
    ['byline', '<meta property="article:author" content="https://faces.example/ines">', null],
    ['byline', '<span itemprop="author" itemscope><b itemprop="name">Ines Korv</b></span>', 'Ines Korv'],
    ['byline', '<a rel="author" href="/ines">Ines Korv</a>', 'Ines Korv'],
    ['byline', '<div class="byline">17 November 2026</div>', null],
    ['outlet', '<title>Ferry sinks off Marlo – The Marlo Post</title><h1>Ferry sinks off Marlo</h1>', 'The Marlo Post'],
    ['outlet', '<title>The Marlo Post: Ferry sinks off Marlo</title><h1>Ferry sinks off Marlo</h1>', 'The Marlo Post'],
    [
      'outlet',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsMediaOrganization","@id":"#org","name":"The Marlo Post"},{"@type":"NewsArticle","headline":"Ferry sinks","publisher":{"@id":"#org"}}]}</script>',
      'The Marlo Post',
    ],
    ['outlet', '<meta property="og:site_name" content="The Marlo Post">', 'The Marlo Post'],
    ['url', '<link rel="canonical" href="https://post.example/ferry">', 'https://post.example/ferry'],
    ['url', '<link rel="canonical" href="/ferry">', null],
  ] as const)('%s of %s', (field, source, expected) => {
    expect(articleOf(source)[field]).toBe(expected);
  });
});
