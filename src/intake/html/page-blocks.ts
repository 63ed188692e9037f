/**
 * A page's tree cut into blocks: runs of text that no block element and no double line break divides, in document order, with
 * what tag and names say about each. One pass over the tree.
 */
import { isInline, type MarkupNode } from './markup.ts';
import { meaningOf, type NameMeaning } from './vocabulary.ts';

/** A run of text of the page. */
export interface PageBlock {
  /** The nearest block element. */
  readonly owner: MarkupNode;
  /** Its text nodes, and the elements (br, td …) that part words, in order. */
  readonly pieces: readonly MarkupNode[];
  /** Letters, figures and marks in it; white space is not counted. */
  readonly size: number;
  /** As many of them as stand in links. */
  readonly linked: number;
  readonly part: NameMeaning['part'] | 'headline' | 'heading' | 'list' | 'table';
  /** The element that makes it that part; null where `part` is null. */
  readonly partOf: MarkupNode | null;
  /** The element whose names or tag mark this block as furniture, outermost first; null where none does. */
  readonly marked: MarkupNode | null;
}

export interface Page {
  readonly blocks: readonly PageBlock[];
  /** Why each element is furniture, by its own tag and names alone. */
  readonly furniture: ReadonlyMap<MarkupNode, string>;
  /** Elements that their tag, names or properties call an article or its body, in document order. */
  readonly bodies: readonly MarkupNode[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const UNREAD = words(
  'script style noscript template svg math iframe object embed canvas audio video map select button input textarea head title meta link base param source track datalist progress meter noembed noframes xmp',
);
const BY_TAG: Readonly<Record<string, string>> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'side column',
  dialog: 'overlay',
  menu: 'navigation',
  form: 'poll or form',
};
const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  banner: 'navigation',
  search: 'navigation',
  complementary: 'side column',
  contentinfo: 'footer',
  dialog: 'overlay',
  alertdialog: 'overlay',
  toolbar: 'navigation',
  tablist: 'navigation',
};
/** Elements whose names tell of the page or of the article as a whole. */
const WHOLE = words('html body article main');

/**
 * Cuts the tree under `root` into blocks.
 *
 * @example
 * pageBlocks(source, parseMarkup('<p>One<p>Two').root).blocks.length; // 2
 */
export function pageBlocks(source: string, root: MarkupNode): Page {
  const blocks: PageBlock[] = [];
  const furniture = new Map<MarkupNode, string>();
  const bodies: MarkupNode[] = [];
  let pieces: MarkupNode[] = [];
  let size = 0;
  let linked = 0;

  let label: Label | null = null;
  const flush = (owner: MarkupNode, { part, partOf, marked }: Setting) => {
    if (size > 0) {
      // A line that is mostly a name or a date is a byline or a dateline; in a paragraph they are some of its words.
      const named = part === null && label !== null && label.size * 2.5 >= size ? label : null;
      blocks.push({ owner, pieces, size, linked, part: named?.part ?? part, partOf: named?.node ?? partOf, marked });
    }
    label = null;
    if (pieces.length > 0) pieces = [];
    size = 0;
    linked = 0;
  };

  const visit = (node: MarkupNode, owner: MarkupNode, setting: Setting, inLink: boolean): void => {
    const { children } = node;
    for (let at = 0; at < children.length; at++) {
      const child = children[at];
      const { tag } = child;
      if (tag === '#text') {
        const count = sizeOf(source, child.start, child.end);
        if (count > 0 || pieces.length > 0) pieces.push(child);
        size += count;
        if (inLink) linked += count;
        continue;
      }
      if (UNREAD.has(tag)) {
        if (tag === 'iframe' || tag === 'video') flush(owner, setting);
        continue;
      }
      if (tag === 'br') {
        if (size > 0 && lastIsBreak(source, pieces)) flush(owner, setting);
        else if (size > 0) pieces.push(child);
        continue;
      }
      const { attributes } = child;
      const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
      const meaning = names.length > 1 ? meaningOf(names) : NONE;
      const reason = WHOLE.has(tag) ? null : furnitureOf(child, meaning);
      const part = WHOLE.has(tag) ? null : partOf(child, meaning);
      if (reason !== null) furniture.set(child, reason);
      if (tag === 'article' || meaning.body || attributes.itemprop === 'articleBody') bodies.push(child);
      const cell = (tag === 'td' || tag === 'th') && isDataRow(node);
      const samePart = part === null || (part === setting.part && part !== 'quotation');
      if (reason === null && ((isInline(tag) && samePart) || (part === null && cell))) {
        // Cells of a row of figures are one line, and so are the parts of a byline; their tags part the words.
        if ((cell || part !== null) && size > 0) pieces.push(child);
        visit(child, owner, setting, inLink || tag === 'a');
        continue;
      }
      if (reason === null && isInline(tag) && (part === 'byline' || part === 'dateline')) {
        const before = size;
        visit(child, owner, setting, inLink || tag === 'a');
        const labelled: number = (label?.size ?? 0) + Math.max(0, size - before);
        label = { part: label?.part ?? part, node: child, size: labelled };
        continue;
      }
      // A box inside a line (a card that opens over a name, a label for screen readers) does not end the paragraph.
      const line = isInline(tag) && reason !== null && size > 0 ? { pieces, size, linked, label } : null;
      if (line !== null) {
        label = null;
        pieces = [];
        size = 0;
        linked = 0;
      } else flush(owner, setting);
      const inner = isInline(tag) ? owner : child;
      const within: Setting = {
        part: part ?? setting.part,
        partOf: part === null ? setting.partOf : child,
        marked: setting.marked ?? (reason === null ? null : child),
      };
      visit(child, inner, within, inLink || tag === 'a');
      flush(inner, within);
      if (line !== null) ({ pieces, size, linked, label } = line);
    }
  };
  const outside: Setting = { part: null, partOf: null, marked: null };
  visit(root, root, outside, false);
  flush(root, outside);
  return { blocks, furniture, bodies };
}

/** How much of a line stands in inline elements that are called a byline or a dateline. */
interface Label {
  readonly part: 'byline' | 'dateline';
  readonly node: MarkupNode;
  readonly size: number;
}

/** What the elements around a run of text make of it. */
type Setting = Pick<PageBlock, 'part' | 'partOf' | 'marked'>;

/** Whether a table row holds figures and names, not whole paragraphs: no cell of it has a block within. */
function isDataRow(row: MarkupNode): boolean {
  if (row.tag !== 'tr' || row.children.length > 60) return false;
  let length = 0;
  for (const cell of row.children) {
    if (cell.tag === '#text') continue;
    length += cell.children.length === 0 ? 0 : cell.children[cell.children.length - 1].end - cell.children[0].start;
    if (length > 2_000 || cell.children.some(({ tag }) => tag !== '#text' && !isInline(tag))) return false;
  }
  return true;
}

const NONE: NameMeaning = { furniture: null, body: false, part: null };

function furnitureOf({ tag, attributes }: MarkupNode, meaning: NameMeaning): string | null {
  if (attributes === undefined) return null;
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return 'hidden text';
  const style = attributes.style;
  if (style !== undefined && style.length < 2000 && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
    return 'hidden text';
  const role = attributes.role;
  if (role !== undefined && BY_ROLE[role]) return BY_ROLE[role];
  if (BY_TAG[tag]) return BY_TAG[tag];
  return meaning.furniture;
}

function partOf({ tag, attributes }: MarkupNode, meaning: NameMeaning): PageBlock['part'] {
  switch (tag) {
    case 'h1':
      return 'headline';
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return meaning.part === 'standfirst' ? 'standfirst' : 'heading';
    case 'figcaption':
      return 'caption';
    case 'blockquote':
      return 'quotation';
    case 'li':
      return 'list';
    case 'table':
      return 'table';
    case 'address':
      return 'byline';
  }
  const property = attributes.itemprop;
  if (property === 'author') return 'byline';
  if (property === 'datePublished' || property === 'dateModified') return 'dateline';
  if (property === 'caption') return 'caption';
  return meaning.part;
}

function lastIsBreak(source: string, pieces: readonly MarkupNode[]): boolean {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at];
    if (piece.tag === 'br') return true;
    if (sizeOf(source, piece.start, piece.end) > 0) return false;
  }
  return false;
}

function sizeOf(source: string, start: number, end: number): number {
  let size = 0;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code > 32 && code !== 0xa0) size++;
    // A no-break space as an entity is white space too; the other entities count by their letters.
    if (code === 38 && source.startsWith('&nbsp;', at)) {
      size--;
      at += 5;
    }
  }
  return size;
}
