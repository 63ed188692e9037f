/**
 * Which of a page's blocks are the article, and what each of them is; and why each of the others is not.
 *
 * 1. Each block weighs as much as it looks like prose (length, sentence marks, few links).
 * 2. An element that its tag or names call furniture is furniture, unless much of the page's prose stands in it.
 * 3. From the root down, the article is the smallest element that still holds nearly all of the prose that is left.
 * 4. Within it, blocks that are mostly links, buttons, notices or headings of nothing are cut; quotations stay.
 *
 * Linear in the number of elements and blocks. That the densest part of the tree is the article is Readability's idea
 * (Arc90); the measures here are our own.
 */
import type { BlockKind } from '../../text/document.ts';
import { isDateLine, isNameLine, isoDate, lineKind } from '../head/line-kinds.ts';
import type { MarkupNode } from './markup.ts';
import type { PageMetadata } from './metadata.ts';
import { isCaption, noticeReason } from './notices.ts';
import type { Page, PageBlock } from './page-blocks.ts';
import { addPieces } from './text-of.ts';

/** A block with what became of it: its kind, or the reason why it was left out. */
export interface FoundBlock {
  readonly block: PageBlock;
  readonly kind: BlockKind | null;
  readonly reason: string;
}

/** An element called furniture is not, where it holds this share of the prose. */
const WHOLE_SHARE = 0.4;
/** What is often longer than the article is furniture, as long as this many letters of prose stand elsewhere. */
const LONG_FURNITURE: ReadonlySet<string> = new Set(['comments', 'cookie notice', 'hidden text', 'footer']);
const LEAST_ELSEWHERE = 150;
/** The same for an element that holds the headline. */
const TITLED_SHARE = 0.1;
/** Where names are not to be trusted, only these stay furniture. */
const SURE_FURNITURE: ReadonlySet<string> = new Set(['comments', 'cookie notice', 'navigation', 'footer']);
/** Pull quotes looked at in one page. */
const MOST_PULLED = 40;
/** Below this many letters the page is searched once more. */
const ENOUGH_LETTERS = 250;
/** Going down the tree, a child must hold this share of its parent's prose. */
const DOWN_SHARE = 0.8;
/** Where no child does, an element that is called an article's body must hold this share. */
const BODY_SHARE = 0.3;
/** Pieces of a body hold this share each. */
const PIECE_SHARE = 0.05;
/** A caption, byline or other part is none, where it holds more than this share of the prose. */
const PART_SHARE: Readonly<Record<string, number>> = {
  caption: 0.25,
  credit: 0.1,
  byline: 0.1,
  dateline: 0.1,
  standfirst: 0.35,
};
/** Of the head (headline, standfirst, byline), how many blocks may stand between the headline and the article's container. */
const HEAD_REACH = 40;

/**
 * Finds the article of a page.
 *
 * @returns every block of the page, in order, with what became of it
 * @example
 * findArticle(source, pageBlocks(source, root), pageMetadata(markup)).filter(({ kind }) => kind !== null);
 */
export function findArticle(source: string, page: Page, metadata: PageMetadata): FoundBlock[] {
  const texts: (string | undefined)[] = [];
  const textAt = (at: number): string => (texts[at] ??= textOfBlock(source, page.blocks[at]));
  const weights = page.blocks.map((block) => weightOf(source, block));
  const found = searchPage(page, weights, metadata, textAt, false);
  const kept = lettersKept(found);
  if (kept >= ENOUGH_LETTERS) return found;
  // So little may be all there is; or the names on this page do not mean what they mean elsewhere.
  const again = searchPage(page, weights, metadata, textAt, true);
  return lettersKept(again) > 3 * kept ? again : found;
}

function lettersKept(found: readonly FoundBlock[]): number {
  return found.reduce((sum, { block, kind }) => sum + (kind === null || kind === 'caption' ? 0 : block.size), 0);
}

function searchPage(
  page: Page,
  weights: readonly number[],
  metadata: PageMetadata,
  textAt: (at: number) => string,
  namesIgnored: boolean,
): FoundBlock[] {
  const { blocks } = page;
  const all = sums(blocks, weights, () => true);
  let total = 0;
  for (const weight of weights) total += weight;

  const titled = holdersOf(headlineOf(blocks, metadata, textAt));
  const reasons = furnitureReasons(page, all, total, titled, namesIgnored);
  const prose = sums(blocks, weights, (at) => reasons[at] === null);
  const root = rootOf(blocks);
  const container = root && descend(root, prose, page.bodies);

  const kinds: (BlockKind | null)[] = blocks.map(() => null);
  let first = -1;
  let last = -1;
  let underLinks = false;
  for (let at = 0; at < blocks.length; at++) {
    const { part, partOf, owner } = blocks[at];
    if (container === null || !within(owner, container)) {
      reasons[at] ??= 'outside the article';
      continue;
    }
    if (reasons[at] !== null) continue;
    const limit = (part !== null && PART_SHARE[part]) || 1;
    const whole = partOf !== null && (all.get(partOf) ?? 0) > limit * total;
    const figure = figureOf(owner);
    const pictured = figure !== null && (all.get(figure) ?? 0) <= PART_SHARE.caption * total;
    const inFlow = blocks[at - 1]?.owner.parent === owner.parent && blocks[at + 1]?.owner.parent === owner.parent;
    const judged = judge(blocks[at], textAt(at), whole ? null : part, pictured, inFlow && owner.tag === 'p');
    // The list under "More stories" goes with its heading.
    underLinks = judged.reason === 'related links' ? part !== 'list' || underLinks : underLinks && part === 'list';
    const reason = judged.reason ?? (underLinks ? 'related links' : null);
    if (reason !== null) {
      reasons[at] = reason;
      continue;
    }
    kinds[at] = judged.kind;
    if (first === -1) first = at;
    last = at;
  }
  settleQuotations(blocks, kinds, reasons, container, textAt);
  cutHeadings(blocks, kinds, reasons, first, last);
  findHead(page, kinds, reasons, first, metadata, textAt);
  return blocks.map((block, at) => ({ block, kind: kinds[at], reason: reasons[at] ?? '' }));
}

/** What the page calls its article, apart from the headings in it. */
function titlesOf({ candidates }: PageMetadata): string[] {
  return (candidates.title ?? [])
    .filter(({ from }) => from !== 'h1')
    .slice(0, 4)
    .map(({ value }) => value);
}

/** The block that says the page's title: the likeliest h1. */
function headlineOf(
  blocks: readonly PageBlock[],
  metadata: PageMetadata,
  textAt: (at: number) => string,
): PageBlock | null {
  const titles = titlesOf(metadata);
  const at = blocks.findIndex(
    (block, place) =>
      block.part === 'headline' && block.size < 300 && titles.some((title) => overlap(textAt(place), title) > 0.6),
  );
  return at === -1 ? null : blocks[at];
}

function holdersOf(block: PageBlock | null): ReadonlySet<MarkupNode> {
  const holders = new Set<MarkupNode>();
  for (let node = block?.owner ?? null; node !== null; node = node.parent) holders.add(node);
  return holders;
}

function textOfBlock(source: string, block: PageBlock): string {
  let text = '';
  addPieces(source, block.pieces, (piece) => {
    text += piece;
  });
  return text;
}

/** How much a block looks like prose, in letters. */
function weightOf(source: string, { size, linked, part, pieces, owner }: PageBlock): number {
  if (size < 20 || part === 'heading' || part === 'headline' || part === 'caption' || part === 'credit') return 0;
  const free = size - linked;
  if (free < 0.5 * size) return 0;
  let marks = 0;
  for (const piece of pieces) {
    for (let at = piece.start; at < piece.end && marks < 40; at++) {
      const code = source.charCodeAt(at);
      if (code === 44 || code === 46 || code === 0x3001 || code === 0x3002 || code === 0xff0c || code === 0x201d)
        marks++;
    }
  }
  if (marks === 0) return free * 0.1;
  const tag = owner.tag === 'p' ? 1.5 : 1;
  return tag * (size < 80 ? free * 0.5 : free);
}

function sums(
  blocks: readonly PageBlock[],
  weights: readonly number[],
  counts: (at: number) => boolean,
): Map<MarkupNode, number> {
  const sum = new Map<MarkupNode, number>();
  for (let at = 0; at < blocks.length; at++) {
    const weight = weights[at];
    if (weight === 0 || !counts(at)) continue;
    for (let node: MarkupNode | null = blocks[at].owner; node !== null; node = node.parent) {
      sum.set(node, (sum.get(node) ?? 0) + weight);
    }
  }
  return sum;
}

/** Why each block is furniture by the elements around it; null where it is not. */
function furnitureReasons(
  { blocks, furniture }: Page,
  all: ReadonlyMap<MarkupNode, number>,
  total: number,
  titled: ReadonlySet<MarkupNode>,
  namesIgnored: boolean,
): (string | null)[] {
  return blocks.map((block) => {
    if (block.marked === null) return null;
    let reason: string | null = null;
    // The outermost element that is furniture gives the reason.
    for (let node: MarkupNode | null = block.owner; node !== null; node = node.parent) {
      const named = furniture.get(node);
      if (named === undefined) continue;
      if (namesIgnored && !SURE_FURNITURE.has(named)) continue;
      // What holds the headline and prose too is the article, whatever it is called.
      const held = all.get(node) ?? 0;
      const long = LONG_FURNITURE.has(named);
      const limit = titled.has(node) ? TITLED_SHARE * total : long ? total - LEAST_ELSEWHERE : WHOLE_SHARE * total;
      if (held > 0 && held >= Math.max(limit, TITLED_SHARE * total)) continue;
      reason = named;
    }
    // An embedded post is a quotation, whatever box it stands in.
    return reason === 'sharing buttons' && block.part === 'quotation' ? null : reason;
  });
}

function rootOf(blocks: readonly PageBlock[]): MarkupNode | null {
  let node = blocks[0]?.owner ?? null;
  while (node?.parent) node = node.parent;
  return node;
}

function descend(root: MarkupNode, prose: ReadonlyMap<MarkupNode, number>, bodies: readonly MarkupNode[]): MarkupNode {
  const weightOfNode = (at: MarkupNode) => prose.get(at) ?? 0;
  let node = root;
  if (weightOfNode(root) === 0) return root;
  for (;;) {
    const here = weightOfNode(node);
    let next = node.children.find((child) => weightOfNode(child) >= DOWN_SHARE * here);
    if (next === undefined) {
      // Where the prose is divided, what is called an article's body goes before the rest.
      let heaviest = BODY_SHARE * here;
      for (const body of bodies) {
        const weight = weightOfNode(body);
        if (weight > heaviest && body.depth > node.depth && within(body, node)) {
          heaviest = weight;
          next = body;
        }
      }
      // A body in several pieces of one name, with advertisements between them, is all of them.
      const piece = next;
      if (piece !== undefined && piece.tag !== 'article') {
        const pieces = bodies.filter(
          (body) =>
            body.depth === piece.depth &&
            body.tag === piece.tag &&
            body.attributes.class === piece.attributes.class &&
            weightOfNode(body) > PIECE_SHARE * here &&
            within(body, node),
        );
        let shared: MarkupNode = piece;
        while (!pieces.every((body) => within(body, shared))) shared = shared.parent!;
        next = shared === node ? undefined : shared;
      }
    }
    if (next === undefined || next.tag === 'p') return node;
    node = next;
  }
}

function within(node: MarkupNode, container: MarkupNode): boolean {
  let at: MarkupNode | null = node;
  while (at !== null && at.depth > container.depth) at = at.parent;
  return at === container;
}

interface Judged {
  readonly kind: BlockKind | null;
  readonly reason: string | null;
}

const keep = (kind: BlockKind): Judged => ({ kind, reason: null });
const cut = (reason: string): Judged => ({ kind: null, reason });
const SENTENCE = /[.!?…。」”"’)][\s"'”’)\]]*$/;

function judge(block: PageBlock, text: string, part: PageBlock['part'], pictured: boolean, inFlow: boolean): Judged {
  const { size, linked } = block;
  if (isMark(text, part)) return cut('a mark');
  const notice = noticeReason(text);
  if (notice !== null) return cut(notice);
  if (part === 'credit') return size < 200 ? keep('credit') : keep('paragraph');
  if (part === 'caption' || pictured) return keep('caption');
  if (isCaption(text)) return keep('caption');
  const density = linked / size;
  if (part === 'byline' || part === 'dateline') {
    if (size < 160) return keep(part);
  }
  if (part === 'standfirst') return keep('standfirst');
  const line = lineKind(text);
  if (line !== null) return keep(line);
  if (isDateLine(text) || isTimeOnly(block)) return keep('dateline');
  // "Post staff · 17 November 2026 · 2 min read"
  if (size < 90 && /[·|•]/.test(text) && !SENTENCE.test(text) && isoDate(text) !== null) return keep('byline');
  const quoted = /["“”«»]/.test(text);
  const sentence = size > 50 && SENTENCE.test(text);
  if (density > 0.8 && !(sentence && (quoted || inFlow))) return cut('related links');
  if (density > 0.5 && size < 120 && !quoted) return cut('related links');
  if (part === 'quotation') return keep('quotation');
  if (part === 'list') return keep('list');
  return keep('paragraph');
}

function isTimeOnly({ pieces, size }: PageBlock): boolean {
  return size < 60 && pieces.every(({ parent, start, end }) => parent?.tag === 'time' || end - start < 3);
}

/** Whether a block has no words of its own: a bullet, a line, the "By" of a byline. */
function isMark(text: string, part: PageBlock['part']): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || (part === 'byline' && /^(?:by|von|por|par)\W*$/i.test(text));
}

function figureOf(node: MarkupNode): MarkupNode | null {
  let at: MarkupNode | null = node;
  for (let step = 0; at !== null && step < 4; step++, at = at.parent) if (at.tag === 'figure') return at;
  return null;
}

/**
 * A pull quote that repeats the article goes; one that stands in a box only comes back. A paragraph that has stood before
 * goes as well.
 */
function settleQuotations(
  blocks: readonly PageBlock[],
  kinds: (BlockKind | null)[],
  reasons: (string | null)[],
  container: MarkupNode | null,
  textAt: (at: number) => string,
): void {
  if (container === null) return;
  const letters = (at: number) =>
    textAt(at)
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase();
  const pulled: number[] = [];
  const body: string[] = [];
  const met = new Set<string>();
  for (let at = 0; at < blocks.length; at++) {
    const { part, partOf, owner, size } = blocks[at];
    const boxed = reasons[at] === 'side column' || reasons[at] === 'sharing buttons';
    if (part === 'quotation' && size > 20 && (kinds[at] !== null || (boxed && within(owner, container)))) {
      if (partOf?.tag !== 'blockquote' || kinds[at] === null) {
        if (pulled.length < MOST_PULLED) pulled.push(at);
        continue;
      }
    }
    if (kinds[at] === null) continue;
    const plain = letters(at);
    if (size > 150 && met.has(plain)) {
      kinds[at] = null;
      reasons[at] = 'repeated text';
      continue;
    }
    met.add(plain);
    body.push(plain);
  }
  if (pulled.length === 0) return;
  const whole = body.join('\n');
  for (const at of pulled) {
    const repeated = whole.includes(letters(at));
    kinds[at] = repeated ? null : 'quotation';
    reasons[at] = repeated ? 'pull quote that repeats the article' : null;
  }
}

/** A heading that nothing follows is a heading of something that was cut. */
function cutHeadings(
  blocks: readonly PageBlock[],
  kinds: (BlockKind | null)[],
  reasons: (string | null)[],
  first: number,
  last: number,
): void {
  if (first === -1) return;
  let follows = false;
  for (let at = last; at >= first; at--) {
    if (kinds[at] === null) {
      // A cut list or box of links under a heading takes the heading with it.
      if (reasons[at] === 'related links') follows = false;
      continue;
    }
    const { part } = blocks[at];
    if (part !== 'heading' && part !== 'headline') {
      if (kinds[at] === 'paragraph' || kinds[at] === 'list' || kinds[at] === 'quotation') follows = true;
      continue;
    }
    if (!follows) {
      kinds[at] = null;
      reasons[at] = 'heading of what was left out';
    }
  }
}

/** Headline, standfirst and byline, which often stand above the container. */
function findHead(
  { blocks }: Page,
  kinds: (BlockKind | null)[],
  reasons: (string | null)[],
  first: number,
  metadata: PageMetadata,
  textAt: (at: number) => string,
): void {
  const titles = titlesOf(metadata);
  let headline = -1;
  let best = 0;
  for (let at = 0; at < blocks.length; at++) {
    const { part, size } = blocks[at];
    if (part !== 'headline' && part !== 'heading') continue;
    if (
      size < 8 ||
      size > 300 ||
      (reasons[at] !== null && reasons[at] !== 'outside the article' && reasons[at] !== 'heading of what was left out')
    )
      continue;
    const likeness = Math.max(0, ...titles.map((title) => overlap(textAt(at), title)));
    const score = likeness + (part === 'headline' ? 0.4 : 0) + (first !== -1 && at > first + 6 ? -0.5 : 0);
    if (score > best && score > 0.35) {
      best = score;
      headline = at;
    }
  }
  if (headline === -1) return;
  kinds[headline] = 'headline';
  reasons[headline] = null;
  const end = first === -1 ? headline : Math.min(first, headline + HEAD_REACH);
  for (let at = headline + 1; at < end; at++) {
    if (reasons[at] !== 'outside the article') continue;
    const { part, size, owner } = blocks[at];
    if (isMark(textAt(at), part)) continue;
    const line = size < 200 ? lineKind(textAt(at)) : null;
    if (part === 'standfirst' && size < 600) kinds[at] = 'standfirst';
    else if ((part === 'byline' || part === 'dateline') && size < 160) kinds[at] = part;
    else if (line === 'byline' || line === 'dateline') kinds[at] = line;
    else if ((part === 'caption' || part === 'credit') && size < 600) kinds[at] = part;
    else if (size < 600 && figureOf(owner) !== null) kinds[at] = 'caption';
    else continue;
    reasons[at] = null;
  }
  findNames(kinds, headline, textAt);
}

/** The names that stand alone under a headline. */
function findNames(kinds: (BlockKind | null)[], headline: number, textAt: (at: number) => string): void {
  let seen = 0;
  for (let at = headline + 1; at < kinds.length && seen < 4; at++) {
    if (kinds[at] === null) continue;
    seen++;
    if (kinds[at] === 'byline') return;
    if (kinds[at] !== 'paragraph') continue;
    if (isNameLine(textAt(at))) kinds[at] = 'byline';
    return;
  }
}

/** Share of the words of the longer of two lines that stand in the other as well. */
function overlap(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const left = words(a);
  const right = words(b);
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / Math.max(1, left.size, Math.min(right.size, left.size * 2));
}
