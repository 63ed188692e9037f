/**
 * A page to blocks: parse, cut into blocks, find the article among them, say why each other block was left out.
 */
import type { LeftOut, Warning } from '../../reading/reading.ts';
import { CanonicalText } from '../canonical-text.ts';
import { findArticle } from './find-article.ts';
import { parseMarkup } from './markup.ts';
import { type Candidates, pageMetadata } from './metadata.ts';
import { pageBlocks } from './page-blocks.ts';
import { addPieces } from './text-of.ts';

export interface HtmlArticle {
  readonly canonical: CanonicalText;
  readonly candidates: Candidates;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly Warning[];
}

/** Longest text of one piece that was left out; a page's furniture may be larger than its article. */
const LONGEST_LEFT_OUT = 5_000;

/**
 * Reads a decoded page. Never throws; no blocks where it holds no words.
 *
 * @example
 * readHtml('<h1>Ferry sinks</h1><p>The ferry sank on Monday.').canonical.text; // 'Ferry sinks\n\nThe ferry sank on Monday.'
 */
export function readHtml(source: string): HtmlArticle {
  const markup = parseMarkup(source);
  const metadata = pageMetadata(markup);
  const page = pageBlocks(source, markup.root);
  let found = findArticle(source, page, metadata);
  const warnings = [...metadata.warnings];
  if (page.blocks.length > 0 && found.every(({ kind }) => kind === null)) {
    // No prose anywhere: a list of links, a form, a wall of names. All of it is given.
    found = page.blocks.map((block) => ({ block, kind: 'paragraph', reason: '' }));
    warnings.push({ code: 'W_NOT_ARTICLE', message: 'No article was found on the page: all of its text is given.' });
  }
  const canonical = new CanonicalText();
  const leftOut: { reason: string; text: string }[] = [];
  for (const { block, kind, reason } of found) {
    if (kind !== null) {
      addPieces(source, block.pieces, (piece, at) => canonical.add(piece, at));
      canonical.endBlock(kind);
      continue;
    }
    let text = '';
    addPieces(source, block.pieces, (piece) => {
      text += piece;
    });
    const last = leftOut.at(-1);
    if (last?.reason === reason) {
      if (last.text.length < LONGEST_LEFT_OUT) last.text += `\n${text.slice(0, LONGEST_LEFT_OUT)}`;
    } else leftOut.push({ reason, text: text.slice(0, LONGEST_LEFT_OUT) });
  }
  const { articleBody, candidates } = metadata;
  if (articleBody !== null && lettersIn(articleBody) > 2 * lettersIn(canonical.text)) {
    const message =
      'The page holds a longer text of its article than it shows: what is shown may be its beginning only.';
    warnings.push({ code: 'W_PARTIAL', message });
  }
  return { canonical, candidates, leftOut, warnings };
}

const lettersIn = (text: string): number => text.replace(/\s+/g, '').length;
