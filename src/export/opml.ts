/**
 * Feeds and sitemaps that intake watches, as OPML 2.0 for feed readers, through feedsmith: in the groups in which they came, with all
 * attributes of their outlines, known to OPML or not.
 */
import { generateOpml, type Opml } from 'feedsmith';
import type { IntakeSource } from '../ledger/ledger.ts';
import { toOutlineAttributes } from '../ledger/outline-attributes.ts';
import { HearsayError } from '../text/errors.ts';
import type { ExportFormat } from './format.ts';

type Outline = Opml.Outline<Date> & { readonly [attribute: string]: unknown };

export const opml: ExportFormat = {
  name: 'opml',
  description: 'the feeds and sitemaps that are watched, for feed readers',
  ending: '.opml',
  mediaType: 'text/x-opml',
  isLossless: false,
  unit: 'feeds',
  leavesOut: ['everything but the addresses that are watched', 'attributes of groups of feeds'],
  kind: 'stream',
  async *stream({ selection, tally, at }) {
    const sources = (await selection.ledger.intakeSources()).filter(
      ({ kind }) => kind === 'feed' || kind === 'sitemap',
    );
    // OPML has no empty list.
    if (sources.length === 0) throw new HearsayError('E_NOT_FOUND', 'No feed is watched: nothing was exported.');
    tally.count = sources.length;
    const attributes = new Set(sources.flatMap((source) => Object.keys(toOutlineAttributes(source.attributes))));
    const document = {
      head: { title: 'Watched by Hearsay', dateCreated: new Date(at) },
      body: { outlines: outlinesOf(sources) },
    };
    yield `${generateOpml(document, { extraOutlineAttributes: [...attributes] })}\n`;
  },
};

/** Those of one group together, in the order in which groups come first. */
function outlinesOf(sources: readonly IntakeSource[]): Outline[] {
  const outlines: Outline[] = [];
  for (const source of sources) {
    let level = outlines;
    for (const group of source.groups) {
      let around = level.find(({ text, outlines: within }) => text === group && within);
      if (!around) {
        around = { text: group, outlines: [] };
        level.push(around);
      }
      level = around.outlines as Outline[];
    }
    level.push(outlineOf(source));
  }
  return outlines;
}

/** A sitemap is no feed: it is a link, which OPML's readers pass over or open, and `hearsay add` reads. */
function outlineOf({ address, kind, title, attributes }: IntakeSource): Outline {
  const outline = { text: title ?? address, ...toOutlineAttributes(attributes) };
  return kind === 'feed' ? { type: 'rss', ...outline, xmlUrl: address } : { ...outline, type: 'link', url: address };
}
