/**
 * Markup to a tree, for pages as they come: unclosed and crossed tags, 100,000 nested elements, one line of 10 MB.
 *
 * A tokeniser after the HTML standard's states, written for reading only: it keeps where every text stands in the
 * markup, decodes nothing until it is asked for, and builds at most MAX_DEPTH levels (what lies deeper hangs on the last
 * level). Tree building follows the standard where articles depend on it: void elements, implied ends of p, li, dt, dd,
 * option, tr, td; raw text; end tags that match nothing are dropped. Each search through the open elements is bounded, so the
 * time is linear in the length of the markup.
 */

/** A node of the tree: an element, or a text, which has the tag '#text', no children and no attributes. */
export interface MarkupNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: MarkupNode | null;
  readonly children: MarkupNode[];
  /** Where the text begins in the markup, or where the element's tag begins. UTF-16 offsets. */
  readonly start: number;
  /** Where the text, or the element's start tag, ends; for raw text elements (script, title …) where the element ends. */
  end: number;
  /** Levels below the root. */
  readonly depth: number;
}

export interface Markup {
  readonly source: string;
  readonly root: MarkupNode;
  /** Every element but the root, in document order. */
  readonly elements: readonly MarkupNode[];
}

const MAX_DEPTH = 250;
/** How many open elements an end tag or an implied end may look past. */
const MAX_LOOK = 500;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const VOID = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);
const RAW = words('script style title textarea iframe noembed noframes xmp');
/** Elements whose start ends an open paragraph. */
const ENDS_PARAGRAPH = words(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul',
);
/** Elements that an end tag of another name does not look past. */
const WALLS = words('td th table caption html body template');
const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var',
);
/** Attributes that reading an article looks at; the others are not kept. */
const KEPT = words(
  'alt aria-hidden aria-label charset class content datetime hidden href http-equiv id itemprop itemscope itemtype lang name property rel role style type data-testid data-component data-component-name data-module data-type',
);

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
const NO_CHILDREN: MarkupNode[] = [];

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);

/**
 * Whether a tag is one that stands inside a line of text.
 *
 * @example
 * isInline('em'); // true
 */
export function isInline(tag: string): boolean {
  return INLINE.has(tag);
}

/**
 * Reads markup into a tree. Never throws; the time is linear.
 *
 * @example
 * parseMarkup('<p>One<p>Two').root.children.length; // 2
 */
export function parseMarkup(source: string): Markup {
  const root: MarkupNode = {
    tag: '#root',
    attributes: NO_ATTRIBUTES,
    parent: null,
    children: [],
    start: 0,
    end: source.length,
    depth: 0,
  };
  const elements: MarkupNode[] = [];
  const open: { tag: string; node: MarkupNode }[] = [{ tag: '#root', node: root }];
  const openCount = new Map<string, number>();
  const length = source.length;
  let textStart = 0;

  const addText = (end: number) => {
    if (end > textStart) {
      const parent = open[open.length - 1].node;
      parent.children.push({
        tag: '#text',
        attributes: NO_ATTRIBUTES,
        parent,
        children: NO_CHILDREN,
        start: textStart,
        end,
        depth: parent.depth + 1,
      });
    }
  };
  const closeTo = (size: number) => {
    while (open.length > size) {
      const tag = open.pop()!.tag;
      openCount.set(tag, openCount.get(tag)! - 1);
    }
  };
  /** Ends the nearest open element of these tags, unless a wall or, with `inlineOnly`, any block stands between. */
  const endImplied = (tags: readonly string[], inlineOnly: boolean, walls: ReadonlySet<string>) => {
    if (!tags.some((tag) => (openCount.get(tag) ?? 0) > 0)) return;
    const limit = Math.max(1, open.length - MAX_LOOK);
    for (let at = open.length - 1; at >= limit; at--) {
      const { tag } = open[at];
      if (tags.includes(tag)) return closeTo(at);
      if (walls.has(tag) || (inlineOnly && !INLINE.has(tag))) return;
    }
  };

  let pos = 0;
  while (pos < length) {
    const angle = source.indexOf('<', pos);
    if (angle === -1 || angle === length - 1) break;
    const next = source.charCodeAt(angle + 1);

    if (isLetter(next)) {
      addText(angle);
      let cursor = angle + 2;
      while (cursor < length) {
        const code = source.charCodeAt(cursor);
        if (code === 62 || code === 47 || isSpace(code)) break;
        cursor++;
      }
      const tag = source.slice(angle + 1, cursor).toLowerCase();
      let attributes: Record<string, string> | null = null;
      let selfClosing = false;
      while (cursor < length) {
        const code = source.charCodeAt(cursor);
        if (code === 62) break;
        if (code === 47 || isSpace(code)) {
          selfClosing = code === 47;
          cursor++;
          continue;
        }
        selfClosing = false;
        const nameStart = cursor++;
        while (cursor < length) {
          const c = source.charCodeAt(cursor);
          if (c === 61 || c === 62 || c === 47 || isSpace(c)) break;
          cursor++;
        }
        const nameEnd = cursor;
        while (cursor < length && isSpace(source.charCodeAt(cursor))) cursor++;
        let valueStart = cursor;
        let valueEnd = cursor;
        if (source.charCodeAt(cursor) === 61) {
          cursor++;
          while (cursor < length && isSpace(source.charCodeAt(cursor))) cursor++;
          const quote = source.charCodeAt(cursor);
          if (quote === 34 || quote === 39) {
            valueStart = cursor + 1;
            valueEnd = source.indexOf(quote === 34 ? '"' : "'", valueStart);
            if (valueEnd === -1) valueEnd = length;
            cursor = valueEnd + 1;
          } else {
            valueStart = cursor;
            while (cursor < length && source.charCodeAt(cursor) !== 62 && !isSpace(source.charCodeAt(cursor))) cursor++;
            valueEnd = cursor;
          }
        }
        if (nameEnd - nameStart <= 20) {
          const name = source.slice(nameStart, nameEnd).toLowerCase();
          if (KEPT.has(name)) {
            attributes ??= {};
            if (!(name in attributes)) attributes[name] = source.slice(valueStart, valueEnd);
          }
        }
      }
      pos = Math.min(length, cursor + 1);
      textStart = pos;

      if (ENDS_PARAGRAPH.has(tag)) endImplied(['p'], true, WALLS);
      if (tag === 'li') endImplied(['li'], false, LIST_WALLS);
      else if (tag === 'dd' || tag === 'dt') endImplied(['dd', 'dt'], false, LIST_WALLS);
      else if (tag === 'tr') endImplied(['tr'], false, TABLE_WALLS);
      else if (tag === 'td' || tag === 'th') endImplied(['td', 'th'], false, ROW_WALLS);
      else if (tag === 'tbody' || tag === 'tfoot') endImplied(['tbody', 'thead'], false, TABLE_WALLS);
      else if (tag === 'option') endImplied(['option'], false, WALLS);
      else if (tag === 'a') endImplied(['a'], true, WALLS);
      else if (tag === 'body') endImplied(['head'], false, NO_WALLS);

      const parent = open[open.length - 1].node;
      const node: MarkupNode = {
        tag,
        attributes: attributes ?? NO_ATTRIBUTES,
        parent,
        children: [],
        start: angle,
        end: pos,
        depth: parent.depth + 1,
      };
      parent.children.push(node);
      elements.push(node);
      if (VOID.has(tag) || (selfClosing && (tag === 'path' || tag === 'use'))) continue;
      if (RAW.has(tag)) {
        const close = new RegExp(`</${tag}(?=[\\s/>])`, 'gi');
        close.lastIndex = pos;
        const found = close.exec(source);
        const contentEnd = found ? found.index : length;
        if (contentEnd > pos) {
          node.children.push({
            tag: '#text',
            attributes: NO_ATTRIBUTES,
            parent: node,
            children: NO_CHILDREN,
            start: pos,
            end: contentEnd,
            depth: node.depth + 1,
          });
        }
        const after = found ? source.indexOf('>', contentEnd) : -1;
        pos = after === -1 ? length : after + 1;
        node.end = pos;
        textStart = pos;
        continue;
      }
      open.push({ tag, node: node.depth >= MAX_DEPTH ? parent : node });
      openCount.set(tag, (openCount.get(tag) ?? 0) + 1);
      continue;
    }

    if (next === 47) {
      addText(angle);
      const close = source.indexOf('>', angle);
      const endOfTag = close === -1 ? length : close;
      pos = Math.min(length, endOfTag + 1);
      textStart = pos;
      if (endOfTag - angle > 60) continue;
      const name = /^[a-z][^\s/]*/i.exec(source.slice(angle + 2, endOfTag))?.[0].toLowerCase();
      if (!name || (openCount.get(name) ?? 0) === 0 || name === 'body' || name === 'html') continue;
      if (INLINE.has(name)) endImplied([name], true, WALLS);
      else endImplied([name], false, WALLS.has(name) || TABLE_PARTS.has(name) ? NO_WALLS : WALLS);
      continue;
    }

    if (next === 33 || next === 63) {
      addText(angle);
      const comment = source.startsWith('<!--', angle);
      const close = comment ? source.indexOf('-->', angle + 2) : source.indexOf('>', angle);
      pos = close === -1 ? length : close + (comment ? 3 : 1);
      textStart = pos;
      continue;
    }
    pos = angle + 1;
  }
  addText(length);
  return { source, root, elements };
}

const NO_WALLS: ReadonlySet<string> = new Set();
const LIST_WALLS = words('ul ol dl menu td th table body div section article');
const TABLE_WALLS = words('table body');
const ROW_WALLS = words('tr table body');
const TABLE_PARTS = words('tr tbody thead tfoot');
